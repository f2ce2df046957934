package com.clientpay.connect.cli;

import com.clientpay.connect.windows.ConnectService;
import com.clientpay.connect.windows.ServiceReport;
import com.clientpay.connect.windows.ServiceState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts and stops the service and waits until it is so. Windows calls the service <i>Running</i> as soon as its process is
 * there, some seconds before the connector listens: so a start is over when the connector answers.
 *
 * @param pause between two looks
 */
record ServiceOperations(ConnectService service, LiveProbe probe, Duration pause) {
    /** Of this machine. */
    static ServiceOperations ofThisMachine() {
        return new ServiceOperations(ConnectService.ofThisMachine(), LiveProbe::ask, Duration.ofMillis(200));
    }

    /**
     * @param loopback where the connector answers commands; empty when its port is chosen at each start
     * @param logs where the service's standard error is kept
     * @param patience for how long to wait
     * @return what is so now
     * @throws CommandFailed with what the service said, when it ended instead, or does not answer in time
     */
    String start(Optional<URI> loopback, Path logs, Duration patience) {
        ServiceReport before = installed();
        if (before.state() == ServiceState.RUNNING && answers(loopback)) {
            return "The service runs already, and answers.";
        }
        ServiceErrorOutput output = ServiceErrorOutput.from(logs);
        long began = System.nanoTime();
        boolean started = service.start();
        while (true) {
            ServiceReport now = installed();
            if (now.state() == ServiceState.STOPPED && !started) {
                started = service.start(); // it was about to end when it was asked
                now = installed();
            }
            if (now.state() == ServiceState.STOPPED) {
                throw new CommandFailed("The service started and ended again (" + exit(now) + ")."
                        + said(output)
                        + "\nWhat happened before is in connect.log in " + logs + ". Windows tries it again after "
                        + "5, 20 and then every 60 seconds.");
            }
            boolean answers = answers(loopback);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            if (now.state() == ServiceState.RUNNING && answers) {
                return loopback.isEmpty()
                        ? "The service runs. Whether it answers was not asked: server.loopback_port is 0."
                        : "The service runs, and answers " + loopback.get() + "/v1/health/live after " + seconds
                                + (seconds == 1 ? " second." : " seconds.");
            }
            if (seconds >= patience.toSeconds()) {
                throw new CommandFailed("The service does not answer "
                        + loopback.map(URI::toString).orElse("")
                        + "/v1/health/live within " + patience.toSeconds() + " seconds. Its state: "
                        + ServiceText.state(now.state()) + "." + said(output) + "\nLook into connect.log in " + logs
                        + ".");
            }
            sleep();
        }
    }

    /**
     * @param patience for how long to wait
     * @return what is so now
     * @throws CommandFailed when it does not stop in time
     */
    String stop(Duration patience) {
        ServiceReport now = installed();
        if (now.state() == ServiceState.STOPPED) {
            return "The service is stopped already.";
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (now.state() != ServiceState.STOPPED) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailed(
                        "The service did not stop within " + patience.toSeconds() + " seconds. Its state: "
                                + ServiceText.state(now.state())
                                + ". It ends by itself when the requests under way are answered"
                                + " or server.stop_timeout_seconds are over; if it does not: taskkill /F /PID "
                                + now.processId() + ". What was acknowledged is in the books.");
            }
            if (now.state() != ServiceState.STOP_PENDING) {
                service.stop();
            }
            sleep();
            now = installed();
        }
        return "The service is stopped.";
    }

    /** Stops and removes it; one that is gone already is fine. */
    String uninstall(Duration patience) {
        if (service.report().isEmpty()) {
            service.delete(); // what somebody who removed it in another way has left
            return "The service is not installed.";
        }
        stop(patience);
        service.delete();
        return "The service is removed.";
    }

    private ServiceReport installed() {
        return service.report()
                .orElseThrow(() -> new CommandFailed(
                        "The service " + ConnectService.NAME + " is not installed. connect service install does it."));
    }

    private boolean answers(Optional<URI> loopback) {
        return loopback.isEmpty() || probe.answers(loopback.get());
    }

    private static String said(ServiceErrorOutput output) {
        String said = output.since();
        return said.isEmpty() ? "" : " It said:\n" + said;
    }

    private static String exit(ServiceReport report) {
        return "exit code " + report.exitCode()
                + (report.specificExitCode() == 0 ? "" : ", its own " + report.specificExitCode());
    }

    private void sleep() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted while waiting for the service.");
        }
    }
}
