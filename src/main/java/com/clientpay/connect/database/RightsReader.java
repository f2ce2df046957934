package com.clientpay.connect.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds out what the login of a connection to SQL Server may do: by its own word, and by trying what it should not. */
final class RightsReader {
    private static final int DENIED = 229;
    private static final List<String> SERVER_ROLES = List.of(
            "sysadmin",
            "securityadmin",
            "serveradmin",
            "setupadmin",
            "processadmin",
            "diskadmin",
            "dbcreator",
            "bulkadmin");
    private static final List<String> DATABASE_ROLES = List.of(
            "db_owner",
            "db_securityadmin",
            "db_accessadmin",
            "db_backupoperator",
            "db_ddladmin",
            "db_datareader",
            "db_datawriter");
    private static final List<String> RIGHTS = List.of("CONTROL", "ALTER", "SELECT", "INSERT", "UPDATE", "DELETE");

    private final Connection connection;

    RightsReader(Connection connection) {
        this.connection = connection;
    }

    Rights read() throws SQLException {
        return new Rights(
                text("SELECT USER_NAME()"),
                has("clientpay", "SCHEMA", "EXECUTE"),
                has("clientpay", "SCHEMA", "VIEW DEFINITION") && has("clientpay_internal", "SCHEMA", "VIEW DEFINITION"),
                readsTables(),
                roles(),
                excess());
    }

    private List<String> roles() throws SQLException {
        List<String> roles = new ArrayList<>();
        for (String role : SERVER_ROLES) {
            if (isOne("SELECT IS_SRVROLEMEMBER(N'" + role + "')")) {
                roles.add(role);
            }
        }
        for (String role : DATABASE_ROLES) {
            if (isOne("SELECT IS_ROLEMEMBER(N'" + role + "')")) {
                roles.add(role);
            }
        }
        return List.copyOf(roles);
    }

    private List<String> excess() throws SQLException {
        List<String> excess = new ArrayList<>();
        for (String right : RIGHTS) {
            if (isOne("SELECT HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'" + right + "')")) {
                excess.add(right + " on the database");
            } else if (has("clientpay_internal", "SCHEMA", right)) {
                excess.add(right + " on schema clientpay_internal");
            }
        }
        if (has("clientpay_internal", "SCHEMA", "EXECUTE")) {
            excess.add("EXECUTE on schema clientpay_internal");
        }
        if (has("clientpay", "SCHEMA", "ALTER")) {
            excess.add("ALTER on schema clientpay");
        }
        return List.copyOf(excess);
    }

    /** The proof: a right that the functions do not know of would be found here. */
    private boolean readsTables() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT TOP (1) 1 FROM clientpay_internal.Posting")) {
            rows.next();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DENIED) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }

    private boolean has(String securable, String type, String right) throws SQLException {
        return isOne("SELECT HAS_PERMS_BY_NAME(N'" + securable + "', N'" + type + "', N'" + right + "')");
    }

    /** Null, for something that is not there or not seen, is no. */
    private boolean isOne(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
