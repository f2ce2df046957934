package com.clientpay.connect.cli;

import com.clientpay.connect.windows.ConnectService;
import com.clientpay.connect.windows.EventSource;
import com.clientpay.connect.windows.Procrun;
import com.clientpay.connect.windows.ServiceAccount;
import com.clientpay.connect.windows.ServiceReport;
import com.clientpay.connect.windows.ServiceSettings;
import com.clientpay.connect.windows.ServiceState;
import com.clientpay.connect.windows.SetUpProperties;
import com.clientpay.connect.windows.WindowsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect service install} */
@Command(
        name = "install",
        description = {
            "Register the service ClientPayConnect, or change its registration.",
            "It starts with Windows, some two minutes later than the rest (delayed), and Windows starts it anew when it"
                    + " failed: after 5 seconds, then 20, then 60; a day without a failure begins anew. It is not started"
                    + " now: connect service start does that."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect service install",
            "  connect service install --account FIRM\\connect$",
            "",
            "Exit codes:",
            "  0  it is registered",
            "  1  it is not, or this is not Windows; standard error says why",
            "  2  the command was not understood"
        })
final class ServiceInstallCommand implements Runnable {
    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "What it runs as: a managed service account (DOMAIN\\NAME$), LocalService, NetworkService or"
                    + " LocalSystem. Default: what the installer was told, else the service's own virtual account, NT"
                    + " SERVICE\\ClientPayConnect.")
    private String account;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ConnectService service = ConnectService.ofThisMachine();
        Optional<ServiceReport> before = service.report();
        ServiceAccount runsAs = account();
        register(before.isPresent());
        service.configure(ServiceSettings.of(runsAs));
        EventSource.register();
        var out = spec.commandLine().getOut();
        out.println("The service " + ConnectService.NAME + " is registered. It runs as " + runsAs.name()
                + " and keeps its data in " + Home.data() + ".");
        if (runsAs.isLocalSystem()) {
            out.println("LocalSystem may do everything on this machine, which the connector does not need: "
                    + ServiceAccount.VIRTUAL.name() + " is enough.");
        }
        if (before.filter(ServiceInstallCommand::isUp).isPresent()) {
            out.println(
                    service.report().filter(ServiceInstallCommand::isUp).isPresent()
                            ? "It runs now: the change holds from its next start."
                            : "It had to be stopped for that: connect service start.");
        }
    }

    private static boolean isUp(ServiceReport report) {
        return report.state() != ServiceState.STOPPED;
    }

    private static void register(boolean registered) {
        Procrun procrun = new Procrun(
                Home.folder(),
                Home.data(),
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"),
                ServiceMain.class.getName());
        try {
            procrun.register(registered);
        } catch (WindowsException e) {
            if (!registered) {
                throw e;
            }
            // Procrun cannot change every registration, such as one that lost its parameters: then anew.
            ServiceOperations.ofThisMachine().uninstall(Duration.ofSeconds(60));
            procrun.register(false);
        }
    }

    private ServiceAccount account() {
        if (account == null) {
            String remembered =
                    SetUpProperties.ofThisMachine().find("SERVICE_ACCOUNT").orElse("");
            try {
                return ServiceAccount.of(remembered);
            } catch (IllegalArgumentException e) {
                throw new CommandFailed("SERVICE_ACCOUNT: " + e.getMessage());
            }
        }
        try {
            return ServiceAccount.of(account);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
