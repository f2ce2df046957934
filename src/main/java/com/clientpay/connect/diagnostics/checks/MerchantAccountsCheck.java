package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.books.BankAccount;
import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.books.LedgerCode;
import com.clientpay.connect.books.TransactionType;
import com.clientpay.connect.settings.MerchantAccount;
import com.clientpay.connect.settings.MerchantAccountService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether what merchant accounts are mapped to is still there and in use: the firm may change its books at any time. */
record MerchantAccountsCheck(Supplier<MerchantAccountService> settings, Supplier<BooksService> books) implements Check {
    static final String NAME = "merchant-accounts";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ListsCheck.NAME);
    }

    @Override
    public Finding look() {
        List<MerchantAccount> accounts = settings.get().list();
        if (accounts.isEmpty()) {
            return Finding.warn(
                    "none is mapped",
                    "Map each one to a bank account of the firm; until then payments stay incomplete.");
        }
        List<BankAccount> banks = books.get().bankAccounts();
        List<LedgerCode> codes = books.get().ledgerCodes();
        List<TransactionType> types = books.get().transactionTypes();
        List<String> problems = new ArrayList<>();
        for (MerchantAccount account : accounts) {
            bankAccount(account, banks).ifPresent(problems::add);
            account.ledgerCode()
                    .filter(code -> codes.stream().noneMatch(c -> c.code().equals(code) && c.active()))
                    .ifPresent(code -> problems.add(account.id() + ": ledger code " + code + " is gone or inactive."));
            account.transactionType()
                    .filter(type -> types.stream().noneMatch(t -> t.code().equals(type) && t.active()))
                    .ifPresent(type ->
                            problems.add(account.id() + ": transaction type " + type + " is gone or inactive."));
        }
        return problems.isEmpty()
                ? Finding.pass(accounts.size() + " are mapped to what is there and active")
                : Finding.warn(
                        problems.size() + " of their settings no longer fit the books\n" + String.join("\n", problems),
                        "Choose others in the Connect settings; until then these payments stay incomplete.");
    }

    private static Optional<String> bankAccount(MerchantAccount account, List<BankAccount> banks) {
        String prefix = account.id() + ": bank account " + account.bankAccountId();
        Optional<BankAccount> bank = banks.stream()
                .filter(b -> b.id().equals(account.bankAccountId()))
                .findFirst();
        if (bank.isEmpty()) {
            return Optional.of(prefix + " is gone.");
        }
        if (!bank.get().active()) {
            return Optional.of(prefix + " is inactive.");
        }
        return bank.get().kind() == account.kind()
                ? Optional.empty()
                : Optional.of(
                        prefix + " is " + bank.get().kind() + ", but the merchant account is " + account.kind() + ".");
    }
}
