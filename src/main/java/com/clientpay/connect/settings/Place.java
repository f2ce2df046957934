package com.clientpay.connect.settings;

/** Where a Connect field can be shown. Only in the Connect section are values filled from the firm's system. */
public enum Place {
    CONNECT,
    PAYMENT_PAGES,
    PAYMENT_MANAGER,
    RECEIPTS
}
