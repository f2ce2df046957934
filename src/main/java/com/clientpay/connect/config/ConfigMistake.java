package com.clientpay.connect.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param place where: {@code /opt/connect/conf/connect.toml:12} or {@code environment variable CONNECT_SERVER_PORT}
 * @param message what is wrong and what would be right; never a secret
 * @param ofSecret whether it is a secret that is missing or written where it must not be
 */
public record ConfigMistake(String place, String message, boolean ofSecret) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
