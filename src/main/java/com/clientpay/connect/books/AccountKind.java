package com.clientpay.connect.books;

/** Whose money a bank account holds. Mixing the two is an ethics violation, so nothing crosses from one to the other. */
public enum AccountKind {
    /** The firm's own money. */
    OPERATING,
    /** Client money that the firm holds but does not own (IOLTA). */
    TRUST
}
