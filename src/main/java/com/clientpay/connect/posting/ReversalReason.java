package com.clientpay.connect.posting;

/** Why a posting is reversed. Only one that was reversed for CORRECTION can be reopened: the others' money is gone. */
public enum ReversalReason {
    CORRECTION,
    REFUND,
    CHARGEBACK,
    RETURN
}
