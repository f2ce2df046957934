package com.clientpay.connect.demo.procedures;

/**
 * What an allocation goes to in the books.
 *
 * @param id opaque, the firm's
 */
record Target(Kind kind, String id) {

    enum Kind {
        INVOICE("I"),
        TRUST_LEDGER("T"),
        /** Unapplied money. */
        MATTER("M");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** The name that is locked, such as {@code I:4711}. */
    String lockName() {
        return kind.letter + ":" + id;
    }
}
