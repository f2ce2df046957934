package com.clientpay.connect.config;

import java.util.List;
import java.util.Map;

/** A store of secrets that {@code connect secret} may change. Every change is complete or not made at all. */
public interface SecretVault extends SecretStore {

    /**
     * The names of all secrets, sorted; each may be looked for with {@link #find}.
     *
     * @throws SecretException when the store cannot be read
     */
    List<String> names() throws SecretException;

    /**
     * Keeps these secrets, in place of those of the same names; the others stay.
     *
     * @param secrets by name, as {@link SecretRules} has them
     * @throws SecretException when a name or value breaks the rules, or the store cannot be written; nothing is changed then
     */
    void put(Map<String, String> secrets) throws SecretException;

    /**
     * Forgets the secret. Answers whether there was one.
     *
     * @throws SecretException when the store cannot be written
     */
    boolean remove(String name) throws SecretException;
}
