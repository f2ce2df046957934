package com.clientpay.connect.database.mapping;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.scripts.DbaConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the mapping views of a SQL Server database what they have. Only reads; gives way to everybody else by a short lock
 * time-out, and gives up a question after a minute: some read whole tables of the firm's.
 */
public final class MappingDatabase implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Connection connection;

    private MappingDatabase(Connection connection) {
        this.connection = connection;
    }

    /** @throws DatabaseUnreachableException with the reason in plain words */
    public static MappingDatabase open(DatabaseSettings settings) throws DatabaseUnreachableException {
        Connection connection = DbaConnection.open(settings, Map.of("queryTimeout", String.valueOf(SECONDS)));
        MappingDatabase database = new MappingDatabase(connection);
        database.ask("The session cannot be set up", () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCK_TIMEOUT 5000");
                statement.execute("SET DEADLOCK_PRIORITY LOW");
            }
            return null;
        });
        return database;
    }

    /** Whether there is such a view. */
    public boolean has(MappedView view) {
        return exists(view.qualifiedName(), "V");
    }

    /** Whether there is this object of clientpay_internal, such as a procedure, type P, or a scalar function, type FN. */
    public boolean hasInternal(String name, String type) {
        return exists("clientpay_internal." + name, type);
    }

    private boolean exists(String qualifiedName, String type) {
        return ask(
                qualifiedName + " cannot be looked for",
                () -> !rows(
                                "SELECT 1 FROM sys.objects o WHERE o.object_id = OBJECT_ID(?) AND o.type = ?",
                                qualifiedName,
                                type)
                        .isEmpty());
    }

    /** The view's columns as a query of it has them; fails for a view whose tables have changed beneath it. */
    public List<FoundColumn> columns(MappedView view) {
        return ask("View " + view.viewName() + " cannot be read", () -> {
            Map<String, String> collations = collations(view.qualifiedName());
            List<FoundColumn> columns = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet none = statement.executeQuery("SELECT TOP (0) * FROM " + view.qualifiedName())) {
                ResultSetMetaData found = none.getMetaData();
                for (int i = 1; i <= found.getColumnCount(); i++) {
                    String name = found.getColumnLabel(i);
                    columns.add(new FoundColumn(
                            name,
                            found.getColumnTypeName(i).toLowerCase(Locale.ROOT),
                            found.getPrecision(i),
                            found.getScale(i),
                            Optional.ofNullable(collations.get(name.toLowerCase(Locale.ROOT)))));
                }
            }
            return columns;
        });
    }

    private Map<String, String> collations(String qualifiedName) throws SQLException {
        Map<String, String> collations = new HashMap<>();
        for (List<String> row :
                rows("SELECT name, collation_name FROM sys.columns WHERE object_id = OBJECT_ID(?)", qualifiedName)) {
            collations.put(row.get(0).toLowerCase(Locale.ROOT), row.get(1));
        }
        return collations;
    }

    /**
     * How many rows the view has, under an empty name, and in how many each of these columns has no value. Text that is
     * nothing but blanks is none.
     */
    public Map<String, Long> missingValues(MappedView view, List<MappedColumn> columns) {
        StringBuilder sql = new StringBuilder("SELECT COUNT_BIG(*)");
        for (MappedColumn column : columns) {
            String name = "v.[" + column.name() + "]";
            sql.append(", COUNT_BIG(CASE WHEN ").append(name).append(" IS NULL");
            if (column.kind().isText()) {
                sql.append(" OR CONVERT(nvarchar(4000), ").append(name).append(") = N''");
            }
            sql.append(" THEN 1 END)");
        }
        sql.append(" FROM ").append(view.qualifiedName()).append(" v");
        return ask("The rows of view " + view.viewName() + " cannot be counted", () -> {
            List<String> counts = rows(sql.toString()).get(0);
            Map<String, Long> missing = new LinkedHashMap<>();
            missing.put("", Long.parseLong(counts.get(0)));
            for (int i = 0; i < columns.size(); i++) {
                missing.put(columns.get(i).name(), Long.parseLong(counts.get(i + 1)));
            }
            return missing;
        });
    }

    /** Values of the column that more than one row has. */
    public Examples duplicates(MappedView view, String column) {
        return ask(
                column + " of view " + view.viewName() + " cannot be compared",
                () -> examples("SELECT TOP ("
                        + (Examples.MOST + 1) + ") CONVERT(nvarchar(400), v." + column + ") FROM "
                        + view.qualifiedName()
                        + " v GROUP BY v." + column + " HAVING COUNT_BIG(*) > 1"));
    }

    /** Keys of rows whose column has a value that no row of another view has as its key. */
    public Examples orphans(MappedView view, String column, MappedView other) {
        String key = view.key().orElseThrow();
        String otherKey = other.key().orElseThrow();
        return ask(
                column + " of view " + view.viewName() + " cannot be looked up",
                () -> examples("SELECT TOP ("
                        + (Examples.MOST + 1) + ") CONVERT(nvarchar(400), v." + key + ") FROM " + view.qualifiedName()
                        + " v WHERE NOT EXISTS (SELECT 1 FROM " + other.qualifiedName() + " o WHERE o." + otherKey
                        + " = v."
                        + column + ")"));
    }

    /** Trust ledgers whose bank account is there and is not one for client money. */
    public Examples trustLedgersOfOtherAccounts() {
        return ask(
                "The bank accounts of trust ledgers cannot be looked up",
                () -> examples("SELECT TOP ("
                        + (Examples.MOST + 1) + ") CONVERT(nvarchar(400), t.TrustLedgerId)"
                        + " FROM clientpay_internal.MapTrustLedger t"
                        + " JOIN clientpay_internal.MapBankAccount b ON b.BankAccountId = t.BankAccountId"
                        + " WHERE b.Kind <> 'TRUST'"));
    }

    /** Items that are asked about twice, or of a subject that nobody asks about. */
    public Examples doubtfulItems() {
        return ask(
                "View AskItem cannot be compared",
                () -> examples("SELECT TOP (" + (Examples.MOST + 1) + ") CONCAT(i.Subject, N' ', i.Item)"
                        + " FROM clientpay_internal.AskItem i LEFT JOIN clientpay_internal.AskSubject s"
                        + " ON s.Subject COLLATE Latin1_General_100_BIN2 = i.Subject COLLATE Latin1_General_100_BIN2"
                        + " GROUP BY i.Subject, i.Item, s.Subject HAVING COUNT_BIG(*) > 1 OR s.Subject IS NULL"));
    }

    /** The titles of what the pack asks about and the firm has answered nothing of; none where no answers are kept at all. */
    public List<String> titlesWithoutAnswer() {
        if (!has(MappedView.ASK_SUBJECT) || !exists("clientpay_internal.Answer", "U")) {
            return List.of();
        }
        return ask(
                "The firm's answers cannot be read",
                () -> rows("SELECT s.Title FROM clientpay_internal.AskSubject s WHERE NOT EXISTS (SELECT 1"
                                + " FROM clientpay_internal.Answer a WHERE a.Subject = s.Subject COLLATE"
                                + " Latin1_General_100_BIN2) ORDER BY s.Position")
                        .stream()
                        .map(row -> String.valueOf(row.get(0)))
                        .toList());
    }

    /** Suggested and refuted answers that the subject does not allow. */
    public Examples answersThatAreNoChoice() {
        return ask(
                "The answers of view AskItem cannot be compared",
                () -> examples(
                        "SELECT TOP (" + (Examples.MOST + 1) + ") CONCAT(a.Subject, N' ', a.Item, N': ', a.Answer)"
                                + " FROM (SELECT Subject, Item, Suggested AS Answer FROM clientpay_internal.AskItem"
                                + " UNION ALL SELECT Subject, Item, Refuted FROM clientpay_internal.AskItem) a"
                                + " WHERE a.Answer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clientpay_internal.AskChoice c"
                                + " WHERE c.Subject COLLATE Latin1_General_100_BIN2 = a.Subject COLLATE Latin1_General_100_BIN2"
                                + " AND c.Answer COLLATE Latin1_General_100_BIN2 = a.Answer COLLATE Latin1_General_100_BIN2)"));
    }

    /** The different values of a column, trailing blanks aside; at most fifty. */
    public List<String> values(MappedView view, String column) {
        return ask(
                column + " of view " + view.viewName() + " cannot be listed",
                () -> rows("SELECT DISTINCT TOP (50)" + " RTRIM(CONVERT(nvarchar(400), v." + column + ")) FROM "
                                + view.qualifiedName() + " v")
                        .stream()
                        .map(row -> row.get(0))
                        .filter(value -> value != null)
                        .toList());
    }

    /** The rows of MapField. */
    public List<MappedField> fields() {
        return ask(
                "View MapField cannot be read",
                () -> rows("SELECT f.Name, f.Label, f.Type,"
                                + " CONVERT(int, f.Searchable), CONVERT(int, f.[Contains])"
                                + " FROM clientpay_internal.MapField f ORDER BY f.Position")
                        .stream()
                        .map(row -> new MappedField(
                                String.valueOf(row.get(0)).stripTrailing(),
                                row.get(1),
                                row.get(2),
                                "1".equals(row.get(3)),
                                "1".equals(row.get(4))))
                        .toList());
    }

    /**
     * Ids or numbers, among the first thousand, of whose text the pack's function does not make what the row has in a column:
     * the id itself, or a key that stands for it. Nothing is found by those.
     *
     * @param sent the column whose text callers send
     */
    public Examples thatDoNotConvert(MappedView view, String sent, String function, String column) {
        return ask(
                sent + " of view " + view.viewName() + " cannot be converted by " + function,
                () -> examples("SELECT TOP (" + (Examples.MOST + 1) + ") s.Text FROM (SELECT TOP (1000) v." + column
                        + " AS Id, RTRIM(CONVERT(nvarchar(64), v." + sent + ")) AS Text FROM " + view.qualifiedName()
                        + " v) s WHERE CASE WHEN clientpay_internal." + function
                        + "(s.Text) = s.Id THEN 1 ELSE 0 END = 0"));
    }

    /** The text that the view was created with, where this login may see it. */
    Optional<String> definition(String view) {
        return ask(
                "The text of view " + view + " cannot be read",
                () -> rows(
                                "SELECT m.definition FROM sys.sql_modules m WHERE m.object_id = OBJECT_ID(?)"
                                        + " AND m.definition IS NOT NULL",
                                view)
                        .stream()
                        .findFirst()
                        .map(row -> row.get(0)));
    }

    /** Whether a search by the column has an index to go by. */
    public IndexUse indexUse(MappedView view, String column) {
        return IndexUse.of(this, view, column);
    }

    /** Whether a search by a field of MapMatterField has an index to go by. */
    public IndexUse fieldIndexUse(String field) {
        return IndexUse.ofField(this, field);
    }

    /** Whether this is a view of the same database. */
    boolean isView(String qualifiedName) {
        return exists(qualifiedName, "V");
    }

    /** Whether this is a table of the same database. */
    boolean isTable(String qualifiedName) {
        return exists(qualifiedName, "U");
    }

    /** The key columns of each index of the table that a search may use: not filtered, not disabled; in lower case. */
    List<List<String>> indexes(String table) {
        return ask("The indexes of " + table + " cannot be listed", () -> {
            Map<String, List<String>> indexes = new LinkedHashMap<>();
            for (List<String> row : rows(
                    "SELECT i.index_id, LOWER(c.name) FROM sys.indexes i"
                            + " JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id"
                            + " JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id"
                            + " WHERE i.object_id = OBJECT_ID(?) AND i.is_disabled = 0 AND i.has_filter = 0"
                            + " AND i.is_hypothetical = 0 AND k.key_ordinal > 0 ORDER BY i.index_id, k.key_ordinal",
                    table)) {
                indexes.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(row.get(1));
            }
            return List.copyOf(indexes.values());
        });
    }

    /** The system whose pack has run to its end. */
    public Optional<String> installedSystem() {
        return ask("Table Installation cannot be read", () -> {
            if (!exists("clientpay_internal.Installation", "U")) {
                return Optional.empty();
            }
            return rows("SELECT SystemName FROM clientpay_internal.Installation WHERE SystemTitle <> N''").stream()
                    .map(row -> row.get(0))
                    .findFirst();
        });
    }

    /** Whether the pack says that its system has them: HasLedgerCodes or HasTransactionTypes of table Installation. */
    public boolean installationSays(String flag) {
        return ask(
                "Table Installation cannot be read",
                () -> rows("SELECT CONVERT(int, " + flag + ") FROM clientpay_internal.Installation").stream()
                        .anyMatch(row -> "1".equals(row.get(0))));
    }

    private Examples examples(String sql) throws SQLException {
        return Examples.of(
                rows(sql).stream().map(row -> String.valueOf(row.get(0))).toList());
    }

    private List<List<String>> rows(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                int columns = results.getMetaData().getColumnCount();
                while (results.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(results.getString(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T ask(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new MappingException(what, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing was written
        }
    }
}
