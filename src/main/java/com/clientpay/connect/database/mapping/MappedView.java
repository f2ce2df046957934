package com.clientpay.connect.database.mapping;

import static com.clientpay.connect.database.mapping.ColumnKind.CODE;
import static com.clientpay.connect.database.mapping.ColumnKind.DATE;
import static com.clientpay.connect.database.mapping.ColumnKind.FLAG;
import static com.clientpay.connect.database.mapping.ColumnKind.ID;
import static com.clientpay.connect.database.mapping.ColumnKind.INSTANT;
import static com.clientpay.connect.database.mapping.ColumnKind.MONEY;
import static com.clientpay.connect.database.mapping.ColumnKind.NUMBER;
import static com.clientpay.connect.database.mapping.ColumnKind.TEXT;

import java.util.List;
import java.util.Optional;

/**
 * The views of clientpay_internal by which a system's pack shows the firm's books, asks what only the firm can know of them,
 * and compares; see {@code systems/template}.
 */
public enum MappedView {
    BANK_ACCOUNT(
            "MapBankAccount",
            "BankAccountId",
            filled("BankAccountId", ID),
            filled("Name", TEXT),
            filled("Kind", CODE),
            filled("Active", FLAG)),
    LEDGER_CODE("MapLedgerCode", "Code", filled("Code", CODE), filled("Description", TEXT), filled("Active", FLAG)),
    TRANSACTION_TYPE(
            "MapTransactionType", "Code", filled("Code", CODE), filled("Description", TEXT), filled("Active", FLAG)),
    MATTER(
            "MapMatter",
            "MatterId",
            filled("MatterId", ID),
            optional("MatterNumber", TEXT),
            optional("MatterName", TEXT),
            filled("ClientId", ID),
            optional("ClientNumber", TEXT),
            optional("ClientName", TEXT),
            filled("Status", CODE)),
    FIELD(
            "MapField",
            "Name",
            filled("Name", CODE),
            filled("Label", TEXT),
            filled("Type", CODE),
            filled("Searchable", FLAG),
            filled("Contains", FLAG),
            filled("Position", NUMBER)),
    MATTER_FIELD("MapMatterField", null, filled("Field", CODE), optional("Value", TEXT), filled("MatterId", ID)),
    INVOICE("MapInvoice", "InvoiceId", invoice()),
    OPEN_INVOICE("MapOpenInvoice", "InvoiceId", invoice()),
    TRUST_LEDGER(
            "MapTrustLedger",
            "TrustLedgerId",
            filled("TrustLedgerId", ID),
            filled("MatterId", ID),
            filled("BankAccountId", ID),
            filled("Balance", MONEY)),
    BOOKED(
            "MapBooked",
            null,
            filled("PostingId", CODE),
            filled("Attempt", NUMBER),
            filled("Kind", CODE),
            filled("BankAccountId", ID),
            filled("BookDate", DATE),
            optional("Amount", MONEY)),
    RECEIPT_RESULT(
            "MapReceiptResult",
            null,
            filled("PostingId", CODE),
            filled("Attempt", NUMBER),
            filled("Kind", CODE),
            filled("Handover", NUMBER),
            filled("Outcome", CODE),
            optional("Receipt", CODE),
            optional("BookedOn", DATE),
            optional("Detail", TEXT)),
    ASK_SUBJECT(
            "AskSubject",
            "Subject",
            filled("Subject", CODE),
            filled("Title", TEXT),
            filled("Question", TEXT),
            filled("Position", NUMBER),
            filled("NewItems", FLAG)),
    ASK_CHOICE(
            "AskChoice",
            null,
            filled("Subject", CODE),
            filled("Answer", CODE),
            filled("Meaning", TEXT),
            filled("Position", NUMBER)),
    ASK_ITEM(
            "AskItem",
            null,
            filled("Subject", CODE),
            filled("Item", TEXT),
            filled("Label", TEXT),
            filled("Active", FLAG),
            optional("Usage", TEXT),
            optional("Suggested", CODE),
            optional("Refuted", CODE),
            optional("RefutedBecause", TEXT)),
    COMPARISON(
            "Comparison",
            "Name",
            filled("Name", CODE),
            filled("Measure", CODE),
            filled("Title", TEXT),
            filled("FirstWay", TEXT),
            filled("SecondWay", TEXT),
            filled("Position", NUMBER)),
    COMPARISON_ITEM(
            "ComparisonItem",
            null,
            filled("Name", CODE),
            filled("Item", TEXT),
            optional("FirstAmount", MONEY),
            optional("SecondAmount", MONEY));

    private final String viewName;
    private final Optional<String> key;
    private final List<MappedColumn> columns;

    MappedView(String viewName, String key, MappedColumn... columns) {
        this.viewName = viewName;
        this.key = Optional.ofNullable(key);
        this.columns = List.of(columns);
    }

    /** Its name in the schema clientpay_internal. */
    public String viewName() {
        return viewName;
    }

    /** The column that no two rows have the same value of. */
    public Optional<String> key() {
        return key;
    }

    /** The columns that it must have; MapMatter also has the firm's further fields. */
    public List<MappedColumn> columns() {
        return columns;
    }

    String qualifiedName() {
        return "clientpay_internal." + viewName;
    }

    private static MappedColumn[] invoice() {
        return new MappedColumn[] {
            filled("InvoiceId", ID),
            filled("InvoiceKey", ID),
            filled("InvoiceNumber", CODE),
            filled("NumberKey", ID),
            filled("MatterId", ID),
            filled("InvoiceDate", DATE),
            filled("Amount", MONEY),
            filled("Balance", MONEY),
            optional("ChangedAt", INSTANT)
        };
    }

    private static MappedColumn filled(String name, ColumnKind kind) {
        return new MappedColumn(name, kind, true);
    }

    private static MappedColumn optional(String name, ColumnKind kind) {
        return new MappedColumn(name, kind, false);
    }
}
