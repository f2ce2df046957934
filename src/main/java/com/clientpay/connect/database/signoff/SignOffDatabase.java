package com.clientpay.connect.database.signoff;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.scripts.DbaConnection;
import com.clientpay.connect.database.scripts.ScriptException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The totals that a mapping gives, and accounting's sign-off of them, in a SQL Server database as a DBA's login sees it.
 * Reading them reads whole tables of the firm's; a question is given up after ten minutes, and gives way to everybody else.
 */
public final class SignOffDatabase implements AutoCloseable {
    /** Differences that are shown of a comparison. */
    public static final int MOST_DIFFERENCES = 10;

    private static final String SECONDS = "600";

    /** Null amounts are as good as 0: that way has none. */
    private static final String DIFFERENT = "COALESCE(i.FirstAmount, 0) <> COALESCE(i.SecondAmount, 0)";

    private static final String COMPARISONS = "SELECT c.Name, c.Measure, c.Title, c.FirstWay, c.SecondWay"
            + " FROM clientpay_internal.Comparison c ORDER BY c.Position, c.Name";
    private static final String SUMS = "SELECT COUNT_BIG(i.FirstAmount), SUM(i.FirstAmount), COUNT_BIG(i.SecondAmount),"
            + " SUM(i.SecondAmount), COUNT_BIG(CASE WHEN " + DIFFERENT + " THEN 1 END),"
            + " SUM(ABS(COALESCE(i.FirstAmount, 0) - COALESCE(i.SecondAmount, 0)))"
            + " FROM clientpay_internal.ComparisonItem i WHERE i.Name = CONVERT(varchar(32), ?)";
    private static final String LARGEST = "SELECT TOP (" + MOST_DIFFERENCES + ") i.Item, i.FirstAmount, i.SecondAmount"
            + " FROM clientpay_internal.ComparisonItem i WHERE i.Name = CONVERT(varchar(32), ?) AND " + DIFFERENT
            + " ORDER BY ABS(COALESCE(i.FirstAmount, 0) - COALESCE(i.SecondAmount, 0)) DESC, i.Item";

    private final Connection connection;

    private SignOffDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws DatabaseUnreachableException with the reason in plain words
     * @throws ScriptException when the URL is not one of SQL Server
     */
    public static SignOffDatabase open(DatabaseSettings settings) throws DatabaseUnreachableException {
        SignOffDatabase database = new SignOffDatabase(DbaConnection.open(settings, Map.of("queryTimeout", SECONDS)));
        asking("The session cannot be set up", () -> {
            database.command("SET LOCK_TIMEOUT 5000");
            database.command("SET DEADLOCK_PRIORITY LOW");
            return null;
        });
        return database;
    }

    /** Whether the scripts that this needs have run. */
    public boolean isInstalled() {
        return asking("What is installed cannot be read", () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT OBJECT_ID(N'clientpay_internal.ComparisonItem', N'V'),"
                                    + " OBJECT_ID(N'clientpay_internal.SignOffStanding', N'FN')")) {
                row.next();
                return row.getObject(1) != null && row.getObject(2) != null;
            }
        });
    }

    /** Whether the system's pack asks for a sign-off. */
    public boolean isNeeded() {
        return asking("Table Installation cannot be read", () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT COUNT(*) FROM clientpay_internal.Installation WHERE NeedsSignOff = 1")) {
                row.next();
                return row.getInt(1) > 0;
            }
        });
    }

    /** The totals as they are now. */
    public MappingTotals totals() {
        return asking("The totals of the mapping cannot be computed", () -> {
            List<Comparison> comparisons = new ArrayList<>();
            for (List<String> row : comparisons()) {
                comparisons.add(comparison(row));
            }
            return new MappingTotals(offered("MapOpenInvoice"), offered("MapTrustLedger"), List.copyOf(comparisons));
        });
    }

    /** As it is listed: what has no matter there is not. */
    private Sum offered(String view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT_BIG(*), SUM(v.Balance) FROM clientpay_internal."
                        + view + " v" + " JOIN clientpay_internal.MapMatter m ON m.MatterId = v.MatterId")) {
            row.next();
            return sum(row, 1);
        }
    }

    private List<List<String>> comparisons() throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COMPARISONS)) {
            while (row.next()) {
                rows.add(List.of(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        }
        return rows;
    }

    private Comparison comparison(List<String> row) throws SQLException {
        String name = row.get(0);
        try (PreparedStatement sums = connection.prepareStatement(SUMS);
                PreparedStatement largest = connection.prepareStatement(LARGEST)) {
            sums.setString(1, name);
            largest.setString(1, name);
            List<Difference> differences = new ArrayList<>();
            try (ResultSet found = largest.executeQuery()) {
                while (found.next()) {
                    differences.add(new Difference(
                            String.valueOf(found.getString(1)),
                            Optional.ofNullable(found.getBigDecimal(2)),
                            Optional.ofNullable(found.getBigDecimal(3))));
                }
            }
            try (ResultSet found = sums.executeQuery()) {
                found.next();
                return new Comparison(
                        name,
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        sum(found, 1),
                        sum(found, 3),
                        sum(found, 5),
                        List.copyOf(differences));
            }
        }
    }

    /** A count and, in the column behind it, a total, which is null where there is nothing. */
    private static Sum sum(ResultSet row, int column) throws SQLException {
        BigDecimal total = row.getBigDecimal(column + 1);
        return new Sum(
                row.getLong(column), (total == null ? BigDecimal.ZERO : total).setScale(2, RoundingMode.HALF_UP));
    }

    /**
     * What a sign-off is about, as it is now: a line for each view of the pack and each answer of the firm's. Sorted here,
     * because a server sorts the function's rows and the table's by different collations.
     */
    public List<String> state() {
        return asking("The mapping cannot be read", () -> state("clientpay_internal.MappingState()"));
    }

    private List<String> state(String from) throws SQLException {
        List<String> state = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT s.Part, s.Subject, s.Item, s.Value FROM " + from + " s")) {
            while (row.next()) {
                state.add(String.join(
                        "\t",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        HexFormat.of().formatHex(row.getBytes(4))));
            }
        }
        Collections.sort(state);
        return state;
    }

    /**
     * Records the sign-off.
     *
     * @param state as it was when the totals were read
     * @throws ScriptException when the mapping or an answer has been changed since; nothing was recorded
     */
    public void sign(SignOff signOff, List<String> state) {
        asking("The sign-off was not recorded", () -> {
            command("BEGIN TRANSACTION");
            boolean done = false;
            try {
                long id = insert(signOff);
                totals(id, signOff.totals());
                command(
                        "INSERT INTO clientpay_internal.MappingSignOffState (MappingSignOffId, Part, Subject, Item, Value)"
                                + " SELECT " + id + ", s.Part, s.Subject, s.Item, s.Value"
                                + " FROM clientpay_internal.MappingState() s");
                if (!state.equals(state("(SELECT * FROM clientpay_internal.MappingSignOffState"
                        + " WHERE MappingSignOffId = " + id + ")"))) {
                    throw new ScriptException(
                            "The mapping or an answer was changed after the totals were computed. Nothing"
                                    + " was recorded: repeat the command, and look at the new totals.");
                }
                command("COMMIT TRANSACTION");
                done = true;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
            return null;
        });
    }

    private long insert(SignOff signOff) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO clientpay_internal.MappingSignOff (SignedBy, SignedAt, EnteredBy, Remark)"
                        + " VALUES (?, SYSUTCDATETIME(), COALESCE(ORIGINAL_LOGIN(), SUSER_SNAME()), ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            statement.setString(1, signOff.by());
            statement.setString(2, signOff.remark().orElse(null));
            statement.executeUpdate();
            try (ResultSet key = statement.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    private void totals(long id, MappingTotals totals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO clientpay_internal.MappingSignOffTotal (MappingSignOffId, Name,"
                        + " FirstCount, FirstTotal, SecondCount, SecondTotal, DifferentCount, DifferentTotal)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            total(statement, id, "MapOpenInvoice", totals.openInvoices(), Optional.empty());
            total(statement, id, "MapTrustLedger", totals.trustLedgers(), Optional.empty());
            for (Comparison comparison : totals.comparisons()) {
                total(statement, id, comparison.name(), comparison.first(), Optional.of(comparison));
            }
        }
    }

    private static void total(
            PreparedStatement statement, long id, String name, Sum first, Optional<Comparison> comparison)
            throws SQLException {
        statement.setLong(1, id);
        statement.setString(2, name);
        statement.setLong(3, first.count());
        statement.setBigDecimal(4, first.total());
        statement.setObject(5, comparison.map(one -> one.second().count()).orElse(null), java.sql.Types.BIGINT);
        statement.setBigDecimal(6, comparison.map(one -> one.second().total()).orElse(null));
        statement.setObject(7, comparison.map(one -> one.different().count()).orElse(null), java.sql.Types.BIGINT);
        statement.setBigDecimal(
                8, comparison.map(one -> one.different().total()).orElse(null));
        statement.executeUpdate();
    }

    private void command(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection that can't roll back is broken, and then the server rolls back by itself. */
    private void rollBack() {
        try {
            command("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION");
        } catch (SQLException e) {
            // the failure that led here says more
        }
    }

    private interface Task<T> {
        T run() throws SQLException;
    }

    private static <T> T asking(String what, Task<T> task) {
        try {
            return task.run();
        } catch (SQLException e) {
            throw new ScriptException(what + ": error " + e.getErrorCode() + ", " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // what was committed stays committed, however a connection ends
        }
    }
}
