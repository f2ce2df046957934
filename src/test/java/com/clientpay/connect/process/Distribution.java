package com.clientpay.connect.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The distribution folder as the build left it: what a firm installs, and what these tests start. */
record Distribution(Path home) {

    static Distribution built() {
        String folder = System.getProperty("connect.distribution", "target/clientpay-connect");
        Path home = Path.of(folder).toAbsolutePath();
        if (!Files.isExecutable(home.resolve("connect"))) {
            throw new IllegalStateException("There is no distribution at " + home + ": run mvn package first.");
        }
        return new Distribution(home);
    }

    String launcher() {
        return home.resolve("connect").toString();
    }

    Path libraryFolder() {
        return home.resolve("lib");
    }

    /** The Java that runs the tests. */
    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Every jar, as a class path. */
    String libraries() throws IOException {
        try (var jars = Files.list(libraryFolder())) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }
}
