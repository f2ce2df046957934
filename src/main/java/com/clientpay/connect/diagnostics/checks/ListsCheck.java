package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.database.Field;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.database.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the beginning of each list, every column of it. */
record ListsCheck(Supplier<Database> database) implements Check {
    static final String NAME = "lists";
    private static final int SAMPLE = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ProceduresCheck.NAME);
    }

    @Override
    public Finding look() {
        List<String> problems = new ArrayList<>();
        int bankAccounts = sample(problems, Contract.LIST_BANK_ACCOUNTS);
        sample(problems, Contract.LIST_LEDGER_CODES);
        sample(problems, Contract.LIST_TRANSACTION_TYPES);
        int fields = sample(problems, Contract.LIST_FIELDS);
        sample(problems, Contract.LIST_MERCHANT_ACCOUNTS);
        sample(problems, Contract.GET_POSTING_SETTINGS);
        int matters = sample(problems, Contract.SEARCH_MATTERS, null, "PREFIX", null, null, null, SAMPLE);
        sample(problems, Contract.SEARCH_INVOICES, null, "PREFIX", null, null, null, SAMPLE);
        sample(problems, Contract.SEARCH_TRUST_LEDGERS, null, "PREFIX", null, null, null, SAMPLE);
        sample(problems, Contract.LIST_POSTINGS, null, null, null, null, null, null, null, null, SAMPLE);
        sample(problems, Contract.LIST_SETTINGS_EVENTS, SAMPLE);
        if (!problems.isEmpty()) {
            return Finding.fail(
                    problems.size() + " cannot be read\n" + String.join("\n", problems),
                    "Give the lines below to the DBA: the mapping of the firm's books, or a right, is not as the scripts"
                            + " expect.");
        }
        String seen = bankAccounts + " bank accounts, " + fields + " fields, "
                + (matters == 0 ? "no matters" : "matters, invoices and trust ledgers can be read");
        return bankAccounts == 0 || fields == 0 || matters == 0
                ? Finding.warn(
                        seen, "The books look empty. Check the mapping of the firm's books: is it the right database?")
                : Finding.pass(seen);
    }

    private int sample(List<String> problems, Procedure procedure, Object... arguments) {
        try {
            return database.get()
                    .list(procedure, row -> read(row, procedure), arguments)
                    .size();
        } catch (DatabaseException e) {
            problems.add(e.getMessage());
            return 0;
        }
    }

    /** Reads every column as its type: a value of another type is found here, not by a caller. */
    private static int read(Row row, Procedure procedure) {
        for (Field column : procedure.columns()) {
            String name = column.name();
            switch (column.type()) {
                case TEXT, ID -> row.optionalText(name);
                case MONEY -> row.optionalMoney(name);
                case DATE -> row.optionalDate(name);
                case INSTANT -> row.optionalInstant(name);
                case FLAG -> row.flag(name);
                case NUMBER -> row.optionalNumber(name);
            }
        }
        return procedure.columns().size();
    }
}
