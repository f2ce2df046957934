package com.clientpay.connect.config;

import java.util.Optional;

/** Keeps the secrets that {@code secret:NAME} refers to. */
public interface SecretStore {

    /**
     * @param name letters, digits, dots, hyphens and underscores, at most 64
     * @throws SecretException when the store itself cannot be used
     */
    Optional<String> find(String name) throws SecretException;

    /** What and where it is, for messages: "the file /opt/connect/conf/secrets". */
    String description();
}
