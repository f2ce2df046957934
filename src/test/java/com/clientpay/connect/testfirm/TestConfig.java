package com.clientpay.connect.testfirm;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.EffectiveConfig;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.activity.RecentProblem;
import com.clientpay.connect.diagnostics.bundle.Bundle;
import com.clientpay.connect.diagnostics.bundle.BundleJob;
import com.clientpay.connect.diagnostics.bundle.KnownText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a connector of the tests is configured with: plain HTTP on free ports of this machine. */
public final class TestConfig {
    private TestConfig() {}

    /** @param databaseId the only database that may be posted to; empty: any */
    public static ConnectConfig of(String url, Optional<String> databaseId) {
        return of(url, databaseId, ConnectConfig.Console.AMERICAN);
    }

    public static ConnectConfig of(String url, Optional<String> databaseId, ConnectConfig.Console console) {
        return new ConnectConfig(
                ConnectConfig.Mode.TEST,
                new ConnectConfig.Server("127.0.0.1", 0, 0, List.of(), List.of(), 20, Duration.ofSeconds(5)),
                new ConnectConfig.Tls(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                new ConnectConfig.DatabaseSettings(
                        url,
                        Optional.empty(),
                        Optional.empty(),
                        databaseId,
                        8,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30)),
                new ConnectConfig.Postings(Duration.ofHours(1), Duration.ofMinutes(1)),
                ConnectConfig.Batches.NONE,
                console,
                new ConnectConfig.Logs(Path.of("target", "logs"), ConnectConfig.Level.INFO, 1));
    }

    /** For the checks: there is no file, and so nothing that could be wrong in it. */
    public static LoadedConfig loaded(ConnectConfig config) {
        return new LoadedConfig(config, Path.of("test"), Path.of(""), new EffectiveConfig(List.of()), List.of());
    }

    /** A support bundle of one file. */
    public static void bundle(OutputStream out, List<RecentProblem> problems) throws IOException {
        new Bundle(Duration.ofSeconds(10), KnownText.ofProgram(), List.of())
                .write(out, List.of(new BundleJob("word.txt", "a word", () -> "here")), Instant.now());
    }
}
