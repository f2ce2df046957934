package com.clientpay.connect.demo.procedures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A row of {@code clientpay_internal.MerchantAccount}, with null where the table has NULL. */
record MerchantAccountRow(
        String id,
        String name,
        String kind,
        String ledgerCode,
        String transactionType,
        String bankAccountId,
        long version) {

    static Optional<MerchantAccountRow> find(Connection connection, String id) throws SQLException {
        return Sql.find(connection, """
                SELECT MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version
                FROM clientpay_internal.MerchantAccount WHERE MerchantAccountId = ?""", MerchantAccountRow::read, id);
    }

    /**
     * What says that postings still need the account as it is, or empty when none does: PENDING and INCOMPLETE ones are
     * yet to be posted by it, QUEUED and REVERSING ones wait for the import.
     */
    static Optional<String> waiting(Connection connection, String id) throws SQLException {
        long postings = Sql.find(connection, """
                        SELECT COUNT(*) FROM clientpay_internal.Posting
                        WHERE Status IN ('PENDING', 'INCOMPLETE', 'QUEUED', 'REVERSING') AND MerchantAccountId = ?""", row -> row.getLong(1), id).orElseThrow();
        return switch ((int) Math.min(postings, 2)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("1 posting of this merchant account is not finished.");
            default -> Optional.of(postings + " postings of this merchant account are not finished.");
        };
    }

    /** What makes this row of that one; null stands for no row. */
    static SettingsChange change(MerchantAccountRow from, MerchantAccountRow to) {
        MerchantAccountRow none = new MerchantAccountRow(null, null, null, null, null, null, 0);
        MerchantAccountRow old = from == null ? none : from;
        MerchantAccountRow young = to == null ? none : to;
        return new SettingsChange()
                .set("name", old.name, young.name)
                .set("kind", old.kind, young.kind)
                .set("ledgerCode", old.ledgerCode, young.ledgerCode)
                .set("transactionType", old.transactionType, young.transactionType)
                .set("bankAccountId", old.bankAccountId, young.bankAccountId);
    }

    private static MerchantAccountRow read(ResultSet row) throws SQLException {
        return new MerchantAccountRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7));
    }
}
