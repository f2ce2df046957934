/** Holds our own ledger of effects on the books against what the books say they have from us. */
package com.clientpay.connect.reconciliation;
