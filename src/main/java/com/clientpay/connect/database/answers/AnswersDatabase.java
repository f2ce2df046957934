package com.clientpay.connect.database.answers;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.answers.Question.Choice;
import com.clientpay.connect.database.scripts.DbaConnection;
import com.clientpay.connect.database.scripts.ScriptException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system's pack asks the firm, and what the firm has answered, in a SQL Server database as a DBA's login sees it. The
 * connector's own login can neither read nor change it.
 */
public final class AnswersDatabase implements AutoCloseable {
    private static final String SECONDS = "60";

    private static final String CHOICES =
            "SELECT Subject, Answer, Meaning FROM clientpay_internal.AskChoice ORDER BY Subject, Position, Answer";
    private static final String ITEMS = "SELECT i.Subject, i.Item, i.Label, i.Active, i.Usage, i.Suggested, i.Refuted,"
            + " i.RefutedBecause, a.Answer, a.AnsweredBy, a.AnsweredAt, a.Contradiction, a.Confirmation"
            + " FROM clientpay_internal.AskItem i"
            + " LEFT JOIN clientpay_internal.Answer a ON a.Subject = i.Subject COLLATE Latin1_General_100_BIN2"
            + " AND a.Item = i.Item COLLATE Latin1_General_100_BIN2"
            + " ORDER BY i.Subject, i.Active DESC, i.Label, i.Item";
    private static final String SUBJECTS =
            "SELECT Subject, Title, Question, NewItems FROM clientpay_internal.AskSubject ORDER BY Position, Subject";

    private final Connection connection;

    private AnswersDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws DatabaseUnreachableException with the reason in plain words
     * @throws ScriptException when the URL is not one of SQL Server
     */
    public static AnswersDatabase open(DatabaseSettings settings) throws DatabaseUnreachableException {
        return new AnswersDatabase(DbaConnection.open(settings, Map.of("queryTimeout", SECONDS)));
    }

    /**
     * Every question of the pack, with its items and their answers, in the order in which they are asked; none where the
     * system's tables say it all.
     *
     * @throws ScriptException when no pack is installed, or it cannot be read
     */
    public List<Question> questions() {
        return asking("The questions of the system's pack cannot be read", () -> {
            if (!isInstalled()) {
                throw new ScriptException("No system's pack is in this database that asks something. Run the scripts"
                        + " first, by connect scripts apply.");
            }
            Map<String, List<Choice>> choices = new LinkedHashMap<>();
            Map<String, List<Item>> items = new LinkedHashMap<>();
            try (Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery(CHOICES)) {
                    while (row.next()) {
                        choices.computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                                .add(new Choice(row.getString(2), row.getString(3)));
                    }
                }
                try (ResultSet row = statement.executeQuery(ITEMS)) {
                    while (row.next()) {
                        items.computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                                .add(item(row));
                    }
                }
                List<Question> questions = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(SUBJECTS)) {
                    while (row.next()) {
                        String subject = row.getString(1);
                        questions.add(new Question(
                                subject,
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                choices.getOrDefault(subject, List.of()),
                                items.getOrDefault(subject, List.of())));
                    }
                }
                return questions;
            }
        });
    }

    private boolean isInstalled() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT OBJECT_ID(N'clientpay_internal.AskItem', N'V'),"
                        + " OBJECT_ID(N'clientpay_internal.SaveAnswer', N'P')")) {
            row.next();
            return row.getObject(1) != null && row.getObject(2) != null;
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        Optional<KeptAnswer> kept = row.getString(9) == null
                ? Optional.empty()
                : Optional.of(new KeptAnswer(
                        row.getString(9),
                        row.getString(10),
                        row.getObject(11, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        Optional.ofNullable(row.getString(12)),
                        Optional.ofNullable(row.getString(13))));
        return new Item(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                kept);
    }

    /**
     * Keeps the answers, all of them or none.
     *
     * @param by who gives them
     * @throws ScriptException when the pack does not ask for one, or the books contradict one that is not confirmed; nothing
     *     was kept then
     */
    public void save(List<GivenAnswer> answers, String by) {
        asking("The answers were not kept", () -> {
            command("BEGIN TRANSACTION");
            boolean done = false;
            try (PreparedStatement statement =
                    connection.prepareStatement("DECLARE @Now datetime2(3) = SYSUTCDATETIME();"
                            + " EXEC clientpay_internal.SaveAnswer ?, ?, ?, ?, ?, @Now")) {
                for (GivenAnswer answer : answers) {
                    statement.setString(1, answer.subject());
                    statement.setString(2, answer.item());
                    statement.setString(3, answer.answer());
                    statement.setString(4, answer.confirmation().orElse(null));
                    statement.setString(5, by);
                    statement.execute();
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

    /** Whether the mapping must be signed off, and is not, or not as it is now. */
    public boolean isSignOffDue() {
        return asking("Whether the mapping is signed off cannot be read", () -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT clientpay_internal.SignOffStanding()")) {
                row.next();
                return List.of("MISSING", "UNSEEN", "VOID").contains(row.getString(1));
            }
        });
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
