package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.PutMerchantAccount}: maps a merchant account of ClientPay to a bank account and codes of the firm.
 * Looks in this order: version, books (every refusal at once), postings that a change of kind would strand.
 */
public final class PutMerchantAccount {
    private PutMerchantAccount() {}

    public static ResultSet call(
            Connection connection,
            String merchantAccountId,
            String name,
            String kind,
            String ledgerCode,
            String transactionType,
            String bankAccountId,
            Long expectedVersion,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.PUT_MERCHANT_ACCOUNT);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        AccountLock.take(connection);
        MerchantAccountRow stored =
                MerchantAccountRow.find(connection, merchantAccountId).orElse(null);
        MerchantAccountRow wanted = new MerchantAccountRow(
                merchantAccountId,
                name,
                kind,
                ledgerCode,
                transactionType,
                bankAccountId,
                stored == null ? 1 : stored.version() + 1);

        if (expectedVersion != null && (stored == null || stored.version() != expectedVersion)) {
            answer.addRow("CHANGED_MEANWHILE", null, null);
            return answer;
        }
        if (refuse(connection, wanted, answer)) {
            return answer;
        }
        if (stored != null && !stored.kind().equals(kind)) {
            Optional<String> waiting = MerchantAccountRow.waiting(connection, merchantAccountId);
            if (waiting.isPresent()) {
                answer.addRow("POSTINGS_WAITING", "kind", waiting.get());
                return answer;
            }
        }
        answer.addRow(save(connection, stored, wanted, actor, now), null, null);
        return answer;
    }

    private static String save(
            Connection connection,
            MerchantAccountRow stored,
            MerchantAccountRow wanted,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SettingsChange change = MerchantAccountRow.change(stored, wanted);
        if (stored == null) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO clientpay_internal.MerchantAccount
                        (Name, Kind, LedgerCode, TransactionType, BankAccountId, Version, MerchantAccountId)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""",
                    wanted.name(),
                    wanted.kind(),
                    wanted.ledgerCode(),
                    wanted.transactionType(),
                    wanted.bankAccountId(),
                    wanted.version(),
                    wanted.id());
            change.write(connection, actor, "merchant-account-created", wanted.id(), now);
            return "CREATED";
        }
        if (change.isEmpty()) {
            return "UNCHANGED";
        }
        int changed = Sql.update(
                connection,
                """
                UPDATE clientpay_internal.MerchantAccount
                SET Name = ?, Kind = ?, LedgerCode = ?, TransactionType = ?, BankAccountId = ?, Version = ?
                WHERE MerchantAccountId = ? AND Version = ?""",
                wanted.name(),
                wanted.kind(),
                wanted.ledgerCode(),
                wanted.transactionType(),
                wanted.bankAccountId(),
                wanted.version(),
                wanted.id(),
                stored.version());
        if (changed == 0) {
            return "CHANGED_MEANWHILE";
        }
        change.write(connection, actor, "merchant-account-changed", wanted.id(), now);
        return "DONE";
    }

    /** Whether the books know nothing of the bank account or of a code; adds a row for each. */
    private static boolean refuse(Connection connection, MerchantAccountRow wanted, SimpleResultSet answer)
            throws SQLException {
        boolean bankAccount = refuseBankAccount(connection, wanted, answer);
        boolean ledgerCode =
                refuseCode(connection, "MapLedgerCode", "ledgerCode", "ledger code", wanted.ledgerCode(), answer);
        boolean transactionType = refuseCode(
                connection,
                "MapTransactionType",
                "transactionType",
                "transaction type",
                wanted.transactionType(),
                answer);
        return bankAccount || ledgerCode || transactionType;
    }

    private static boolean refuseBankAccount(Connection connection, MerchantAccountRow wanted, SimpleResultSet answer)
            throws SQLException {
        record BankAccount(String kind, boolean active) {}
        Optional<BankAccount> found = Sql.find(
                connection,
                "SELECT Kind, Active FROM clientpay_internal.MapBankAccount WHERE BankAccountId = ?",
                row -> new BankAccount(row.getString(1), row.getBoolean(2)),
                wanted.bankAccountId());
        if (found.isEmpty()) {
            answer.addRow("REFUSED", "bankAccountId", "is not a bank account of the firm's books");
            return true;
        }
        boolean refused = false;
        if (!found.get().active()) {
            answer.addRow("REFUSED", "bankAccountId", "is a bank account that is no longer active");
            refused = true;
        }
        if (!found.get().kind().equals(wanted.kind())) {
            answer.addRow(
                    "REFUSED",
                    "bankAccountId",
                    "is a bank account of kind " + found.get().kind() + ", but the merchant account is of kind "
                            + wanted.kind());
            refused = true;
        }
        return refused;
    }

    private static boolean refuseCode(
            Connection connection, String view, String field, String what, String code, SimpleResultSet answer)
            throws SQLException {
        if (code == null) {
            return false;
        }
        Optional<Boolean> active = Sql.find(
                connection,
                "SELECT Active FROM clientpay_internal." + view + " WHERE Code = ?",
                row -> row.getBoolean(1),
                code);
        if (active.isEmpty()) {
            answer.addRow("REFUSED", field, "is not a " + what + " of the firm's books");
        } else if (!active.get()) {
            answer.addRow("REFUSED", field, "is a " + what + " that is no longer active");
        }
        return !active.orElse(false);
    }
}
