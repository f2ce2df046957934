package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.demo.procedures.FirmBooks.BankAccount;
import com.clientpay.connect.demo.procedures.PostingRow.Terms;
import com.clientpay.connect.demo.procedures.Settings.MerchantAccount;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Under which terms a posting is booked: kind of money, bank account, codes, currency.
 *
 * <p>What was sent, or was taken from the settings when it was recorded, is kept. What is missing is filled from the
 * settings of today. A bank account or code that was there and has gone since gives way to the merchant account's of
 * today, if that one is valid; of a fresh posting nothing can have gone, so there it is a reason.
 */
final class TermsResolver {
    private static final int FUTURE_DAYS = 2;

    private final FirmBooks books;
    private final PostingRow posting;
    private final Optional<MerchantAccount> account;
    private final Settings settings;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    TermsResolver(FirmBooks books, PostingRow posting, Optional<MerchantAccount> account, Settings settings) {
        this.books = books;
        this.posting = posting;
        this.account = account;
        this.settings = settings;
    }

    /** What speaks against the terms. */
    List<Reason> reasons() {
        return reasons;
    }

    /** Sentences for the history: what took the place of what has gone. */
    List<String> notes() {
        return notes;
    }

    /** @param today the firm's day */
    Terms resolve(LocalDate today) throws SQLException {
        Terms kept = posting.terms();
        String kind = orElse(kept.kind(), account.map(MerchantAccount::kind));
        if (kind == null) {
            reasons.add(Reason.ofPosting(
                    "merchant-account-unknown",
                    "Merchant account " + posting.merchantAccountId() + " is not set up in the connector, so nobody"
                            + " knows whether this is operating or trust money. Map it to a bank account, then post"
                            + " again."));
        }
        Terms terms = new Terms(
                kind,
                orElse(kept.currency(), Optional.ofNullable(settings.currency())),
                orElse(kept.arMessage(), Optional.ofNullable(settings.defaultArMessage())),
                ledgerCode(orElse(kept.ledgerCode(), account.map(MerchantAccount::ledgerCode))),
                transactionType(orElse(kept.transactionType(), account.map(MerchantAccount::transactionType))),
                bankAccount(orElse(kept.bankAccountId(), account.map(MerchantAccount::bankAccountId)), kind));
        checkCurrency(terms.currency());
        checkPaymentDate(today);
        return terms;
    }

    private String bankAccount(String id, String kind) throws SQLException {
        if (id == null) {
            return null;
        }
        Optional<BankAccount> found = books.bankAccount(id);
        if (found.isEmpty() || !found.get().isActive()) {
            Optional<String> other = account.map(MerchantAccount::bankAccountId);
            boolean usable = other.isPresent() && isUsable(other.get(), kind);
            return gone(
                    "bank-account-gone",
                    "Bank account " + id,
                    found.isEmpty() ? "is not in the firm's books" : "is no longer active",
                    id,
                    other.filter(value -> usable));
        }
        if (kind != null && !kind.equals(found.get().kind())) {
            reasons.add(Reason.ofPosting(
                    "bank-account-of-other-kind",
                    "Bank account " + id + " (" + found.get().name() + ") is "
                            + (found.get().kind().equals("TRUST") ? "a trust" : "an operating")
                            + " account, but this is "
                            + (kind.equals("TRUST") ? "trust" : "operating")
                            + " money. Correct the account's kind in the books and post again, or remove this posting and"
                            + " book it by hand."));
        }
        return id;
    }

    private boolean isUsable(String bankAccountId, String kind) throws SQLException {
        return books.bankAccount(bankAccountId)
                .filter(BankAccount::isActive)
                .filter(found -> kind == null || kind.equals(found.kind()))
                .isPresent();
    }

    private String ledgerCode(String code) throws SQLException {
        if (code == null || books.hasActiveLedgerCode(code)) {
            return code;
        }
        Optional<String> other = account.map(MerchantAccount::ledgerCode);
        boolean usable = other.isPresent() && books.hasActiveLedgerCode(other.get());
        return codeGone("Ledger code " + code, code, other.filter(value -> usable));
    }

    private String transactionType(String code) throws SQLException {
        if (code == null || books.hasActiveTransactionType(code)) {
            return code;
        }
        Optional<String> other = account.map(MerchantAccount::transactionType);
        boolean usable = other.isPresent() && books.hasActiveTransactionType(other.get());
        return codeGone("Transaction type " + code, code, other.filter(value -> usable));
    }

    private String codeGone(String what, String code, Optional<String> other) {
        return gone("code-unknown", what, "is not an active one of the firm's books", code, other);
    }

    /** @param other the merchant account's of today, if it can be used */
    private String gone(String reason, String what, String why, String kept, Optional<String> other) {
        if (other.isPresent() && !posting.isFresh()) {
            notes.add(what + " " + why + ": " + other.get() + " of the merchant account took its place.");
            return other.get();
        }
        String remedy = other.isPresent()
                ? "Post it again to use " + other.get() + ", the merchant account's, instead."
                : "Choose another one for merchant account " + posting.merchantAccountId() + ", then post again.";
        reasons.add(Reason.ofPosting(reason, what + " " + why + ". " + remedy));
        return kept;
    }

    private void checkCurrency(String currency) {
        if (currency != null && !currency.equals(settings.currency())) {
            reasons.add(Reason.ofPosting(
                    "currency-mismatch",
                    "The payment is in " + currency + ", the firm's books are in " + settings.currency()
                            + ". Book it by hand, then remove this posting."));
        }
    }

    private void checkPaymentDate(LocalDate today) {
        if (posting.paymentDate().isAfter(today.plusDays(FUTURE_DAYS))) {
            reasons.add(Reason.ofPosting(
                    "payment-date-in-future",
                    "The payment date " + posting.paymentDate() + " is more than " + FUTURE_DAYS + " days after today, "
                            + today + ". Post it again when the day has come."));
        }
    }

    private static String orElse(String kept, Optional<String> filled) {
        return kept != null ? kept : filled.orElse(null);
    }
}
