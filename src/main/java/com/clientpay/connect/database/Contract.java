package com.clientpay.connect.database;

import static com.clientpay.connect.database.ValueType.BYTES;
import static com.clientpay.connect.database.ValueType.DATE;
import static com.clientpay.connect.database.ValueType.FLAG;
import static com.clientpay.connect.database.ValueType.ID;
import static com.clientpay.connect.database.ValueType.INSTANT;
import static com.clientpay.connect.database.ValueType.MONEY;
import static com.clientpay.connect.database.ValueType.NUMBER;
import static com.clientpay.connect.database.ValueType.TEXT;

import java.util.ArrayList;
import java.util.List;

/**
 * Every procedure the connector calls. The scripts under {@code sql/} provide them, one for each engine; the connector
 * calls nothing else. {@code connect check} compares this list with the database.
 *
 * <p>Writing procedures that move a posting answer one row of {@link #MOVE_COLUMNS}; those that answer postings answer
 * rows of {@link #POSTING_COLUMNS}.
 */
public final class Contract {

    /** The version of this contract. Versions are additive: newer scripts serve older connectors. */
    public static final int VERSION = 1;

    /**
     * What a move answers. {@code Outcome} is DONE, UNCHANGED (a repeat: nothing was written), NOT_FOUND, NOT_ALLOWED
     * (see {@code Status}), CHANGED_MEANWHILE (the expected version is not the row's) or REFUSED (the books refuse, with
     * {@code Code}, {@code Detail} and the {@code Allocation}'s index: roll back).
     */
    static final List<Field> MOVE_COLUMNS =
            columns("Outcome", ID, "Status", ID, "Code", ID, "Detail", TEXT, "Allocation", NUMBER);

    /**
     * Postings with everything that belongs to them. {@code Part} says what a row is, and so which columns it fills:
     * POSTING first, then its ALLOCATIONs, REASONs and EVENTs, each by {@code Position} from 0.
     */
    static final List<Field> POSTING_COLUMNS = columns(
            "Part",
            ID,
            "PostingId",
            ID,
            "Position",
            NUMBER,
            // POSTING
            "Status",
            ID,
            "Attempt",
            NUMBER,
            "Version",
            NUMBER,
            "IdempotencyKey",
            ID,
            "PaymentId",
            ID,
            "MerchantAccountId",
            ID,
            "Kind",
            ID,
            "Amount",
            MONEY,
            "Currency",
            ID,
            "PaymentDate",
            DATE,
            "BookDate",
            DATE,
            "PayerName",
            TEXT,
            "PayerEmail",
            TEXT,
            "Method",
            ID,
            "Reference",
            TEXT,
            "ArMessage",
            TEXT,
            "LedgerCode",
            TEXT,
            "TransactionType",
            TEXT,
            "BankAccountId",
            TEXT,
            "Fields",
            TEXT,
            "Receipt",
            TEXT,
            "Due",
            ID,
            "CreatedAt",
            INSTANT,
            // ALLOCATION (with Amount)
            "InvoiceId",
            TEXT,
            "InvoiceNumber",
            TEXT,
            "TrustLedgerId",
            TEXT,
            "MatterId",
            TEXT,
            // REASON (Allocation is the allocation's index, or null)
            "Code",
            ID,
            "Detail",
            TEXT,
            "Allocation",
            NUMBER,
            // EVENT (with Detail)
            "At",
            INSTANT,
            "Actor",
            TEXT,
            "What",
            ID);

    private static final List<Field> SEARCH =
            columns("Field", ID, "Match", ID, "Text", TEXT, "AfterValue", TEXT, "AfterId", TEXT, "Limit", NUMBER);

    private static final List<Field> MATTER = columns(
            "MatterId",
            TEXT,
            "MatterNumber",
            TEXT,
            "MatterName",
            TEXT,
            "ClientId",
            TEXT,
            "ClientNumber",
            TEXT,
            "ClientName",
            TEXT,
            "Status",
            ID,
            "ArBalance",
            MONEY,
            "TrustBalance",
            MONEY);

    private static final List<Field> INVOICE = columns(
            "InvoiceId",
            TEXT,
            "InvoiceNumber",
            TEXT,
            "MatterId",
            TEXT,
            "MatterNumber",
            TEXT,
            "MatterName",
            TEXT,
            "ClientId",
            TEXT,
            "ClientNumber",
            TEXT,
            "ClientName",
            TEXT,
            "InvoiceDate",
            DATE,
            "Amount",
            MONEY,
            "Balance",
            MONEY,
            "Pending",
            MONEY);

    private static final List<Field> TRUST_LEDGER = columns(
            "TrustLedgerId",
            TEXT,
            "MatterId",
            TEXT,
            "MatterNumber",
            TEXT,
            "MatterName",
            TEXT,
            "ClientName",
            TEXT,
            "BankAccountId",
            TEXT,
            "Balance",
            MONEY);

    /** The value that the search went by, for the cursor: the searched field, or the date of a list without search. */
    private static final List<Field> SEARCH_VALUE = columns("SearchValue", TEXT);

    /** A file for the firm's import. Waiting is how many of its receipts the import has not answered. */
    private static final List<Field> BATCH = columns(
            "Number",
            NUMBER,
            "FileName",
            TEXT,
            "State",
            ID,
            "StateSince",
            INSTANT,
            "StateBy",
            TEXT,
            "Token",
            ID,
            "Receipts",
            NUMBER,
            "Lines",
            NUMBER,
            "Total",
            MONEY,
            "Sha256",
            ID,
            "SealedAt",
            INSTANT,
            "Waiting",
            NUMBER);

    /**
     * A line of a receipt for the firm's import: one allocation of one handover. Its batch and its number there are null
     * until it is sealed, its Answer (BOOKED, REJECTED, REFUSED) until there is one.
     */
    private static final List<Field> BATCH_LINE = columns(
            "LineId",
            NUMBER,
            "ReceiptKey",
            NUMBER,
            "PostingId",
            ID,
            "Attempt",
            NUMBER,
            "Kind",
            ID,
            "Handover",
            NUMBER,
            "Position",
            NUMBER,
            "BatchNumber",
            NUMBER,
            "LineNumber",
            NUMBER,
            "Answer",
            ID,
            "ReceiptDate",
            DATE,
            "BookDate",
            DATE,
            "BankAccountId",
            TEXT,
            "LedgerCode",
            TEXT,
            "TransactionType",
            TEXT,
            "Reference",
            TEXT,
            "PaymentId",
            ID,
            "Method",
            ID,
            "Payor",
            TEXT,
            "ClientNumber",
            TEXT,
            "MatterNumber",
            TEXT,
            "MatterId",
            TEXT,
            "InvoiceNumber",
            TEXT,
            "InvoiceId",
            TEXT,
            "TrustLedgerId",
            TEXT,
            "Description",
            TEXT,
            "Currency",
            ID,
            "Amount",
            MONEY,
            "ReceiptAmount",
            MONEY,
            "OriginalReceiptKey",
            NUMBER);

    private static final List<Procedure> ALL = new ArrayList<>();

    // ---- The installation

    /**
     * One row. Delivery is PROCEDURE or BATCH; CalledAt is the database's clock, for the check of clocks. DelayedDurability
     * says whether the database forces commits to be answered before they are on the disk: then nothing is posted.
     * MappingSignOff is NOT_NEEDED, SIGNED, or MISSING, UNSEEN or VOID: then nothing is posted either.
     */
    public static final Procedure GET_INSTALLATION = procedure(
            "GetInstallation",
            none(),
            columns(
                    "DatabaseId",
                    ID,
                    "ContractVersion",
                    NUMBER,
                    "ScriptVersion",
                    TEXT,
                    "SystemName",
                    ID,
                    "SystemTitle",
                    TEXT,
                    "Delivery",
                    ID,
                    "Unapplied",
                    FLAG,
                    "KeepsChangeTime",
                    FLAG,
                    "HasLedgerCodes",
                    FLAG,
                    "HasTransactionTypes",
                    FLAG,
                    "LastPostingAt",
                    INSTANT,
                    "CalledAt",
                    INSTANT,
                    "DelayedDurability",
                    FLAG,
                    "MappingSignOff",
                    ID));

    /**
     * What the firm still has to say about its books, and how it stands with the sign-off of the mapping. What is
     * UNANSWERED or CONTRADICTED (of an item of the firm's), MISSING, VOID or SIGNED (of the sign-off), or CHANGED (since it).
     */
    public static final Procedure CHECK_MAPPING = procedure(
            "CheckMapping",
            none(),
            columns(
                    "What", ID, "Subject", TEXT, "Item", TEXT, "Label", TEXT, "Detail", TEXT, "Actor", TEXT, "At",
                    INSTANT));

    /**
     * Gives the database another id, for a copy that was restored to be worked with: connectors that are configured for the
     * old one post nothing to it. Outcome: DONE or CHANGED_MEANWHILE (its id is not the expected one).
     */
    public static final Procedure ADOPT_DATABASE = procedure(
            "AdoptDatabase",
            columns("ExpectedId", ID, "NewId", ID, "Actor", TEXT, "Now", INSTANT),
            columns("Outcome", ID));

    // ---- The books

    public static final Procedure LIST_BANK_ACCOUNTS = procedure(
            "ListBankAccounts", none(), columns("BankAccountId", TEXT, "Name", TEXT, "Kind", ID, "Active", FLAG));
    public static final Procedure LIST_LEDGER_CODES =
            procedure("ListLedgerCodes", none(), columns("Code", TEXT, "Description", TEXT, "Active", FLAG));
    public static final Procedure LIST_TRANSACTION_TYPES =
            procedure("ListTransactionTypes", none(), columns("Code", TEXT, "Description", TEXT, "Active", FLAG));

    /** By Position. Contains says whether match=contains is allowed; Version is that of the whole list. */
    public static final Procedure LIST_FIELDS = procedure(
            "ListFields",
            none(),
            columns(
                    "Name",
                    ID,
                    "Label",
                    TEXT,
                    "Type",
                    ID,
                    "Searchable",
                    FLAG,
                    "Contains",
                    FLAG,
                    "Position",
                    NUMBER,
                    "OnConnect",
                    FLAG,
                    "OnPaymentPages",
                    FLAG,
                    "OnPaymentManager",
                    FLAG,
                    "OnReceipts",
                    FLAG,
                    "Version",
                    NUMBER));

    /**
     * At most Limit rows after (AfterValue, AfterId), ordered by the searched field and id; with Field null everything
     * by id. Match is PREFIX, EXACT or CONTAINS. Further columns are the firm's own Connect fields, named as in
     * ListFields. Throws 51004 when a search ran longer than two seconds.
     */
    public static final Procedure SEARCH_MATTERS = openEnded("SearchMatters", SEARCH, join(MATTER, SEARCH_VALUE));

    public static final Procedure GET_MATTER = openEnded("GetMatter", columns("MatterId", TEXT), MATTER);

    /** Open invoices only (balance above zero); with Field null by date and id. */
    public static final Procedure SEARCH_INVOICES = procedure("SearchInvoices", SEARCH, join(INVOICE, SEARCH_VALUE));

    /** Closed ones too. */
    public static final Procedure GET_INVOICE = procedure("GetInvoice", columns("InvoiceId", TEXT), INVOICE);

    public static final Procedure SEARCH_TRUST_LEDGERS =
            procedure("SearchTrustLedgers", SEARCH, join(TRUST_LEDGER, SEARCH_VALUE));

    /**
     * A slice of at most Limit invoices. Since null: open ones after AfterId, by id. Else all that changed at or after
     * Since, after (AfterChangedAt, AfterId), in that order.
     */
    public static final Procedure SYNC_INVOICES = procedure(
            "SyncInvoices",
            columns("Since", INSTANT, "AfterChangedAt", INSTANT, "AfterId", TEXT, "Limit", NUMBER),
            join(INVOICE, columns("ChangedAt", INSTANT)));

    /** One row: an instant such that every change not yet visible now will carry a later one; null if none is kept. */
    public static final Procedure GET_SYNC_WATERMARK =
            procedure("GetSyncWatermark", none(), columns("Watermark", INSTANT));

    // ---- Settings

    public static final Procedure LIST_MERCHANT_ACCOUNTS = procedure(
            "ListMerchantAccounts",
            none(),
            columns(
                    "MerchantAccountId",
                    ID,
                    "Name",
                    TEXT,
                    "Kind",
                    ID,
                    "LedgerCode",
                    TEXT,
                    "TransactionType",
                    TEXT,
                    "BankAccountId",
                    TEXT,
                    "Version",
                    NUMBER));

    /**
     * One row, or one for each refusal. Outcome: CREATED, DONE, UNCHANGED, CHANGED_MEANWHILE, POSTINGS_WAITING or
     * REFUSED with the Field (kind, ledgerCode, transactionType, bankAccountId) and the Detail. ExpectedVersion may be
     * null (any).
     */
    public static final Procedure PUT_MERCHANT_ACCOUNT = procedure(
            "PutMerchantAccount",
            columns(
                    "MerchantAccountId",
                    ID,
                    "Name",
                    TEXT,
                    "Kind",
                    ID,
                    "LedgerCode",
                    TEXT,
                    "TransactionType",
                    TEXT,
                    "BankAccountId",
                    TEXT,
                    "ExpectedVersion",
                    NUMBER,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            columns("Outcome", ID, "Field", ID, "Detail", TEXT));

    /** Outcome: DONE, NOT_FOUND, CHANGED_MEANWHILE or POSTINGS_WAITING. */
    public static final Procedure DELETE_MERCHANT_ACCOUNT = procedure(
            "DeleteMerchantAccount",
            columns("MerchantAccountId", ID, "ExpectedVersion", NUMBER, "Actor", TEXT, "Now", INSTANT),
            columns("Outcome", ID, "Field", ID, "Detail", TEXT));

    public static final Procedure GET_POSTING_SETTINGS = procedure(
            "GetPostingSettings",
            none(),
            columns(
                    "DefaultArMessage",
                    TEXT,
                    "UsePostedDate",
                    FLAG,
                    "AutomaticPosting",
                    FLAG,
                    "TimeZone",
                    TEXT,
                    "Currency",
                    ID,
                    "Version",
                    NUMBER));

    /** Outcome: DONE, UNCHANGED or CHANGED_MEANWHILE. */
    public static final Procedure PUT_POSTING_SETTINGS = procedure(
            "PutPostingSettings",
            columns(
                    "DefaultArMessage",
                    TEXT,
                    "UsePostedDate",
                    FLAG,
                    "AutomaticPosting",
                    FLAG,
                    "TimeZone",
                    TEXT,
                    "Currency",
                    ID,
                    "ExpectedVersion",
                    NUMBER,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            columns("Outcome", ID));

    /**
     * Begins a change of the field display in the caller's transaction. Outcome: DONE or CHANGED_MEANWHILE. Detail is
     * what the audit trail records. PutField follows, once for each field.
     */
    public static final Procedure BEGIN_FIELDS = procedure(
            "BeginFields",
            columns("ExpectedVersion", NUMBER, "Detail", TEXT, "Actor", TEXT, "Now", INSTANT),
            columns("Outcome", ID));

    public static final Procedure PUT_FIELD = procedure(
            "PutField",
            columns(
                    "Name",
                    ID,
                    "Position",
                    NUMBER,
                    "OnConnect",
                    FLAG,
                    "OnPaymentPages",
                    FLAG,
                    "OnPaymentManager",
                    FLAG,
                    "OnReceipts",
                    FLAG),
            none());

    /** The audit trail of settings, newest first. */
    public static final Procedure LIST_SETTINGS_EVENTS = procedure(
            "ListSettingsEvents",
            columns("Limit", NUMBER),
            columns("At", INSTANT, "Actor", TEXT, "What", ID, "Subject", TEXT, "Detail", TEXT));

    // ---- Keys

    /** Scopes and Addresses are separated by blanks; Salt and Hash are lower-case hexadecimal. */
    public static final Procedure LIST_API_KEYS = procedure(
            "ListApiKeys",
            none(),
            columns(
                    "Name",
                    ID,
                    "Salt",
                    ID,
                    "Hash",
                    ID,
                    "Scopes",
                    TEXT,
                    "Addresses",
                    TEXT,
                    "ExpiresAt",
                    INSTANT,
                    "CreatedAt",
                    INSTANT,
                    "CreatedBy",
                    TEXT,
                    "RevokedAt",
                    INSTANT,
                    "RevokedBy",
                    TEXT));

    /** Outcome: DONE or NAME_TAKEN (also by a revoked key). */
    public static final Procedure CREATE_API_KEY = procedure(
            "CreateApiKey",
            columns(
                    "Name",
                    ID,
                    "Salt",
                    ID,
                    "Hash",
                    ID,
                    "Scopes",
                    TEXT,
                    "Addresses",
                    TEXT,
                    "ExpiresAt",
                    INSTANT,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            columns("Outcome", ID));

    /** Outcome: DONE, UNCHANGED (it was revoked before) or NOT_FOUND. */
    public static final Procedure REVOKE_API_KEY =
            procedure("RevokeApiKey", columns("Name", ID, "Actor", TEXT, "Now", INSTANT), columns("Outcome", ID));

    // ---- Postings: recording

    /**
     * Records a payment, or says that it is recorded already. Outcome: CREATED; REPLAYED (this key, this body);
     * KEY_REUSED (this key, another body); PAYMENT_RECORDED (this payment under another key). PostingId is the posting's
     * in every case. Takes the defaults from the merchant account and the posting settings, and keeps them. Due is set to
     * POST with automatic posting on, else to RESOLVE: what is to be done next, and cleared by it. What was not sent is
     * null. BodyHash is the SHA-256 of the body's canonical form, BodyVersion that form's version.
     */
    public static final Procedure SUBMIT_POSTING = procedure(
            "SubmitPosting",
            columns(
                    "PostingId",
                    ID,
                    "IdempotencyKey",
                    ID,
                    "BodyHash",
                    ID,
                    "BodyVersion",
                    NUMBER,
                    "PaymentId",
                    ID,
                    "MerchantAccountId",
                    ID,
                    "Amount",
                    MONEY,
                    "Currency",
                    ID,
                    "PaymentDate",
                    DATE,
                    "PayerName",
                    TEXT,
                    "PayerEmail",
                    TEXT,
                    "Method",
                    ID,
                    "Reference",
                    TEXT,
                    "ArMessage",
                    TEXT,
                    "LedgerCode",
                    TEXT,
                    "TransactionType",
                    TEXT,
                    "BankAccountId",
                    TEXT,
                    "Fields",
                    TEXT,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            columns("Outcome", ID, "PostingId", ID, "Due", ID));

    /** Outcome: KEY_FOUND (this key, whatever the body), PAYMENT_RECORDED or NONE. Either parameter may be null. */
    public static final Procedure FIND_POSTING = procedure(
            "FindPosting", columns("IdempotencyKey", ID, "PaymentId", ID), columns("Outcome", ID, "PostingId", ID));

    /** Adds the allocation at Position (from 0); exactly one of the four targets is given. Also after ReallocatePosting. */
    public static final Procedure ADD_ALLOCATION = procedure(
            "AddAllocation",
            columns(
                    "PostingId",
                    ID,
                    "Position",
                    NUMBER,
                    "InvoiceId",
                    TEXT,
                    "InvoiceNumber",
                    TEXT,
                    "TrustLedgerId",
                    TEXT,
                    "MatterId",
                    TEXT,
                    "Amount",
                    MONEY),
            none());

    // ---- Postings: moves

    /**
     * Resolves the allocations of a PENDING or INCOMPLETE posting, checks them, and sets PENDING, or INCOMPLETE with
     * reasons; touches no books and writes no event when nothing changed. Today is the firm's day.
     */
    public static final Procedure RESOLVE_POSTING = procedure(
            "ResolvePosting", columns("PostingId", ID, "Today", DATE, "Actor", TEXT, "Now", INSTANT), MOVE_COLUMNS);

    /**
     * Resolves as ResolvePosting does, then writes the posting into the books: POSTED or QUEUED (DONE), INCOMPLETE with
     * reasons (DONE), or REFUSED by the books: roll back and call RefusePosting. BookDate null: the payment date, or
     * Today with use posted date.
     */
    public static final Procedure POST_POSTING = procedure(
            "PostPosting",
            columns(
                    "PostingId",
                    ID,
                    "ExpectedVersion",
                    NUMBER,
                    "BookDate",
                    DATE,
                    "Today",
                    DATE,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            MOVE_COLUMNS);

    /** Records, in a transaction of its own, that the books refused: INCOMPLETE with the one reason given. */
    public static final Procedure REFUSE_POSTING = procedure(
            "RefusePosting",
            columns("PostingId", ID, "Code", ID, "Detail", TEXT, "Allocation", NUMBER, "Actor", TEXT, "Now", INSTANT),
            MOVE_COLUMNS);

    /** Takes the allocations away, in one transaction with AddAllocation and ResolvePosting, which follow. */
    public static final Procedure REALLOCATE_POSTING = procedure(
            "ReallocatePosting",
            columns("PostingId", ID, "ExpectedVersion", NUMBER, "Actor", TEXT, "Now", INSTANT),
            MOVE_COLUMNS);

    public static final Procedure REMOVE_POSTING = procedure(
            "RemovePosting",
            columns("PostingId", ID, "ExpectedVersion", NUMBER, "Note", TEXT, "Actor", TEXT, "Now", INSTANT),
            MOVE_COLUMNS);

    /** REFUSED also with Code trust-balance-insufficient. Outside: the books were reversed by hand and are not touched. */
    public static final Procedure REVERSE_POSTING = procedure(
            "ReversePosting",
            columns(
                    "PostingId",
                    ID,
                    "ExpectedVersion",
                    NUMBER,
                    "Reason",
                    ID,
                    "BookDate",
                    DATE,
                    "Note",
                    TEXT,
                    "Outside",
                    FLAG,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            MOVE_COLUMNS);

    /** Attempt + 1, Due RESOLVE; ResolvePosting follows in the same transaction. */
    public static final Procedure REOPEN_POSTING = procedure(
            "ReopenPosting",
            columns("PostingId", ID, "ExpectedVersion", NUMBER, "Note", TEXT, "Actor", TEXT, "Now", INSTANT),
            MOVE_COLUMNS);

    // ---- Postings: reading

    public static final Procedure GET_POSTING = procedure("GetPosting", columns("PostingId", ID), POSTING_COLUMNS);

    /**
     * At most Limit postings, newest first, after (BeforeCreatedAt, BeforeId). Every filter may be null. Statuses are
     * separated by blanks; Text is the start of a posting id, payment id, reference or payer name; CreatedAt lies in
     * [CreatedFrom, CreatedBefore).
     */
    public static final Procedure LIST_POSTINGS = procedure(
            "ListPostings",
            columns(
                    "Statuses",
                    TEXT,
                    "Text",
                    TEXT,
                    "PaymentId",
                    ID,
                    "MerchantAccountId",
                    ID,
                    "CreatedFrom",
                    INSTANT,
                    "CreatedBefore",
                    INSTANT,
                    "BeforeCreatedAt",
                    INSTANT,
                    "BeforeId",
                    ID,
                    "Limit",
                    NUMBER),
            POSTING_COLUMNS);

    /** One row for each status that occurs. The filters as in ListPostings. */
    public static final Procedure COUNT_POSTINGS = procedure(
            "CountPostings",
            columns(
                    "Text",
                    TEXT,
                    "PaymentId",
                    ID,
                    "MerchantAccountId",
                    ID,
                    "CreatedFrom",
                    INSTANT,
                    "CreatedBefore",
                    INSTANT),
            columns("Status", ID, "Postings", NUMBER));

    /** Postings whose next step was interrupted: recorded before RecordedBefore and still due, oldest first. */
    public static final Procedure LIST_DUE_POSTINGS = procedure(
            "ListDuePostings",
            columns("RecordedBefore", INSTANT, "Limit", NUMBER),
            columns("PostingId", ID, "Due", ID));

    /** For INCOMPLETE, QUEUED and REVERSING: how many have been so since before the instant, and since when the oldest. */
    public static final Procedure COUNT_WAITING_POSTINGS = procedure(
            "CountWaitingPostings",
            columns("WaitingBefore", INSTANT),
            columns("Status", ID, "Postings", NUMBER, "Oldest", INSTANT));

    /** Blanks payer name, e-mail and fields of final postings recorded before the instant; keeps ids, keys and amounts. */
    public static final Procedure PURGE_PAYERS = procedure(
            "PurgePayers",
            columns("RecordedBefore", INSTANT, "Actor", TEXT, "Now", INSTANT),
            columns("Purged", NUMBER));

    // ---- Reconciliation

    /** For each bank account with entries of that book date: our ledger beside the books'. */
    public static final Procedure RECONCILE = procedure(
            "Reconcile",
            columns("BookDate", DATE),
            columns(
                    "BankAccountId",
                    TEXT,
                    "BankAccountName",
                    TEXT,
                    "OurPostings",
                    NUMBER,
                    "OurAmount",
                    MONEY,
                    "OurReversals",
                    NUMBER,
                    "OurReversed",
                    MONEY,
                    "BooksPostings",
                    NUMBER,
                    "BooksAmount",
                    MONEY,
                    "BooksReversals",
                    NUMBER,
                    "BooksReversed",
                    MONEY));

    /**
     * Each entry of that book date that is not the same on both sides. Kind is POST or REVERSE; a side may be null. Where the
     * books cannot show the entry, only BooksAmount is.
     */
    public static final Procedure RECONCILE_DIFFERENCES = procedure(
            "ReconcileDifferences",
            columns("BookDate", DATE),
            columns(
                    "PostingId",
                    ID,
                    "Attempt",
                    NUMBER,
                    "Kind",
                    ID,
                    "OurBankAccountId",
                    TEXT,
                    "OurBookDate",
                    DATE,
                    "OurAmount",
                    MONEY,
                    "BooksBankAccountId",
                    TEXT,
                    "BooksBookDate",
                    DATE,
                    "BooksAmount",
                    MONEY));

    // ---- Batches: receipts for a system that takes them by its own import

    /**
     * Makes the caller's transaction the only one that writes batches, until it ends. Never waits: Outcome is DONE, or
     * TAKEN by another connector.
     */
    public static final Procedure LOCK_BATCHES = procedure("LockBatches", none(), columns("Outcome", ID));

    /**
     * Lines by batch, or by posting, or, with both null, those that wait to be sealed: of the Limit receipts that were
     * queued first. All lines of a receipt are next to each other, by Position.
     */
    public static final Procedure LIST_BATCH_LINES =
            procedure("ListBatchLines", columns("BatchNumber", NUMBER, "PostingId", ID, "Limit", NUMBER), BATCH_LINE);

    /** The number that the next batch gets; its key keeps two from getting the same. */
    public static final Procedure NEXT_BATCH_NUMBER =
            procedure("NextBatchNumber", none(), columns("BatchNumber", NUMBER));

    /** Keeps a batch and its content. SealBatchLine follows in the same transaction, once for each of its lines. */
    public static final Procedure SEAL_BATCH = procedure(
            "SealBatch",
            columns(
                    "BatchNumber",
                    NUMBER,
                    "FileName",
                    TEXT,
                    "Receipts",
                    NUMBER,
                    "Lines",
                    NUMBER,
                    "Total",
                    MONEY,
                    "Sha256",
                    ID,
                    "Content",
                    BYTES,
                    "Actor",
                    TEXT,
                    "Now",
                    INSTANT),
            columns("Outcome", ID));

    /** Throws 51006 when the line does not wait any more. */
    public static final Procedure SEAL_BATCH_LINE =
            procedure("SealBatchLine", columns("LineId", NUMBER, "BatchNumber", NUMBER, "LineNumber", NUMBER), none());

    /**
     * Compares and sets. To WRITING with the Token of its temporary file. Outcome: DONE; CHANGED_MEANWHILE, when it is not
     * in the state expected; ANSWERED, when it is to be WRITING but the import knows one of its lines already.
     */
    public static final Procedure SET_BATCH_STATE = procedure(
            "SetBatchState",
            columns("BatchNumber", NUMBER, "Expected", ID, "State", ID, "Token", ID, "Actor", TEXT, "Now", INSTANT),
            columns("Outcome", ID));

    /**
     * What somebody has found out about an UNKNOWN batch, or one that is still SEALED: it was written, or it never was: then
     * it is ABANDONED, and its lines that wait for an answer go into the next batch. Outcome: DONE, UNCHANGED, NOT_FOUND, or
     * NOT_ALLOWED with the State.
     */
    public static final Procedure RESOLVE_BATCH = procedure(
            "ResolveBatch",
            columns("BatchNumber", NUMBER, "Written", FLAG, "Actor", TEXT, "Now", INSTANT),
            columns("Outcome", ID, "State", ID));

    /** At most Limit, newest first, below BeforeNumber; with Unfinished only SEALED, WRITING and UNKNOWN ones. */
    public static final Procedure LIST_BATCHES =
            procedure("ListBatches", columns("Unfinished", FLAG, "BeforeNumber", NUMBER, "Limit", NUMBER), BATCH);

    /** With the exact bytes of the file; null when payers were purged. */
    public static final Procedure GET_BATCH =
            procedure("GetBatch", columns("BatchNumber", NUMBER), join(BATCH, columns("Content", BYTES)));

    /**
     * How many there are in each state but WRITTEN and ABANDONED, and since when the oldest; State LINES counts the receipts
     * that wait to be sealed.
     */
    public static final Procedure COUNT_BATCHES =
            procedure("CountBatches", none(), columns("State", ID, "Batches", NUMBER, "Oldest", INSTANT));

    /** At most Limit QUEUED and REVERSING postings whose present handover the import has answered. */
    public static final Procedure LIST_IMPORT_ANSWERS =
            procedure("ListImportAnswers", columns("Limit", NUMBER), columns("PostingId", ID));

    /**
     * Takes the import's answer to the present handover of a posting: POSTED or INCOMPLETE with import-rejected; REVERSED or
     * POSTED again. UNCHANGED when there is none, or it was taken. BOOKED goes before REJECTED. An UNKNOWN batch with an
     * answered line becomes WRITTEN.
     */
    public static final Procedure TAKE_IMPORT_ANSWER =
            procedure("TakeImportAnswer", columns("PostingId", ID, "Actor", TEXT, "Now", INSTANT), MOVE_COLUMNS);

    /**
     * Takes a receipt back that waits to be sealed, because the layout cannot show it: as if the import had rejected it.
     * UNCHANGED when it does not wait any more.
     */
    public static final Procedure REFUSE_RECEIPT = procedure(
            "RefuseReceipt",
            columns("PostingId", ID, "ReceiptKey", NUMBER, "Detail", TEXT, "Actor", TEXT, "Now", INSTANT),
            MOVE_COLUMNS);

    /**
     * Blanks the payors of lines whose posting is final and was recorded before the instant, and the content of batches that
     * have no other lines.
     */
    public static final Procedure PURGE_BATCHES =
            procedure("PurgeBatches", columns("RecordedBefore", INSTANT), columns("Purged", NUMBER));

    private Contract() {}

    /** All of them, in the order above. */
    public static List<Procedure> procedures() {
        return List.copyOf(ALL);
    }

    private static Procedure procedure(String name, List<Field> parameters, List<Field> columns) {
        return add(new Procedure(name, parameters, columns, false));
    }

    private static Procedure openEnded(String name, List<Field> parameters, List<Field> columns) {
        return add(new Procedure(name, parameters, columns, true));
    }

    private static Procedure add(Procedure procedure) {
        ALL.add(procedure);
        return procedure;
    }

    private static List<Field> none() {
        return List.of();
    }

    private static List<Field> columns(Object... namesAndTypes) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.add(new Field((String) namesAndTypes[i], (ValueType) namesAndTypes[i + 1]));
        }
        return List.copyOf(fields);
    }

    private static List<Field> join(List<Field> first, List<Field> second) {
        List<Field> joined = new ArrayList<>(first);
        joined.addAll(second);
        return List.copyOf(joined);
    }
}
