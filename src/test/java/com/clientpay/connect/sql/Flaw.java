package com.clientpay.connect.sql;

/** What is wrong with a script, and in which line of it. */
record Flaw(int line, String what) {
    @Override
    public String toString() {
        return "line " + line + ": " + what;
    }
}
