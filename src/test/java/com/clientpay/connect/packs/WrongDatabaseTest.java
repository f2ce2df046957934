package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.cli.Finished;
import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.PreflightException;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptException;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack that is put into a database which is not its own lists what is missing, and leaves nothing behind. */
class WrongDatabaseTest {
    private static final List<String> PACKS = List.of("elite-3e", "aderant-expert", "elite-enterprise", "prolaw");
    private static final String EMPTY = "nothing";
    private static final String REFERENCE = "reference";
    /** Of every kind that our scripts make, and of users and roles. */
    private static final String CATALOGUE = String.join(
            " UNION ALL ",
            named("s.name, '', 'schema' FROM sys.schemas s"),
            named("s.name, o.name, o.type FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id"),
            named("o.name, c.name, 'column' FROM sys.columns c JOIN sys.objects o ON o.object_id = c.object_id"),
            named("t.name, '', 'type' FROM sys.types t WHERE t.is_user_defined = 1"),
            named("p.name, '', p.type FROM sys.database_principals p"));

    private static final Map<String, TestSqlServer> DATABASES = new HashMap<>();

    @TempDir
    private Path folder;

    @AfterAll
    static void drop() {
        DATABASES.values().forEach(TestSqlServer::close);
        DATABASES.clear();
    }

    static Stream<Arguments> wrongDatabases() {
        return PACKS.stream()
                .flatMap(pack -> Stream.concat(PACKS.stream(), Stream.of(EMPTY, REFERENCE))
                        .filter(database -> !database.equals(pack))
                        .map(database -> Arguments.of(pack, database)));
    }

    @ParameterizedTest(name = "{0} in a database of {1}")
    @MethodSource("wrongDatabases")
    void what_the_pack_misses_is_listed_and_nothing_is_created(String pack, String system) throws IOException {
        TestSqlServer server = database(system);
        List<String> before = catalogue(server);
        Finished applied = command(server, "apply", "--system", pack, "--yes");

        assertEquals(1, applied.code(), applied.out());
        assertTrue(
                applied.err().startsWith("This database is not as the scripts of system " + pack + " need it: "),
                applied.err());
        assertTrue(applied.err().contains("Nothing was created."), applied.err());
        for (String table : tablesOf(pack)) {
            assertTrue(applied.err().contains("\ndbo." + table), table + " in " + applied.err());
        }
        assertEquals(before, catalogue(server));
    }

    @Test
    void every_difference_of_a_column_of_elite_3e_is_listed_by_its_name() {
        assertEquals(
                List.of(
                        "dbo.InvPayor.BalBOA | an amount | not there",
                        "dbo.InvPayor.Payor | int | bigint, null",
                        "dbo.MattStatus.IsClosed | a flag | varchar(1), null",
                        "dbo.ReceiptType.Code | text of at most 64 characters, not null | nvarchar(64), null",
                        "dbo.TrustReceiptType.Code | text of at most 64 characters, not null | nvarchar(65), not null"),
                differences(
                        "elite-3e",
                        "ALTER TABLE dbo.InvPayor DROP COLUMN BalBOA",
                        "ALTER TABLE dbo.InvPayor DROP COLUMN Payor",
                        "ALTER TABLE dbo.InvPayor ADD Payor bigint NULL",
                        "ALTER TABLE dbo.MattStatus DROP COLUMN IsClosed",
                        "ALTER TABLE dbo.MattStatus ADD IsClosed varchar(1) NULL",
                        "DROP TABLE dbo.ReceiptType",
                        "CREATE TABLE dbo.ReceiptType (Code nvarchar(64) NULL)",
                        "DROP TABLE dbo.TrustReceiptType",
                        "CREATE TABLE dbo.TrustReceiptType (Code nvarchar(65) NOT NULL, Description nvarchar(max) NULL)"));
    }

    @Test
    void every_difference_of_a_column_of_aderant_expert_is_listed_by_its_name() {
        assertEquals(
                List.of(
                        "dbo.BLT_BILL_AMT.DRUNO | a whole number | decimal(10, 2), null",
                        "dbo.BLT_BILLP | a table | not there",
                        "dbo.HBL_STATUS_MATT.STATUS_CODE | text of at most 64 characters, not null | int, not null",
                        "dbo.HBL_STATUS_MATT.STATUS_DESC | text | not there",
                        "dbo.HBM_MATTER.MATTER_NAME | text | ntext, null",
                        "dbo.TBM_BANK.BANK_CODE | text of at most 64 characters, not null | varchar(max), null"),
                differences(
                        "aderant-expert",
                        "DROP TABLE dbo.BLT_BILLP",
                        "ALTER TABLE dbo.BLT_BILL_AMT DROP COLUMN SIGN",
                        "ALTER TABLE dbo.BLT_BILL_AMT ADD SIGN decimal(1, 0) NULL",
                        "ALTER TABLE dbo.BLT_BILL_AMT DROP COLUMN DRUNO",
                        "ALTER TABLE dbo.BLT_BILL_AMT ADD DRUNO decimal(10, 2) NULL",
                        "DROP TABLE dbo.HBL_STATUS_MATT",
                        "CREATE TABLE dbo.HBL_STATUS_MATT (STATUS_CODE int NOT NULL)",
                        "ALTER TABLE dbo.HBM_MATTER DROP COLUMN MATTER_NAME",
                        "ALTER TABLE dbo.HBM_MATTER ADD MATTER_NAME ntext NULL",
                        "DROP TABLE dbo.TBM_BANK",
                        "CREATE TABLE dbo.TBM_BANK (BANK_CODE varchar(max) NULL, INACTIVE char(1) NULL)"));
    }

    @Test
    void every_difference_of_a_column_of_elite_enterprise_is_listed_by_its_name() {
        assertEquals(
                List.of(
                        "dbo.ledcode.lcdebcr | text | not there",
                        "dbo.ledger.lamount | an amount | float, null",
                        "dbo.ledger.lindex | a whole number, not null | int, null",
                        "dbo.ledger.linvoice | a text or whole number of at most 64 characters | varchar(80), null"),
                differences(
                        "elite-enterprise",
                        "ALTER TABLE dbo.ledcode DROP COLUMN lcdebcr",
                        "DROP TABLE dbo.ledger",
                        "CREATE TABLE dbo.ledger (lindex int NULL, lmatter char(15) NULL, ltradat datetime NULL,"
                                + " linvoice varchar(80) NULL, ldocumnt char(20) NULL, llcode char(5) NULL,"
                                + " lamount float NULL, lzero char(1) NULL)"));
    }

    @Test
    void every_difference_of_a_column_of_prolaw_is_listed_by_its_name() {
        assertEquals(
                List.of(
                        "dbo.Matters.ClientSort | text of at most 64 characters | not there",
                        "dbo.Matters.Matters | text of at most 36 characters, not null | uniqueidentifier, null"),
                differences(
                        "prolaw",
                        "DROP TABLE dbo.Matters",
                        "CREATE TABLE dbo.Matters (Matters uniqueidentifier NULL, MatterID varchar(20) NULL,"
                                + " ShortDesc varchar(100) NULL, AreaOfLaw varchar(50) NULL)"));
    }

    static List<String> packs() {
        return PACKS;
    }

    /** The last script has not run, as after an interruption. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void a_pack_is_not_put_over_another_that_was_only_begun(String begun) throws IOException {
        try (TestSqlServer server = TestSqlServer.create()) {
            ScriptSet.files(TestSqlServer.SCRIPTS.resolve("core/1-tables")).forEach(server::runFile);
            server.runFile(pack(begun).resolve("01-Types.sql"));
            List<String> before = catalogue(server);
            for (String other : PACKS) {
                if (!other.equals(begun)) {
                    Finished applied = command(server, "apply", "--system", other, "--yes");
                    assertEquals(1, applied.code(), applied.out());
                    assertTrue(
                            applied.err()
                                    .startsWith("The system " + begun + " is installed in this database, so scripts of "
                                            + other + " are refused"),
                            applied.err());
                    assertRefusesByHand(server, begun, other);
                }
            }
            assertEquals(before, catalogue(server));
        }
    }

    @Test
    void a_pack_is_not_put_over_another_that_is_installed() throws IOException {
        TestSqlServer server =
                PackFirm.of(new Fixture("elite-3e", Fixture.IGNORING_CASE)).server();
        List<String> before = catalogue(server);
        for (String other : List.of("aderant-expert", "elite-enterprise", "prolaw", "reference", "reference-batch")) {
            Finished refused = command(server, "plan", "--system", other);
            assertEquals(1, refused.code(), refused.out());
            assertTrue(refused.err().startsWith("The system elite-3e is installed in this database"), refused.err());
            assertRefusesByHand(server, "elite-3e", other);
        }
        assertEquals(before, catalogue(server));
    }

    /** As sqlcmd and Management Studio do it, unless they are told to stop at the first error. */
    @Test
    void scripts_that_run_on_after_the_refusal_leave_nothing_behind() throws IOException {
        TestSqlServer server =
                PackFirm.of(new Fixture("elite-3e", Fixture.IGNORING_CASE)).server();
        server.execute("CREATE TABLE dbo.ledcode (lccode char(5) NULL, lcdebcr char(1) NULL)");
        try {
            List<String> before = catalogue(server);
            for (String other :
                    List.of("aderant-expert", "elite-enterprise", "prolaw", "reference", "reference-batch")) {
                for (Path script : ScriptSet.files(pack(other))) {
                    runToItsEnd(server, script);
                    assertEquals(before, catalogue(server), script.toString());
                }
            }
        } finally {
            server.execute("DROP TABLE dbo.ledcode");
        }
    }

    private static void runToItsEnd(TestSqlServer server, Path script) throws IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            int refused = 0;
            for (Batch batch : new Script(script.toString(), Files.readString(script)).batches()) {
                try {
                    statement.execute(batch.text());
                } catch (SQLException e) {
                    refused++;
                }
            }
            assertTrue(refused > 0, script.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(script.toString(), e);
        }
    }

    /** Each of the pack's scripts, as a DBA runs it. */
    private static void assertRefusesByHand(TestSqlServer server, String installed, String other) {
        ScriptSet set = ScriptSet.read(TestSqlServer.SCRIPTS, other);
        try (ScriptDatabase database = server.open()) {
            ScriptException refused = assertThrows(ScriptException.class, () -> database.preflight(set));
            assertEquals(
                    "System pack " + installed + " is installed in this database: pack " + other
                            + " cannot be put over it. Nothing was created.",
                    refused.getMessage());
        }
        for (Path script : ScriptSet.files(pack(other))) {
            IllegalStateException error = assertThrows(IllegalStateException.class, () -> server.runFile(script));
            String said = error.getCause().getMessage();
            assertTrue(said.contains("cannot be put over it"), script + ": " + said);
        }
    }

    private static List<String> differences(String pack, String... changes) {
        try (TestSqlServer server = TestSqlServer.create()) {
            new Fixture(pack, Fixture.IGNORING_CASE).createTables(server);
            ScriptSet set = ScriptSet.read(TestSqlServer.SCRIPTS, pack);
            try (ScriptDatabase database = server.open()) {
                assertEquals(List.of(), database.preflight(set));
                List.of(changes).forEach(server::execute);
                List<String> before = catalogue(server);
                PreflightException refused = assertThrows(PreflightException.class, () -> database.requireFit(set));
                assertEquals(before, catalogue(server));
                return refused.misfits().stream()
                        .map(one -> one.place() + " | " + one.expected() + " | " + one.found())
                        .toList();
            }
        }
    }

    /** A database of another system, without rows, that nothing is ever created in. */
    private static TestSqlServer database(String system) {
        return DATABASES.computeIfAbsent(system, name -> {
            TestSqlServer server = TestSqlServer.create();
            if (name.equals(REFERENCE)) {
                server.installFirm(name);
            } else if (!name.equals(EMPTY)) {
                new Fixture(name, Fixture.IGNORING_CASE).createTables(server);
            }
            return server;
        });
    }

    private static TreeSet<String> tablesOf(String pack) throws IOException {
        return VendorColumns.listed(pack(pack).resolve("00-Preflight.sql")).stream()
                .map(column -> column.substring(0, column.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path pack(String name) {
        return TestSqlServer.SCRIPTS.resolve("systems").resolve(name);
    }

    /** Of three columns, each in one collation: they are joined with those of other kinds. */
    private static String named(String select) {
        String[] parts = select.split(" FROM ", 2);
        return Stream.of(parts[0].split(", "))
                .map(column -> "CONVERT(nvarchar(200), " + column + ") COLLATE Latin1_General_100_BIN2")
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + parts[1]));
    }

    private static List<String> catalogue(TestSqlServer server) {
        return server.query(CATALOGUE).stream().sorted().toList();
    }

    private Finished command(TestSqlServer server, String... words) throws IOException {
        Path config = Files.writeString(
                folder.resolve("connect.toml"), "[database]\nurl = \"" + server.urlWithoutLogin() + "\"\n");
        Path passwordFile = Files.writeString(folder.resolve("password"), server.password() + "\n");
        List<String> line = new ArrayList<>(List.of("scripts"));
        line.addAll(List.of(words));
        line.addAll(List.of("--sql", TestSqlServer.SCRIPTS.toString(), "--config", config.toString()));
        line.addAll(List.of("--user", server.user(), "--password-file", passwordFile.toString()));
        return Finished.command(line.toArray(String[]::new));
    }
}
