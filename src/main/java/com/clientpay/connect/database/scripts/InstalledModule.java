package com.clientpay.connect.database.scripts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A procedure, function, view or trigger as the database has it. Babelfish tells names in lower case.
 *
 * @param definition the text it was created with; empty where the login may not see it
 * @param quotedIdentifier whether SET QUOTED_IDENTIFIER was on when it was created, which holds for ever
 * @param ansiNulls the same of SET ANSI_NULLS
 */
public record InstalledModule(
        String schema, String name, Optional<String> definition, boolean quotedIdentifier, boolean ansiNulls) {

    static List<InstalledModule> read(Connection connection) throws SQLException {
        List<InstalledModule> modules = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT s.name, o.name, m.definition, m.uses_quoted_identifier, m.uses_ansi_nulls"
                                + " FROM sys.sql_modules m JOIN sys.objects o ON o.object_id = m.object_id"
                                + " JOIN sys.schemas s ON s.schema_id = o.schema_id"
                                + " WHERE s.name IN (N'clientpay', N'clientpay_internal') ORDER BY s.name, o.name")) {
            while (row.next()) {
                modules.add(new InstalledModule(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)),
                        row.getBoolean(4),
                        row.getBoolean(5)));
            }
        }
        return modules;
    }

    /** {@code schema.name} */
    public String qualifiedName() {
        return schema + "." + name;
    }

    /** Whether it was created by this text, line ends and the white space around it aside. */
    public boolean isMadeBy(String text) {
        return definition
                .filter(found -> found.replace("\r\n", "\n").strip().equals(text.strip()))
                .isPresent();
    }
}
