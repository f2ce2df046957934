package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.platform.ServiceEvent;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect key revoke} */
@Command(
        name = "revoke",
        description = {
            "End a key for ever. Every running connector refuses it within a second.",
            "Use it when a key may have been seen by somebody else, or its caller is gone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect key revoke portal",
            "",
            "Exit codes:",
            "  0  the key is revoked, now or before",
            "  1  there is none of that name, or the database cannot be reached",
            "  2  the command was not understood"
        })
final class KeyRevokeCommand implements Runnable {
    @Parameters(paramLabel = "NAME", description = "The key's name, as in connect key list.")
    private String name;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        String said;
        try (Database open = database.open()) {
            said = switch (new KeyService(open, Clock.systemUTC()).revoke(name, Home.actor())) {
                case DONE -> reported("The key " + name + " is revoked.");
                case UNCHANGED -> "The key " + name + " was revoked before.";
                case NOT_FOUND ->
                    throw new CommandFailed(
                            "There is no key named " + name + ". connect key list shows which there are.");
            };
        }
        spec.commandLine().getOut().println(Terminal.clean(said));
    }

    private String reported(String said) {
        Platforms.current().events().report(ServiceEvent.KEY_REVOKED, said + " By " + Home.actor() + ".");
        return said;
    }
}
