package com.clientpay.connect.posting;

/** How the payer paid. */
public enum PaymentMethod {
    CARD,
    ECHECK
}
