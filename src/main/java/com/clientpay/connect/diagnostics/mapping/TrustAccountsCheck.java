package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.Examples;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;

/** Whether trust ledgers lie on trust accounts only: client money must not be on the firm's own. */
final class TrustAccountsCheck extends MappingCheck {
    private final MappingDatabase database;

    TrustAccountsCheck(MappingDatabase database) {
        super("trust-ledger-kinds", MappedView.TRUST_LEDGER.viewName(), MappedView.BANK_ACCOUNT.viewName());
        this.database = database;
    }

    @Override
    Finding examine() {
        Examples mixed = database.trustLedgersOfOtherAccounts();
        return mixed.isEmpty()
                ? Finding.pass("all are on trust accounts")
                : Finding.fail(
                        "on an account that is not of kind TRUST: TrustLedgerId " + mixed,
                        "Either MapBankAccount calls a trust account OPERATING, or MapTrustLedger shows ledgers that are none.");
    }
}
