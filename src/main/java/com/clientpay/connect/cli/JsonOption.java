package com.clientpay.connect.cli;

import picocli.CommandLine.Option;

/** {@code --json}, on every command whose answer a program may want to read. */
final class JsonOption {
    @Option(names = "--json", description = "Answer as JSON, for programs.")
    private boolean json;

    boolean isWanted() {
        return json;
    }
}
