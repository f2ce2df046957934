package com.clientpay.connect.cli;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.windows.ConnectService;
import com.clientpay.connect.windows.ServiceReport;
import com.clientpay.connect.windows.ServiceState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect service status} */
@Command(
        name = "status",
        description = {
            "Say what Windows knows about the service: state, process, exit codes, account, start, recovery.",
            "Running means that its process is there; connect check says whether the connector is well."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect service status",
            "  connect service status --json",
            "",
            "Exit codes:",
            "  0  it runs",
            "  1  it does not run or is not installed, or this is not Windows",
            "  2  the command was not understood"
        })
final class ServiceStatusCommand implements Callable<Integer> {
    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<ServiceReport> report = ConnectService.ofThisMachine().report();
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Json.pretty(report.map(ServiceText::json).orElse(Map.of("installed", false))));
        } else if (report.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("The service " + ConnectService.NAME
                            + " is not installed. connect service install does it.");
        } else {
            ServiceText.table(report.get()).print(out, "");
        }
        return report.filter(one -> one.state() == ServiceState.RUNNING).isPresent() ? 0 : 1;
    }
}
