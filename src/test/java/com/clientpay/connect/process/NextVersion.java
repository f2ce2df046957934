package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The version after this one: says 1.1.0, and brings scripts of contract version 2 that add a column to table Posting and to
 * what GetPosting answers, and replace every view, function and procedure.
 */
final class NextVersion {
    private static final String VERSION = "1.1.0";
    private static final String COLUMN = """
            IF COL_LENGTH(N'clientpay_internal.Posting', N'Added') IS NULL
                ALTER TABLE clientpay_internal.Posting ADD Added nvarchar(100) NULL;
            GO
            """;

    private NextVersion() {}

    /** Its distribution, made from this one's. */
    static Distribution of(Distribution distribution, Path folder) throws IOException {
        Path home = folder.resolve("next");
        copy(distribution.home(), home);
        setVersion(home);
        Path core = home.resolve("sql/sqlserver/core");
        edit(core.resolve("1-tables/06-Posting.sql"), text -> text + COLUMN);
        edit(
                core.resolve("4-finish/01-Installation.sql"),
                text -> replaced(
                        replaced(
                                text,
                                "ContractVersion = 1, ScriptVersion = '1.0.0'",
                                "ContractVersion = 2, ScriptVersion = '1.1.0'"),
                        "SET NUMERIC_ROUNDABORT OFF;",
                        "SET NUMERIC_ROUNDABORT OFF; -- of 1.1.0"));
        edit(
                core.resolve("3-procedures/GetPosting.sql"),
                text -> replaced(
                        text,
                        "r.At, r.Actor, r.What\n",
                        "r.At, r.Actor, r.What, CONVERT(nvarchar(100), NULL) AS Added\n"));
        for (Path part : List.of(core.resolve("2-internal"), core.resolve("3-procedures"))) {
            try (Stream<Path> scripts = Files.list(part)) {
                for (Path script : scripts.toList()) {
                    edit(
                            script,
                            text -> replaced(
                                    text, "SET NUMERIC_ROUNDABORT OFF;", "SET NUMERIC_ROUNDABORT OFF; -- of 1.1.0"));
                }
            }
        }
        return new Distribution(home);
    }

    /** Runs its {@code connect scripts apply}. */
    static void applyScripts(Distribution next, Path configuration, SqlServerFirm firm)
            throws IOException, InterruptedException {
        Distribution.Ran ran = next.run(
                firm.ownersEnvironment(),
                "scripts",
                "apply",
                "--yes",
                "--user",
                firm.owner(),
                "--config",
                configuration.toString());
        assertEquals(0, ran.exitCode(), ran.output());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void setVersion(Path home) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            Path jar = jars.filter(file -> file.getFileName().toString().matches("clientpay-connect-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
                Files.writeString(inside.getPath("version.txt"), VERSION);
            }
        }
    }

    private interface Edit {
        String apply(String text);
    }

    private static void edit(Path file, Edit edit) throws IOException {
        Files.writeString(file, edit.apply(Files.readString(file)));
    }

    private static String replaced(String text, String what, String with) {
        if (!text.contains(what)) {
            throw new IllegalStateException("There is no " + what + " in\n" + text);
        }
        return text.replace(what, with);
    }
}
