package com.clientpay.connect.http;

import java.util.Optional;

/** Decides who calls. */
public interface Authenticator {

    /**
     * @param authorization the Authorization header
     * @param address the caller's address
     * @throws ProblemException 401 when there is no valid key
     */
    Caller authenticate(Optional<String> authorization, String address, boolean loopback);
}
