package com.clientpay.connect.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the procedures of schema {@code clientpay} with the contract, by asking the database what they take and
 * answer; see {@link ResultColumns} for when one has to be executed for it. Newer scripts may have further procedures and
 * further columns.
 *
 * <p>H2 has no names for the parameters of an alias and calls them P1, P2 and so on: there only their types are compared.
 * It also answers a procedure without result set with a column of its own, so that is left out where no column is due.
 * Babelfish knows all names in lower case only, so the case of procedures' and parameters' names is not compared.
 */
public final class ContractComparison {
    private static final String SCHEMA = "clientpay";

    private final Connection connection;
    private final ResultColumns columns;

    /** @param connection not in auto-commit mode; its transaction is rolled back */
    public ContractComparison(Connection connection) throws SQLException {
        this.connection = connection;
        this.columns = new ResultColumns(connection);
    }

    /** The procedures that were executed, because the server could not describe what they answer. */
    public List<String> executed() {
        return columns.executed();
    }

    /** One sentence for each difference. */
    public List<String> compare(List<Procedure> procedures) throws SQLException {
        Set<String> present = present();
        List<String> differences = new ArrayList<>();
        for (Procedure procedure : procedures) {
            if (!present.contains(procedure.name().toLowerCase(Locale.ROOT))) {
                differences.add(procedure.name() + " is missing.");
                continue;
            }
            List<String> parameters = parameters(procedure);
            differences.addAll(parameters);
            if (parameters.isEmpty() && !procedure.columns().isEmpty()) {
                differences.addAll(columns(procedure));
            }
        }
        return differences;
    }

    private Set<String> present() throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = connection.getMetaData().getProcedures(null, SCHEMA, null)) {
            while (rows.next()) {
                // SQL Server adds the number of the procedure's group: Name;1
                names.add(rows.getString("PROCEDURE_NAME")
                        .replaceFirst(";\\d+$", "")
                        .toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private record Parameter(String name, int jdbcType, String typeName) {
        boolean isNamed() {
            return !name.matches("P\\d+");
        }
    }

    private List<String> parameters(Procedure procedure) throws SQLException {
        List<Parameter> found = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getProcedureColumns(null, SCHEMA, procedure.name(), null)) {
            while (rows.next()) {
                int kind = rows.getInt("COLUMN_TYPE");
                if (kind == DatabaseMetaData.procedureColumnIn || kind == DatabaseMetaData.procedureColumnInOut) {
                    found.add(new Parameter(
                            rows.getString("COLUMN_NAME").replaceFirst("^@", ""),
                            rows.getInt("DATA_TYPE"),
                            rows.getString("TYPE_NAME")));
                }
            }
        }
        List<Field> due = procedure.parameters();
        if (found.size() != due.size()) {
            return List.of(procedure.name() + " takes " + found.size() + " parameters instead of " + due.size() + ".");
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Parameter parameter = found.get(i);
            Field field = due.get(i);
            if (parameter.isNamed() && !parameter.name().equalsIgnoreCase(field.name())) {
                differences.add(procedure.name() + " has " + parameter.name() + " as parameter " + (i + 1) + ", where "
                        + field.name() + " is due.");
            } else if (!carries(parameter.jdbcType(), field.type())) {
                differences.add(procedure.name() + " takes " + field.name() + " as " + parameter.typeName()
                        + " instead of " + field.type() + ".");
            }
        }
        return differences;
    }

    private List<String> columns(Procedure procedure) {
        List<ResultColumns.Column> found;
        try {
            found = columns.of(procedure);
        } catch (SQLException e) {
            return List.of(procedure.name() + " cannot be asked for its columns (error " + e.getErrorCode() + ").");
        }
        if (found.isEmpty()) {
            return List.of(procedure.name() + " answers nothing, or does not say what.");
        }
        List<String> differences = new ArrayList<>();
        for (Field due : procedure.columns()) {
            Optional<ResultColumns.Column> column =
                    found.stream().filter(one -> due.name().equals(one.name())).findFirst();
            if (column.isEmpty()) {
                differences.add(procedure.name() + " does not answer the column " + due.name() + ".");
            } else if (!carries(column.get().jdbcType(), due.type())) {
                differences.add(procedure.name() + " answers " + due.name() + " as "
                        + column.get().typeName() + " instead of " + due.type() + ".");
            }
        }
        return differences;
    }

    /** Whether values of our type pass through a database's type without loss. */
    private static boolean carries(int jdbcType, ValueType type) {
        return switch (type) {
            case TEXT, ID ->
                switch (jdbcType) {
                    case Types.VARCHAR,
                            Types.NVARCHAR,
                            Types.CHAR,
                            Types.NCHAR,
                            Types.LONGVARCHAR,
                            Types.LONGNVARCHAR -> true;
                    default -> false;
                };
            case MONEY -> jdbcType == Types.DECIMAL || jdbcType == Types.NUMERIC;
            case DATE -> jdbcType == Types.DATE;
            case INSTANT -> jdbcType == Types.TIMESTAMP;
            case FLAG -> jdbcType == Types.BIT || jdbcType == Types.BOOLEAN;
            case NUMBER -> jdbcType == Types.BIGINT || jdbcType == Types.INTEGER;
            case BYTES -> jdbcType == Types.VARBINARY || jdbcType == Types.LONGVARBINARY;
        };
    }
}
