package com.clientpay.connect.database.scripts;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A script could not be run to its end. Its message says which, where and why, and shows the statement; the database is as
 * it was before that script, unless {@link #isOutcomeUnknown}.
 */
public final class ScriptFailedException extends ScriptException {
    private static final long serialVersionUID = 1L;

    private final String script;
    private final int line;
    private final int number;
    private final boolean outcomeUnknown;

    private ScriptFailedException(
            String script, int line, int number, boolean outcomeUnknown, String message, Throwable cause) {
        super(message, cause);
        this.script = script;
        this.line = line;
        this.number = number;
        this.outcomeUnknown = outcomeUnknown;
    }

    static ScriptFailedException inBatch(Script script, Batch batch, SQLException error) {
        Place place = Place.of(error);
        int line = batch.firstLine() + (place.isInBatch(batch) ? Math.max(1, place.line) - 1 : 0);
        StringBuilder message = new StringBuilder();
        message.append(script.name())
                .append(", line ")
                .append(line)
                .append(": ")
                .append(said(error));
        if (!place.isInBatch(batch)) {
            message.append("\nIt happened inside ")
                    .append(place.procedure)
                    .append(", at its line ")
                    .append(place.line)
                    .append(", which the batch that begins on this line calls or sets off.");
        }
        message.append("\n\n").append(Excerpt.of(batch, line));
        advice(error).ifPresent(advice -> message.append("\n\n").append(advice));
        return new ScriptFailedException(script.name(), line, error.getErrorCode(), false, message.toString(), error);
    }

    static ScriptFailedException ofScript(Script script, String what) {
        return new ScriptFailedException(script.name(), 1, 0, false, script.name() + ": " + what, null);
    }

    static ScriptFailedException atCommit(Script script, SQLException error) {
        return new ScriptFailedException(
                script.name(),
                1,
                error.getErrorCode(),
                true,
                script.name() + ": the connection broke at its commit. Whether it is in the database is not known here;"
                        + " connect scripts plan tells.",
                error);
    }

    /** The script's name. */
    public String script() {
        return script;
    }

    /** The line of the script, from 1. */
    public int line() {
        return line;
    }

    /** The database's error number; 0 when it was not the database that found fault. */
    public int number() {
        return number;
    }

    /** Whether it may have been applied in spite of this. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    static String said(SQLException error) {
        return "error " + error.getErrorCode() + ", " + error.getMessage();
    }

    private static Optional<String> advice(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1222, 1205 ->
                Optional.of("Somebody else holds locks on what it changes. Repeat it when less is going on.");
            case 229, 262, 2760, 15151, 15247 ->
                Optional.of("This login may not do it. Scripts run as a member of db_owner.");
            default -> Optional.empty();
        };
    }

    /** Where SQL Server says that an error happened: in a line of the batch, or of a procedure or trigger. */
    private record Place(String procedure, int line) {
        static Place of(SQLException error) {
            if (error instanceof SQLServerException sqlServer && sqlServer.getSQLServerError() != null) {
                String procedure = sqlServer.getSQLServerError().getProcedureName();
                long line = sqlServer.getSQLServerError().getLineNumber();
                return new Place(procedure == null ? "" : procedure, (int) line);
            }
            return new Place("", 1);
        }

        /** What a batch creates is compiled under its own name, with the batch's lines. */
        boolean isInBatch(Batch batch) {
            return procedure.isEmpty()
                    || CreatedObject.of(batch)
                            .filter(created -> created.isNamed(procedure))
                            .isPresent();
        }
    }
}
