package com.clientpay.connect.demo;

/** How receipts reach a demo firm's books. */
public enum DemoDelivery {
    /** At once. */
    PROCEDURE,
    /** By files that the firm's own import reads. */
    BATCH
}
