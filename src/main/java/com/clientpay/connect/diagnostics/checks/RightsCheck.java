package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.Rights;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the connector's login may call the procedures and nothing else. It tries to read a table of ours, and is content
 * to be refused: then nobody who takes over the connector reads or writes the firm's tables with its login.
 */
record RightsCheck(DatabaseConnection connection) implements Check {
    static final String NAME = "rights";
    private static final String SCRIPT = "security/login-and-role.sql";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(DatabaseCheck.NAME);
    }

    @Override
    public Finding look() {
        try (DatabaseProbe probe = connection.open()) {
            return switch (probe.engine()) {
                case H2 -> Finding.skip("an H2 database has no logins with fewer rights");
                case BABELFISH ->
                    Finding.skip("Babelfish has no ownership chaining: there the login needs rights on the tables");
                case SQL_SERVER -> found(probe.rights());
            };
        } catch (DatabaseUnreachableException e) {
            return Finding.fail(e.getMessage(), e.action());
        }
    }

    static Finding found(Rights rights) {
        if (!rights.executes()) {
            return Finding.fail(
                    rights.user() + " may not execute the procedures of schema clientpay",
                    "Have the DBA run the scripts, then " + SCRIPT + ", and there make " + rights.user()
                            + " a member of role clientpay_connector.");
        }
        List<String> much = new ArrayList<>(rights.roles());
        rights.excess().stream().filter(right -> rights.roles().isEmpty()).forEach(much::add);
        if (rights.readsTables() || !much.isEmpty()) {
            return Finding.warn(
                    rights.user() + " may do more than it needs: "
                            + (much.isEmpty() ? "it reads clientpay_internal.Posting" : String.join(", ", much)),
                    lessen(rights));
        }
        return rights.seesDefinitions()
                ? Finding.pass(
                        rights.user() + " may execute the procedures; to read a table was refused, as it should be")
                : Finding.warn(
                        rights.user() + " may not see the definitions of the two schemas",
                        "It works, but missing or changed scripts are told less exactly. Have the DBA run " + SCRIPT
                                + ".");
    }

    private static String lessen(Rights rights) {
        if (rights.user().equals("dbo")) {
            return "It is an administrator's login. Give the connector one of its own, with " + SCRIPT + ".";
        }
        String user = "[" + rights.user().replace("]", "]]") + "]";
        List<String> statements = rights.roles().stream()
                .map(role -> role.startsWith("db_")
                        ? "ALTER ROLE " + role + " DROP MEMBER " + user + ";"
                        : "ALTER SERVER ROLE " + role + " DROP MEMBER " + user + ";")
                .toList();
        return "Role clientpay_connector is all it needs ("
                + SCRIPT
                + "). Have the DBA take the rest away: "
                + (statements.isEmpty()
                        ? "REVOKE what was granted to " + user + " or to a role of it, also to public."
                        : String.join(" ", statements));
    }
}
