package com.clientpay.connect.database.mapping;

import java.util.Set;

/** What a column of a mapping view holds, and which types of SQL Server may carry it. */
public enum ColumnKind {
    /** A key of the books: at most 64 characters as text. */
    ID("an id: up to 64 characters, a whole number or a uniqueidentifier"),
    /** Text that is kept with a posting: at most 64 characters. */
    CODE("text of at most 64 characters"),
    /** Text of at most 4,000 characters. */
    TEXT("text of at most 4,000 characters"),
    /** An amount with two decimals. */
    MONEY("decimal(19, 2); CONVERT it in the view"),
    /** A calendar day. */
    DATE("date; CONVERT it in the view"),
    /** A point in time. */
    INSTANT("datetime2"),
    /** True or false. */
    FLAG("bit; CONVERT it in the view"),
    /** A whole number. */
    NUMBER("int or bigint");

    private static final Set<String> TEXTS = Set.of("varchar", "nvarchar", "char", "nchar");
    private static final Set<String> WHOLE = Set.of("int", "bigint", "smallint", "tinyint");
    private static final Set<String> DECIMALS = Set.of("decimal", "numeric");

    private final String due;

    ColumnKind(String due) {
        this.due = due;
    }

    /** What would be right, for a message. */
    public String due() {
        return due;
    }

    /** Whether values of this kind pass through the column's type without loss. */
    public boolean accepts(FoundColumn column) {
        return switch (this) {
            case ID ->
                isText(column, 64)
                        || WHOLE.contains(column.type())
                        || column.type().equals("uniqueidentifier")
                        || (DECIMALS.contains(column.type()) && column.scale() == 0);
            case CODE -> isText(column, 64);
            case TEXT -> isText(column, 4000);
            case MONEY -> DECIMALS.contains(column.type()) && column.scale() <= 2 && column.length() <= 19;
            case DATE -> column.type().equals("date");
            case INSTANT -> Set.of("datetime2", "datetime", "smalldatetime").contains(column.type());
            case FLAG -> column.type().equals("bit");
            case NUMBER -> WHOLE.contains(column.type());
        };
    }

    /** Whether a value that is nothing but blanks is as good as none. */
    boolean isText() {
        return this == ID || this == CODE || this == TEXT;
    }

    private static boolean isText(FoundColumn column, int most) {
        return TEXTS.contains(column.type()) && column.length() <= most;
    }
}
