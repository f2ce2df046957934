package com.clientpay.connect.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether a connector on this machine answers. */
@FunctionalInterface
interface LiveProbe {
    /** @param base such as {@code http://127.0.0.1:32322} */
    boolean answers(URI base);

    /** Asks {@code /v1/health/live} and waits two seconds at most. */
    static boolean ask(URI base) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) base.resolve("/v1/health/live").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
