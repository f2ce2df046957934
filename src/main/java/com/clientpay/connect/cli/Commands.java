package com.clientpay.connect.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. Describing a command to picocli costs time at every start, so
 * {@link #line} describes only the one that the arguments name, and all of them for help, completion and mistakes.
 */
final class Commands {
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("run", RunCommand::new);
        ALL.put("demo", DemoCommand::new);
        ALL.put("setup", SetupCommand::new);
        ALL.put("console", ConsoleCommand::new);
        ALL.put("check", CheckCommand::new);
        ALL.put("support-bundle", SupportBundleCommand::new);
        ALL.put("config", ConfigCommand::new);
        ALL.put("database", DatabaseCommand::new);
        ALL.put("key", KeyCommand::new);
        ALL.put("secret", SecretCommand::new);
        ALL.put("scripts", ScriptsCommand::new);
        ALL.put("cert", CertCommand::new);
        ALL.put("call", CallCommand::new);
        ALL.put("search", SearchCommand::new);
        ALL.put("accounts", AccountsCommand::new);
        ALL.put("codes", CodesCommand::new);
        ALL.put("fields", FieldsCommand::new);
        ALL.put("postings", PostingsCommand::new);
        ALL.put("batches", BatchesCommand::new);
        ALL.put("reconcile", ReconcileCommand::new);
        ALL.put("service", ServiceCommand::new);
        ALL.put("windows", WindowsCommand::new);
        ALL.put("version", VersionCommand::new);
        ALL.put("completion", CompletionCommand::new);
        ALL.put("warm-up", WarmUpCommand::new);
    }

    private Commands() {}

    /** The command line that understands these arguments. */
    static CommandLine line(String... arguments) {
        Supplier<Object> named = arguments.length == 0 ? null : ALL.get(arguments[0]);
        CommandLine line = new CommandLine(new ConnectCommand());
        if (named != null) {
            line.addSubcommand(arguments[0], named.get());
        } else {
            ALL.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::report)
                .setParameterExceptionHandler(Failures::reportUsage)
                .setExpandAtFiles(false) // --data @FILE is a body
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(28);
    }

    /** The command line with every command. */
    static CommandLine all() {
        return line();
    }
}
