package com.clientpay.connect.books;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.database.Row;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the firm's books. Nothing here writes. */
public final class BooksService {
    private static final int LONGEST_ID = 64;

    private final Database database;
    private final SearchFields fields;

    public BooksService(Database database, Clock clock) {
        this.database = database;
        this.fields = new SearchFields(database, clock);
    }

    /** Every bank account, inactive ones included, by id. */
    public List<BankAccount> bankAccounts() {
        return database.list(Contract.LIST_BANK_ACCOUNTS, BankAccount::of);
    }

    /** Every ledger code, inactive ones included; none where the system has no such codes. */
    public List<LedgerCode> ledgerCodes() {
        return database.list(Contract.LIST_LEDGER_CODES, LedgerCode::of);
    }

    /** Every transaction type, inactive ones included; none where the system has no such types. */
    public List<TransactionType> transactionTypes() {
        return database.list(Contract.LIST_TRANSACTION_TYPES, TransactionType::of);
    }

    public Optional<Matter> matter(String id) {
        return canBeId(id) ? database.find(Contract.GET_MATTER, Matter::of, id) : Optional.empty();
    }

    /** The invoice, open or closed. */
    public Optional<Invoice> invoice(String id) {
        return canBeId(id) ? database.find(Contract.GET_INVOICE, Invoice::of, id) : Optional.empty();
    }

    List<SearchField> searchFields() {
        return fields.all();
    }

    List<Found<Matter>> matters(Search search) {
        return found(Contract.SEARCH_MATTERS, "MatterId", Matter::of, search);
    }

    List<Found<Invoice>> openInvoices(Search search) {
        return found(Contract.SEARCH_INVOICES, "InvoiceId", Invoice::of, search);
    }

    List<Found<TrustLedger>> trustLedgers(Search search) {
        return found(Contract.SEARCH_TRUST_LEDGERS, "TrustLedgerId", TrustLedger::of, search);
    }

    private <T> List<Found<T>> found(Procedure procedure, String idColumn, Function<Row, T> reader, Search search) {
        return database.list(procedure, Found.by(idColumn, reader), search.arguments());
    }

    /** The books know no longer ids, so that nobody need ask them. */
    private static boolean canBeId(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID;
    }
}
