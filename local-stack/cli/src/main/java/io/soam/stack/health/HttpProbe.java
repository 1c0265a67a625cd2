package io.soam.stack.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Passes when a GET is answered.
 *
 * @param highestStatus the worst answer that still counts: 299, or 499 where being refused shows
 *     that the part is there
 */
public record HttpProbe(URI address, int highestStatus) implements Probe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    @Override
    public boolean passes() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status > 0 && status <= highestStatus;
        } catch (IOException e) {
            return false;
        }
    }
}
