package com.clientpay.connect.database.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A script set as one file of plain T-SQL, to be run by hand in any tool that knows GO.
 *
 * <p>The difficulty is to stop: a tool goes on with the next batch after one that failed, and nothing in T-SQL ends a file.
 * So after each batch a guard looks at {@code @@ERROR} and {@code @@TRANCOUNT}, and, where the batch creates an object,
 * whether it is there. When something is not as it must be, the guard rolls the script back, notes its name in a temporary
 * table, and makes whatever follows ineffective twice over: by SET NOEXEC ON, after which SQL Server compiles batches and
 * runs none, and by a transaction that is never committed, for tools and servers without that setting (Babelfish ignores
 * it). The last batch undoes both and says how it ended.
 *
 * @param version of ClientPay Connect, for the history
 */
public record PrintedScripts(ScriptSet set, String version) {
    private static final String STOP = "#ClientPayStop";

    /** With LF line ends. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(header()).append(preparation());
        set.preflight().ifPresent(script -> text.append(script("preflight", script, List.of())));
        List<Script> unrecorded = new ArrayList<>();
        boolean recording = false;
        for (int i = 0; i < set.scripts().size(); i++) {
            Script script = set.scripts().get(i);
            unrecorded.add(script);
            recording |= script.text().contains("CREATE TABLE " + ScriptHistory.TABLE);
            List<Script> recorded = recording ? List.copyOf(unrecorded) : List.of();
            text.append(script((i + 1) + " of " + set.scripts().size(), script, recorded));
            if (recording) {
                unrecorded.clear();
            }
        }
        return text.append(end()).toString();
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        text.append("/*\n  ClientPay Connect ").append(version).append(": all scripts of system ");
        text.append(set.system()).append(", to be run by hand in SSMS or sqlcmd.\n");
        text.append("""

                  Run the whole file, connected to the firm's database as a member of db_owner. It may be run again at any
                  time, data is kept, and nothing outside the schemas clientpay and clientpay_internal is touched.

                  First it looks whether the database has every table and column that the system's scripts use; where one is
                  missing or different, it lists them and does nothing. Each script is a transaction of its own, with its row in clientpay_internal.ScriptHistory. After a batch
                  that fails, its script is rolled back and nothing that follows does anything; the last message says whether
                  everything is there. Put right what failed, and run the whole file again.

                  Contents
                """);
        set.preflight()
                .ifPresent(
                        script -> text.append("        ").append(script.name()).append("\n"));
        for (int i = 0; i < set.scripts().size(); i++) {
            text.append(String.format("  %4d  %s%n", i + 1, set.scripts().get(i).name())
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.append("*/\n").toString();
    }

    /** The session's settings, the table by which batches know that they are to do nothing, and what must hold first. */
    private String preparation() {
        return """
                SET NOEXEC OFF;
                GO
                -- What a run of this file leaves that was cancelled in this window.
                IF OBJECT_ID(N'tempdb..#ClientPayStop', N'U') IS NOT NULL
                BEGIN
                    IF @@TRANCOUNT > 0
                        ROLLBACK TRANSACTION;
                    DROP TABLE #ClientPayStop;
                END;
                GO
                IF @@TRANCOUNT > 0
                BEGIN
                    RAISERROR (N'ClientPay Connect: this window has a transaction open. Commit it or roll it back.', 16, 1);
                    SET NOEXEC ON;
                END;
                GO
                SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
                SET NUMERIC_ROUNDABORT OFF;
                SET NOCOUNT ON;
                SET XACT_ABORT ON;
                SET LOCK_TIMEOUT 30000;
                GO
                CREATE TABLE #ClientPayStop (Reason nvarchar(400) NOT NULL);
                GO
                IF DB_NAME() IN (N'master', N'model', N'msdb', N'tempdb')
                    INSERT INTO #ClientPayStop (Reason) VALUES (N'this is no firm''s database. Choose that first.');
                IF USER_NAME() <> N'dbo' AND IS_MEMBER(N'db_owner') = 0
                    INSERT INTO #ClientPayStop (Reason) VALUES (N'this login is not an owner of the database.');
                GO
                IF OBJECT_ID(N'clientpay_internal.Installation', N'U') IS NOT NULL
                    INSERT INTO #ClientPayStop (Reason)
                    SELECT CONCAT(N'the system ', SystemName, N' is installed in this database.')
                    FROM clientpay_internal.Installation
                    WHERE SystemName NOT IN (N'', %s);
                GO
                DECLARE @Lock nvarchar(255) = CONCAT(N'%s', DB_NAME()), @Result int;
                EXEC @Result = sp_getapplock @Resource = @Lock, @LockMode = N'Exclusive', @LockOwner = N'Session',
                    @LockTimeout = 10000;
                IF @Result < 0
                    INSERT INTO #ClientPayStop (Reason) VALUES (N'somebody else is running scripts on this database.');
                GO
                IF EXISTS (SELECT 1 FROM #ClientPayStop)
                BEGIN
                    BEGIN TRANSACTION;
                    SET NOEXEC ON;
                END;
                GO
                """.formatted(literal(set.system()), ScriptLock.RESOURCE);
    }

    private String script(String which, Script script, List<Script> recorded) {
        StringBuilder text = new StringBuilder();
        text.append("\n-- ======== ")
                .append(which)
                .append(": ")
                .append(script.name())
                .append("\n");
        text.append("IF @@TRANCOUNT = 0\n    BEGIN TRANSACTION;\nGO\n");
        for (Batch batch : script.batches()) {
            text.append(batch.text().stripTrailing()).append("\nGO");
            text.append(batch.times() == 1 ? "\n" : " " + batch.times() + "\n");
            text.append(guard(script, 1, CreatedObject.of(batch)));
        }
        text.append("IF NOT EXISTS (SELECT 1 FROM " + STOP + ")\nBEGIN\n");
        recorded.forEach(one -> text.append(row(one)));
        text.append("    COMMIT TRANSACTION;\nEND;\nGO\n");
        return text.append(guard(script, 0, Optional.empty())).toString();
    }

    private String guard(Script script, int transactions, Optional<CreatedObject> created) {
        String missing = created.filter(object -> !object.kind().equals("TRIGGER"))
                .map(object -> " OR OBJECT_ID(" + literal(object.qualifiedName()) + ") IS NULL")
                .orElse("");
        return """
                IF @@ERROR <> 0 OR @@TRANCOUNT <> %d%s
                BEGIN
                    IF @@TRANCOUNT > 0
                        ROLLBACK TRANSACTION;
                    INSERT INTO #ClientPayStop (Reason)
                    SELECT %s WHERE NOT EXISTS (SELECT 1 FROM #ClientPayStop);
                    BEGIN TRANSACTION;
                    SET NOEXEC ON;
                END;
                GO
                """.formatted(transactions, missing, literal(script.name() + " failed; its error is above."));
    }

    private String row(Script script) {
        return """
                    INSERT INTO %s (Name, Version, Sha256, AppliedAt, AppliedBy, AppliedFrom)
                    VALUES (
                        %s,
                        %s,
                        '%s',
                        SYSUTCDATETIME(), COALESCE(ORIGINAL_LOGIN(), SUSER_SNAME()), CONCAT(HOST_NAME(), %s)
                    );
                """.formatted(
                        ScriptHistory.TABLE,
                        literal(script.name()),
                        literal(version),
                        script.sha256(),
                        literal(", connect scripts print " + version));
    }

    private String end() {
        return """

                -- ======== The end: what became of it
                SET NOEXEC OFF;
                GO
                IF OBJECT_ID(N'tempdb..#ClientPayStop', N'U') IS NOT NULL AND @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                GO
                DECLARE @Reason nvarchar(400) = N'nothing was done.';
                IF OBJECT_ID(N'tempdb..#ClientPayStop', N'U') IS NOT NULL
                BEGIN
                    SET @Reason = NULL;
                    SELECT TOP (1) @Reason = Reason FROM #ClientPayStop;
                    DROP TABLE #ClientPayStop;
                END;
                IF @Reason IS NULL
                    PRINT %s;
                ELSE
                    RAISERROR (N'ClientPay Connect: NOT everything is there: %%s', 16, 1, @Reason);
                GO
                DECLARE @Lock nvarchar(255) = CONCAT(N'%s', DB_NAME());
                WHILE APPLOCK_MODE(N'public', @Lock, N'Session') = N'Exclusive'
                    EXEC sp_releaseapplock @Resource = @Lock, @LockOwner = N'Session';
                GO
                SET XACT_ABORT OFF;
                SET LOCK_TIMEOUT -1;
                SET NOCOUNT OFF;
                GO
                """.formatted(
                literal("ClientPay Connect " + version + ": everything of system " + set.system() + " is there."),
                ScriptLock.RESOURCE);
    }

    private static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
