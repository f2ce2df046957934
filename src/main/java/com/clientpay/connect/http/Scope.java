package com.clientpay.connect.http;

/** What a key may do. A route asks for one of them; a key holds any number. */
public enum Scope {
    READ,
    POST,
    SETTINGS,
    ADMIN
}
