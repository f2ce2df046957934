package com.clientpay.connect.sqlserver;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs a file as a person does in SSMS or sqlcmd: on one connection, batch after batch, whatever fails in between. */
public final class HandTool {
    private final List<String> messages = new ArrayList<>();

    /** What the server said to each batch: prints as they are, errors with "ERROR" before them. */
    public static List<String> run(Connection window, String text) throws SQLException {
        HandTool tool = new HandTool();
        for (Batch batch : new Script("file.sql", text).batches()) {
            for (int i = 0; i < batch.times(); i++) {
                tool.run(window, batch);
            }
        }
        return tool.messages;
    }

    private void run(Connection window, Batch batch) throws SQLException {
        try (Statement statement = window.createStatement()) {
            statement.setEscapeProcessing(false);
            try {
                boolean isResults = statement.execute(batch.text());
                while (isResults || statement.getUpdateCount() != -1) {
                    isResults = statement.getMoreResults();
                }
            } catch (SQLException e) {
                messages.add("ERROR " + e.getMessage());
            }
            for (SQLWarning said = statement.getWarnings(); said != null; said = said.getNextWarning()) {
                messages.add(said.getMessage());
            }
        }
    }
}
