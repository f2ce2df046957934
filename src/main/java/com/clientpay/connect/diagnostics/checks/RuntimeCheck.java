package com.clientpay.connect.diagnostics.checks;

import java.nio.file.Path;

/**
 * Which Java this is: one that was installed with the connector, or one that was found on the machine and may be updated or
 * removed by others.
 *
 * @param home of the connector
 * @param java of the Java that runs this
 */
record RuntimeCheck(Path home, Path java, String version) implements Check {
    static final String NAME = "runtime";

    /** Of this process. */
    static RuntimeCheck ofThisProcess() {
        return new RuntimeCheck(
                Path.of(System.getProperty("connect.home", "."))
                        .toAbsolutePath()
                        .normalize(),
                Path.of(System.getProperty("java.home")).toAbsolutePath().normalize(),
                System.getProperty("java.version"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        return Finding.pass("Java " + version
                + (java.startsWith(home.resolve("runtime")) ? ", bundled" : ", found on this machine in " + java));
    }
}
