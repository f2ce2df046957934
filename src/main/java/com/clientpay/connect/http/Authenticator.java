package com.clientpay.connect.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides who calls. */
public interface Authenticator {

    /**
     * @param authorization the Authorization header
     * @param address the caller's address
     * @throws ProblemException 401 when there is no valid key
     */
    Caller authenticate(Optional<String> authorization, String address, boolean loopback);

    /**
     * Who calls by a session instead of a key: asked for requests on the loopback listener without an Authorization
     * header.
     *
     * @param headers every header with its values; names in lower case
     * @return empty when there is no valid session
     * @throws ProblemException 403 when the request may not use its session
     */
    default Optional<Caller> session(String method, Map<String, List<String>> headers, String address) {
        return Optional.empty();
    }
}
