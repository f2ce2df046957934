package com.clientpay.connect.cli;

import java.nio.file.Path;

/** The folder that the distribution was unpacked into; the launcher names it by {@code connect.home}. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("connect.home", ".")).toAbsolutePath().normalize();
    }

    /** Who runs this command, as histories name it. */
    static String actor() {
        return "cli:" + System.getProperty("user.name", "unknown");
    }
}
