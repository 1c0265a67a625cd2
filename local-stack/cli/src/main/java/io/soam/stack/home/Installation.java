package io.soam.stack.home;

import java.io.IOException;

/** One local stack: what was built, where it keeps its state, its ports and its secrets. */
public record Installation(Checkout checkout, Home home, Ports ports, Secrets secrets) {

    /** Makes the home with its secrets unless it is there. */
    public static Installation open(Checkout checkout, Home home, Ports ports) throws IOException {
        home.create();
        return new Installation(checkout, home, ports, Secrets.loadOrGenerate(home.secrets()));
    }

    public String secret(Secret secret) {
        return secrets.value(secret);
    }
}
