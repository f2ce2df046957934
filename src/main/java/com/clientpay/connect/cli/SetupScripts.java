package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseProbe.Engine;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.PrintedScripts;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptException;
import com.clientpay.connect.database.scripts.ScriptFailedException;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The set-up's step of the scripts: run by the DBA's login now, printed for the DBA, or left alone; then the login's rights. */
final class SetupScripts {
    private final PrintWriter out;
    private final SetupQuestions questions;
    private final DatabaseSettings connector;
    private final Path home;

    SetupScripts(PrintWriter out, SetupQuestions questions, DatabaseSettings connector, Path home) {
        this.out = out;
        this.questions = questions;
        this.connector = connector;
        this.home = home;
    }

    /** Answers whether the database has what the connector needs. */
    boolean run() {
        if (engine() == Engine.H2) {
            out.println("Skipped: a database of H2 has no scripts.");
            return true;
        }
        boolean ready = isInstalled();
        String choice = questions.choose(
                "scripts",
                "Scripts: run them now with the DBA's login, write them into a file for the DBA, or leave them",
                ready ? "leave" : "print",
                List.of("apply", "print", "leave"));
        switch (choice) {
            case "apply" -> apply();
            case "print" -> print();
            default -> out.println("The scripts are left as they are.");
        }
        boolean installed = isInstalled();
        if (installed) {
            rights();
        } else if (!choice.equals("apply")) {
            out.println("The database does not have the procedures yet. When the DBA has run them, and"
                    + " security/login-and-role.sql for the login, run the set-up again.");
        }
        return installed;
    }

    private Engine engine() {
        try (DatabaseProbe probe = DatabaseProbe.open(connector)) {
            return probe.engine();
        } catch (DatabaseUnreachableException e) {
            throw new CommandFailed(e.getMessage() + "\n" + e.action());
        }
    }

    private boolean isInstalled() {
        try (DatabaseProbe probe = DatabaseProbe.open(connector)) {
            return probe.compareContract().isEmpty();
        } catch (DatabaseUnreachableException e) {
            return false;
        }
    }

    private void rights() {
        Finding finding = Checks.rights(connector);
        out.println("Rights: " + finding.status() + ", " + Terminal.clean(finding.seen()) + ".");
        finding.action().ifPresent(action -> out.println("  " + Terminal.clean(action)));
    }

    private ScriptSet set(Optional<Installed> installed) {
        Path folder = Home.folder().resolve("sql").resolve("sqlserver");
        Optional<String> system = installed.flatMap(Installed::system);
        if (system.isPresent()) {
            return ScriptSet.read(folder, system.get());
        }
        List<String> systems = ScriptSet.systems(folder);
        return ScriptSet.read(
                folder,
                questions.choose("scripts.system", "The firm's matter management system", systems.get(0), systems));
    }

    /** A login that is refused is asked for again, at a terminal. */
    private void apply() {
        while (!applied() && !questions.isDriven()) {
            if (!questions.confirm("", "Try another login")) {
                out.println("No script was run.");
                return;
            }
        }
    }

    /** Answers false when the login was refused. */
    private boolean applied() {
        try (ScriptDatabase database = ScriptDatabase.open(dba())) {
            Installed installed = database.installed();
            ScriptSet set = set(Optional.of(installed));
            database.requireFit(set);
            ScriptPlan plan = ScriptPlan.of(set, installed, false);
            ScriptPlanText.print(out, plan, database.target(), false);
            if (plan.toRun().isEmpty()) {
                return true;
            }
            if (!questions.isDriven() && !questions.confirm("", "Run them")) {
                out.println("No script was run.");
                return true;
            }
            ScriptProgress progress = new ScriptProgress(out, false, false);
            try {
                database.apply(set, plan, false, progress);
                out.println(plan.toRun().size() + " scripts were run.");
            } catch (ScriptFailedException e) {
                out.println("Not done: " + Terminal.clean(e.getMessage()));
                out.println("The " + progress.doneBefore()
                        + " scripts before it were run, and stay. When it is put right, run"
                        + " the set-up again: it goes on there.");
            }
        } catch (DatabaseUnreachableException e) {
            out.println("Not done: " + Terminal.clean(e.getMessage() + " " + e.action()));
            return false;
        } catch (ScriptException e) {
            out.println("Not done: " + Terminal.clean(e.getMessage()));
        }
        return true;
    }

    private DatabaseSettings dba() {
        String user = questions.ask(
                "scripts.user",
                "Login of the database's owner (empty: as you, by Windows authentication)",
                Optional.empty(),
                answer -> Optional.empty());
        if (user.isEmpty()) {
            return connector.withLogin(Optional.empty(), Optional.empty()).withPoolSize(1);
        }
        String password = questions
                .secret("scripts.password_file", "Its password (it is not kept)", false)
                .orElse("");
        return connector
                .withLogin(Optional.of(user), Optional.of(new Secret("the password given", password)))
                .withPoolSize(1);
    }

    private void print() {
        ScriptSet set = set(Optional.empty());
        String file = questions.ask(
                "scripts.file",
                "The file to write",
                Optional.of(home.resolve("clientpay-connect.sql").toString()),
                answer -> Optional.empty());
        byte[] text = new PrintedScripts(set, Version.current()).text().getBytes(StandardCharsets.UTF_8);
        OwnerOnlyFile.replace(Path.of(file), content -> content.write(text));
        out.println(set.scripts().size() + " scripts are written to " + file + ". Give it to the DBA, with "
                + Home.folder()
                        .resolve("sql")
                        .resolve("sqlserver")
                        .resolve("security")
                        .resolve("login-and-role.sql")
                + ".");
    }
}
