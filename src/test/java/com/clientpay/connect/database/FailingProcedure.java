package com.clientpay.connect.database;

import com.clientpay.connect.testfirm.TestFirm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.SimpleResultSet;

/** A procedure in the place of a firm's ListLedgerCodes, that fails as it is told and then answers one row. */
public final class FailingProcedure {
    /** H2 calls a static method; the database it is called in says whose it is. */
    private static final Map<String, FailingProcedure> BY_DATABASE = new ConcurrentHashMap<>();

    private final Queue<SQLException> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    private FailingProcedure() {}

    static FailingProcedure in(TestFirm firm) {
        FailingProcedure procedure = new FailingProcedure();
        BY_DATABASE.put(firm.query("SELECT DATABASE()").get(0), procedure);
        firm.execute("DROP ALIAS clientpay.ListLedgerCodes");
        firm.execute("CREATE ALIAS clientpay.ListLedgerCodes FOR '" + FailingProcedure.class.getName() + ".call'");
        return procedure;
    }

    void failsWith(SQLException error, int times) {
        for (int i = 0; i < times; i++) {
            errors.add(error);
        }
    }

    int calls() {
        return calls.get();
    }

    /** What H2 calls. */
    public static ResultSet call(Connection connection) throws SQLException {
        if (!connection.getMetaData().getURL().equals("jdbc:columnlist:connection")) {
            FailingProcedure procedure = BY_DATABASE.get(connection.getCatalog());
            procedure.calls.incrementAndGet();
            SQLException error = procedure.errors.poll();
            if (error != null) {
                throw error;
            }
        }
        SimpleResultSet rows = new SimpleResultSet();
        rows.addColumn("Code", Types.VARCHAR, 64, 0);
        rows.addColumn("Description", Types.VARCHAR, 64, 0);
        rows.addColumn("Active", Types.BOOLEAN, 1, 0);
        rows.addRow("PAY", "Payment", true);
        return rows;
    }
}
