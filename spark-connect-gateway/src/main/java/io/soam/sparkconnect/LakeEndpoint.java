package io.soam.sparkconnect;

import java.util.Objects;

/**
 * Where a Spark Connect server listens and who asks.
 *
 * @param host name or address
 * @param port TCP port
 * @param user name that Spark shows with the query; whoever has the token may give any name
 * @param token the server's shared secret; never part of a message or of {@link #toString()}
 */
public record LakeEndpoint(String host, int port, String user, String token) {

    public LakeEndpoint {
        Objects.requireNonNull(host, "A host is required.");
        Objects.requireNonNull(user, "A user is required.");
        Objects.requireNonNull(token, "A token is required.");
    }

    @Override
    public String toString() {
        return "sc://" + host + ":" + port + " as " + user;
    }
}
