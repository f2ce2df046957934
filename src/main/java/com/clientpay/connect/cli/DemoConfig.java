package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.bundle.SupportBundle;
import com.clientpay.connect.diagnostics.checks.ConfigSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of a connector in front of a demo firm: this machine only, without HTTPS, mode TEST. */
final class DemoConfig {
    /** Of a firm in memory. */
    private static final int CONNECTIONS = 10;
    /**
     * Of a kept firm. H2 (2.5.252) writes one transaction's commit into its file while others are half done, and after a
     * kill its file was once seen with half of one; transactions that follow each other have no such half.
     */
    private static final int CONNECTIONS_OF_KEPT = 1;
    /** Whoever writes batches holds a lock on one connection, and works on another. */
    private static final int CONNECTIONS_OF_KEPT_WITH_IMPORT = 2;

    private DemoConfig() {}

    /**
     * @param importFolder of a firm that takes receipts by its import
     * @param isKept whether the firm's file must survive a killed process
     */
    static ConnectConfig of(
            String databaseUrl, Optional<Path> importFolder, boolean isKept, int port, int loopbackPort) {
        return new ConnectConfig(
                ConnectConfig.Mode.TEST,
                new ConnectConfig.Server(
                        "127.0.0.1", port, loopbackPort, List.of(), List.of(), 50, Duration.ofSeconds(10)),
                new ConnectConfig.Tls(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                new ConnectConfig.DatabaseSettings(
                        databaseUrl,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        connections(importFolder, isKept),
                        Duration.ofSeconds(isKept ? 30 : 5),
                        Duration.ofSeconds(30)),
                new ConnectConfig.Postings(Duration.ofHours(1), Duration.ofSeconds(15)),
                new ConnectConfig.Batches(importFolder, Optional.empty(), Duration.ofSeconds(2)),
                ConnectConfig.Console.AMERICAN,
                new ConnectConfig.Logs(Path.of("logs"), ConnectConfig.Level.INFO, 30));
    }

    private static int connections(Optional<Path> importFolder, boolean isKept) {
        if (!isKept) {
            return CONNECTIONS;
        }
        return importFolder.isPresent() ? CONNECTIONS_OF_KEPT_WITH_IMPORT : CONNECTIONS_OF_KEPT;
    }

    /** For the checks: the demo has no file, and so nothing that could be wrong in it. */
    static ConfigSource source(ConnectConfig config) {
        LoadedConfig loaded =
                new LoadedConfig(config, Path.of("demo"), Path.of(""), new EffectiveConfig(List.of()), List.of());
        return () -> loaded;
    }

    /** What the console's button makes. */
    static SupportBundle bundle(ConnectConfig config) {
        return RunningBundle.of(source(config), Path.of("conf", "demo.toml"), Platforms.current());
    }

    /** The port that was asked for; else the usual one; else, when that is taken, 0: any free one. */
    static int freePort(Optional<Integer> wanted, int usual) {
        return wanted.orElseGet(() -> isFree(usual) ? usual : 0);
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
