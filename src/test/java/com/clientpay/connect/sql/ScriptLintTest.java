package com.clientpay.connect.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds every script under {@code sql/sqlserver} against the rules, and each rule against examples that break it. */
class ScriptLintTest {
    private static final String PROCEDURE = "core/3-procedures/Thing.sql";
    private static final String PACK = "systems/some/01-Pack.sql";

    @TestFactory
    Stream<DynamicTest> every_script_keeps_every_rule() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(TestSqlServer.SCRIPTS)) {
            files = all.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 10, "too few scripts: " + files);
        return files.stream().map(file -> {
            String name = TestSqlServer.SCRIPTS.relativize(file).toString().replace('\\', '/');
            return DynamicTest.dynamicTest(name, () -> {
                LintedScript script = new LintedScript(name, Files.readString(file));
                List<String> flaws = new ArrayList<>();
                for (ScriptRule rule : ScriptRule.values()) {
                    rule.flaws(script).forEach(flaw -> flaws.add(rule + " " + flaw));
                }
                assertEquals(List.of(), flaws);
            });
        });
    }

    @Test
    void the_last_script_states_this_version_and_this_contract() throws IOException {
        Path last = TestSqlServer.SCRIPTS.resolve("core/4-finish/01-Installation.sql");
        String text = Files.readString(last);
        assertTrue(text.contains("ContractVersion = " + Contract.VERSION + ","), text);
        assertTrue(text.contains("ScriptVersion = '" + Version.current() + "'"), text);
    }

    /** A view of the core's own that MappingState does not leave out would make every sign-off void when it comes. */
    @Test
    void a_sign_off_leaves_out_the_views_of_the_core_and_no_others() throws IOException {
        Path core = TestSqlServer.SCRIPTS.resolve("core");
        String state = Files.readString(core.resolve("2-internal/MappingState.sql"));
        int names = state.indexOf("v.name NOT IN (");
        assertEquals(viewsOf(core), found("N'(\\w+)'", state.substring(names, state.indexOf("\n", names))));
    }

    private static Set<String> viewsOf(Path folder) throws IOException {
        Set<String> views = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                views.addAll(found("CREATE VIEW clientpay_internal\\.(\\w+)", Files.readString(file)));
            }
        }
        return views;
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_pack_has_a_preflight_that_differs_from_the_others_in_its_list_alone() throws IOException {
        Path systems = TestSqlServer.SCRIPTS.resolve("systems");
        List<String> template = withoutList(systems.resolve("template"));
        try (Stream<Path> packs = Files.list(systems)) {
            for (Path pack : packs.filter(Files::isDirectory).sorted().toList()) {
                assertEquals(template, withoutList(pack), pack.toString());
            }
        }
    }

    /** The preflight's text before its list, with the pack's name left out, and behind it. */
    private static List<String> withoutList(Path pack) throws IOException {
        String text = Files.readString(pack.resolve("00-Preflight.sql"));
        String begin = "    THROW 51010, @Message, 1;\n";
        String end = "/* From here on the same in every pack. */\n";
        return List.of(
                text.substring(text.indexOf("SET NOCOUNT ON;"), text.indexOf(begin) + begin.length())
                        .replace("N'" + pack.getFileName() + "'", "the pack"),
                text.substring(text.indexOf(end)));
    }

    @Test
    void a_script_that_keeps_the_rules_has_no_flaw() {
        LintedScript good = new LintedScript(PROCEDURE, "/*\n  Procedure Thing.\n*/\n" + TextRules.SET_OPTIONS + """
                DROP PROCEDURE IF EXISTS clientpay.Thing;
                GO
                CREATE PROCEDURE clientpay.Thing
                    @Id varchar(128)
                AS
                BEGIN
                    SET NOCOUNT, XACT_ABORT ON;
                    SET LOCK_TIMEOUT 5000;
                    SET DEADLOCK_PRIORITY LOW;
                    DECLARE @Kept TABLE (Id bigint);
                    INSERT INTO clientpay_internal.Effect (PostingId)
                    OUTPUT inserted.PostingId INTO @Kept
                    VALUES (@Id);
                    EXEC clientpay_internal.TakeLock @Id; -- MERGE, FORMAT(x), GO
                    SELECT TRY_CAST(@Id AS int) AS Id, e.Format, N'OPENJSON' AS Text FROM clientpay_internal.Effect e;
                END;
                GO
                PRINT 'Procedure clientpay.Thing is there.';
                GO
                """);
        for (ScriptRule rule : ScriptRule.values()) {
            assertEquals(List.of(), rule.flaws(good), rule.name());
        }
    }

    @Test
    void text_that_not_every_tool_shows_alike_is_found() {
        assertEquals(
                List.of(
                        "line 1: a tab",
                        "line 2: a carriage return",
                        "line 3: a character that is not plain ASCII",
                        "line 4: a blank at the end",
                        "line 5: does not end with one line end"),
                flaws(ScriptRule.PLAIN_TEXT, "A\tB\nC\r\n\u00e9\nD \nE"));
    }

    @Test
    void a_script_without_header_or_options_is_found() {
        assertEquals(1, flaws(ScriptRule.HEADER, "-- What it does\n").size());
        assertEquals(
                List.of("line 4: the SET options that indexed and filtered objects need do not follow the header"),
                flaws(ScriptRule.SET_OPTIONS, "/*\n What\n*/\nSET QUOTED_IDENTIFIER ON;\nGO\n"));
        assertEquals(
                1,
                flaws(ScriptRule.SET_OPTIONS, "/*\n What\n*/\nPRINT 'first';\n" + TextRules.SET_OPTIONS)
                        .size());
    }

    @Test
    void go_in_another_form_or_none_at_the_end_is_found() {
        assertEquals(
                List.of(
                        "line 2: GO is not alone on its line, in upper case",
                        "line 4: GO is not alone on its line, in upper case",
                        "line 5: does not end with GO"),
                flaws(ScriptRule.GO, "SELECT 1;\ngo\nSELECT 2;\nGO 2\nSELECT 3; -- GO\n"));
    }

    @Test
    void what_is_not_there_at_level_100_or_on_babelfish_is_found() {
        assertEquals(
                List.of(
                        "line 1: TRY_CONVERT is not there at compatibility level 100; TRY_CAST is",
                        "line 2: STRING_AGG is not there at compatibility level 100",
                        "line 3: MERGE is not used",
                        "line 4: CREATE OR ALTER is not used; DROP ... IF EXISTS and CREATE are",
                        "line 5: FOR JSON and FOR XML are not used",
                        "line 6: OFFSET is not used",
                        "line 7: TRIM is not there at compatibility level 100; LTRIM and RTRIM are",
                        "line 8: USE is not used"),
                flaws(ScriptRule.LEVEL, """
                        SELECT TRY_CONVERT(int, @A);
                        SELECT STRING_AGG(a, ',') FROM t;
                        MERGE t USING s ON t.a = s.a WHEN MATCHED THEN DELETE;
                        CREATE OR ALTER VIEW v AS SELECT 1 AS a;
                        SELECT a FROM t FOR JSON PATH;
                        SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY;
                        SELECT TRIM(a), t.Format, 'MERGE' FROM t;
                        USE master;
                        """));
    }

    @Test
    void the_last_identity_of_anybody_is_found() {
        assertEquals(1, flaws(ScriptRule.IDENTITY, "SELECT @@identity;\n").size());
    }

    @Test
    void an_output_clause_without_into_is_found_and_a_parameter_is_none() {
        assertEquals(
                List.of("line 1: OUTPUT without INTO", "line 3: OUTPUT without INTO"),
                flaws(ScriptRule.OUTPUT_INTO, """
                        INSERT INTO t (a) OUTPUT inserted.a VALUES (1);
                        UPDATE t SET a = 1 OUTPUT deleted.a, inserted.a INTO @Old WHERE b = 2;
                        DELETE FROM t OUTPUT deleted.a WHERE a = 1;
                        EXEC p @a OUTPUT, @b OUTPUT;
                        """));
    }

    @Test
    void dynamic_sql_with_more_than_a_literal_is_found_and_in_a_contract_procedure_any() {
        String text = """
                EXEC (N'CREATE SCHEMA clientpay');
                EXEC (@Sql);
                EXEC (N'SELECT ' + @Name);
                EXEC sys.sp_executesql @Sql;
                EXEC @Procedure @a;
                EXEC @Result = clientpay.Thing @a;
                """;
        assertEquals(
                List.of(
                        "line 2: dynamic SQL that is not one literal",
                        "line 3: dynamic SQL that is not one literal",
                        "line 4: dynamic SQL that is not one literal",
                        "line 5: a procedure whose name is in a variable"),
                flaws(ScriptRule.DYNAMIC_SQL, text));
        assertEquals(
                List.of("line 1: dynamic SQL in a contract procedure"),
                flaws(ScriptRule.DYNAMIC_SQL, PROCEDURE, "EXEC (N'SELECT 1');\n"));
    }

    @Test
    void a_transaction_of_a_script_s_own_is_found() {
        assertEquals(
                List.of(
                        "line 1: BEGIN: the transaction is the caller's",
                        "line 2: SAVE: the transaction is the caller's",
                        "line 3: COMMIT: the transaction is the caller's",
                        "line 4: ROLLBACK: the transaction is the caller's"),
                flaws(
                        ScriptRule.TRANSACTIONS,
                        "BEGIN TRAN;\nSAVE TRANSACTION s;\nCOMMIT;\nIF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;\n"));
        assertEquals(List.of(), flaws(ScriptRule.TRANSACTIONS, "systems/some/firm/01-Firm.sql", "ROLLBACK;\n"));
    }

    @Test
    void a_lock_whose_result_nobody_looks_at_is_found() {
        String call = " sys.sp_getapplock @Resource = N'x', @LockMode = 'Exclusive';\n";
        String unchecked = "the result of sp_getapplock is not compared with 0";
        assertEquals(List.of("line 1: " + unchecked), flaws(ScriptRule.APPLOCK, "EXEC" + call));
        assertEquals(
                List.of("line 1: " + unchecked), flaws(ScriptRule.APPLOCK, "EXEC @r =" + call + "IF @r = 1 RETURN;\n"));
        assertEquals(
                List.of("line 1: " + unchecked),
                flaws(ScriptRule.APPLOCK, "EXEC @r =" + call + "IF @other < 0 RETURN;\n"));
        assertEquals(List.of(), flaws(ScriptRule.APPLOCK, "EXEC @r =" + call + "IF @r < 0 THROW 51003, @m, 1;\n"));
        assertEquals(
                List.of(),
                flaws(ScriptRule.APPLOCK, "EXEC @r =" + call + "SELECT CASE WHEN @r >= 0 THEN 1 ELSE 0 END AS Got;\n"));
    }

    @Test
    void raiserror_is_found() {
        assertEquals(
                1, flaws(ScriptRule.RAISERROR, "RAISERROR (N'x', 16, 1);\n").size());
    }

    @Test
    void a_contract_procedure_that_is_not_named_as_its_file_is_found() {
        String create = "CREATE PROCEDURE clientpay.%s AS SELECT 1 AS One;\nGO\n";
        assertEquals(
                List.of("line 1: creates [PROCEDURE clientpay.thing] instead of PROCEDURE clientpay.Thing alone"),
                flaws(ScriptRule.PROCEDURE_NAME, PROCEDURE, create.formatted("thing")));
        assertEquals(
                1,
                flaws(ScriptRule.PROCEDURE_NAME, PROCEDURE, create.formatted("Thing") + create.formatted("Another"))
                        .size());
        assertEquals(
                1,
                flaws(ScriptRule.PROCEDURE_NAME, PROCEDURE, "PRINT 'nothing';\n")
                        .size());
    }

    @Test
    void a_contract_procedure_without_its_session_settings_is_found() {
        assertEquals(
                List.of("line 5: does not begin with SET NOCOUNT, XACT_ABORT ON; SET LOCK_TIMEOUT 5000;"
                        + " SET DEADLOCK_PRIORITY LOW;"),
                flaws(
                        ScriptRule.PROCEDURE_SESSION,
                        PROCEDURE,
                        "PRINT 'a';\nGO\nCREATE PROCEDURE clientpay.Thing\nAS BEGIN\nSET NOCOUNT ON;\nSELECT 1 AS One;\nEND;\n"));
    }

    @Test
    void a_temporary_table_in_a_contract_procedure_is_found() {
        assertEquals(
                1,
                flaws(ScriptRule.TEMPORARY_TABLES, PROCEDURE, "SELECT 1 AS a INTO #t;\n")
                        .size());
    }

    @Test
    void whatever_is_touched_outside_our_schemas_is_found() {
        assertEquals(
                List.of(
                        "line 1: CREATE TABLE of something that is not in clientpay or clientpay_internal",
                        "line 2: DROP VIEW of something that is not in clientpay or clientpay_internal",
                        "line 3: CREATE INDEX of something that is not in clientpay or clientpay_internal",
                        "line 4: ALTER TABLE of something that is not in clientpay or clientpay_internal",
                        "line 5: CREATE SCHEMA of something that is not in clientpay or clientpay_internal",
                        "line 6: CREATE ROLE is not for these scripts",
                        "line 7: GRANT: rights are given by the script in security",
                        "line 8: CREATE PROCEDURE of something that is not in clientpay or clientpay_internal"),
                flaws(ScriptRule.SCHEMAS, """
                        CREATE TABLE dbo.Mine (a int);
                        DROP VIEW IF EXISTS firm.MapThing;
                        CREATE UNIQUE INDEX i ON firm.Invoice (Number);
                        ALTER TABLE firm.Invoice ADD Extra int;
                        EXEC (N'CREATE SCHEMA other AUTHORIZATION dbo');
                        CREATE ROLE r;
                        GRANT EXECUTE ON SCHEMA::clientpay TO r;
                        CREATE PROCEDURE Unqualified AS SELECT 1 AS a;
                        """));
        assertEquals(List.of(), flaws(ScriptRule.SCHEMAS, """
                        EXEC (N'CREATE SCHEMA clientpay AUTHORIZATION dbo');
                        CREATE TABLE clientpay_internal.Mine (a int);
                        CREATE INDEX i ON clientpay_internal.Mine (a);
                        DROP FUNCTION IF EXISTS [clientpay_internal].F;
                        """));
        assertEquals(List.of(), flaws(ScriptRule.SCHEMAS, "security/login-and-role.sql", "CREATE ROLE r;\n"));
    }

    private static List<String> flaws(ScriptRule rule, String text) {
        return flaws(rule, PACK, text);
    }

    private static List<String> flaws(ScriptRule rule, String name, String text) {
        return rule.flaws(new LintedScript(name, text)).stream()
                .map(Flaw::toString)
                .toList();
    }
}
