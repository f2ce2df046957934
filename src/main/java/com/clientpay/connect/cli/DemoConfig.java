package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.LoadedConfig;
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
    private DemoConfig() {}

    /** @param importFolder of a firm that takes receipts by its import */
    static ConnectConfig of(String databaseUrl, Optional<Path> importFolder, int port, int loopbackPort) {
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
                        10,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30)),
                new ConnectConfig.Postings(Duration.ofHours(1), Duration.ofSeconds(15)),
                new ConnectConfig.Batches(importFolder, Optional.empty(), Duration.ofSeconds(2)),
                new ConnectConfig.Logs(Path.of("logs"), ConnectConfig.Level.INFO, 30));
    }

    /** For the checks: the demo has no file, and so nothing that could be wrong in it. */
    static ConfigSource source(ConnectConfig config) {
        LoadedConfig loaded =
                new LoadedConfig(config, Path.of("demo"), Path.of(""), new EffectiveConfig(List.of()), List.of());
        return () -> loaded;
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
