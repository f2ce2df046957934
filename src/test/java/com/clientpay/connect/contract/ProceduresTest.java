package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Field;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.database.ValueType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The scripts provide what the connector calls: each procedure, its parameters in order, its columns. */
class ProceduresTest extends ContractTest {

    @Test
    void every_procedure_of_the_contract_is_there_as_it_says() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = contract.connect()) {
            for (Procedure procedure : Contract.procedures()) {
                List<Integer> parameters = parameters(connection, procedure);
                if (!exists(connection, procedure)) {
                    wrong.add(procedure.name() + " is missing");
                } else if (parameters.size() != procedure.parameters().size()) {
                    wrong.add(procedure.name() + " has " + parameters.size() + " parameters instead of "
                            + procedure.parameters().size());
                } else {
                    compareParameters(procedure, parameters, wrong);
                    compareColumns(connection, procedure, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static boolean exists(Connection connection, Procedure procedure) throws SQLException {
        try (ResultSet rows = connection.getMetaData().getProcedures(null, "clientpay", procedure.name())) {
            return rows.next();
        }
    }

    private static List<Integer> parameters(Connection connection, Procedure procedure) throws SQLException {
        TreeMap<Integer, Integer> types = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getProcedureColumns(null, "clientpay", procedure.name(), null)) {
            while (rows.next()) {
                if (rows.getInt("ORDINAL_POSITION") > 0) {
                    types.put(rows.getInt("ORDINAL_POSITION"), rows.getInt("DATA_TYPE"));
                }
            }
        }
        return List.copyOf(types.values());
    }

    private static void compareParameters(Procedure procedure, List<Integer> types, List<String> wrong) {
        for (int i = 0; i < types.size(); i++) {
            Field parameter = procedure.parameters().get(i);
            if (!carries(parameter.type(), types.get(i))) {
                wrong.add(procedure.name() + ": parameter " + (i + 1) + ", " + parameter.name() + ", is of JDBC type "
                        + types.get(i) + ", which is no " + parameter.type());
            }
        }
    }

    private static void compareColumns(Connection connection, Procedure procedure, List<String> wrong)
            throws SQLException {
        if (procedure.columns().isEmpty()) {
            return;
        }
        try (var call = connection.prepareCall(procedure.callText())) {
            ResultSetMetaData meta = call.getMetaData();
            int expected = procedure.columns().size();
            if (meta == null
                    || meta.getColumnCount() < expected
                    || (meta.getColumnCount() > expected && !procedure.openEnded())) {
                wrong.add(procedure.name() + " answers " + (meta == null ? 0 : meta.getColumnCount())
                        + " columns instead of " + expected);
                return;
            }
            for (int i = 0; i < expected; i++) {
                Field column = procedure.columns().get(i);
                String name = meta.getColumnLabel(i + 1);
                int type = meta.getColumnType(i + 1);
                if (!name.toUpperCase(Locale.ROOT).equals(column.name().toUpperCase(Locale.ROOT))) {
                    wrong.add(
                            procedure.name() + ": column " + (i + 1) + " is " + name + " instead of " + column.name());
                } else if (!carries(column.type(), type)) {
                    wrong.add(procedure.name() + ": column " + name + " is of JDBC type " + type + ", which is no "
                            + column.type());
                }
            }
        }
    }

    private static boolean carries(ValueType type, int jdbcType) {
        Set<Integer> right = switch (type) {
            case TEXT -> Set.of(Types.VARCHAR, Types.NVARCHAR, Types.CLOB, Types.LONGVARCHAR);
            case ID -> Set.of(Types.VARCHAR, Types.NVARCHAR, Types.CHAR);
            case MONEY -> Set.of(Types.DECIMAL, Types.NUMERIC);
            case DATE -> Set.of(Types.DATE);
            case INSTANT -> Set.of(Types.TIMESTAMP);
            case FLAG -> Set.of(Types.BIT, Types.BOOLEAN);
            case NUMBER -> Set.of(Types.BIGINT, Types.INTEGER);
            case BYTES -> Set.of(Types.VARBINARY, Types.LONGVARBINARY);
        };
        return right.contains(jdbcType);
    }
}
