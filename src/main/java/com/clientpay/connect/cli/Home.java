package com.clientpay.connect.cli;

import com.clientpay.connect.platform.ThisSystem;
import java.nio.file.Path;

/** Where this installation lies. */
final class Home {
    private Home() {}

    /** The folder that the distribution was unpacked into; the launcher names it by {@code connect.home}. */
    static Path folder() {
        return Path.of(System.getProperty("connect.home", ".")).toAbsolutePath().normalize();
    }

    /**
     * The folder of what this machine's connector keeps: its configuration in {@code conf}, its {@code logs}. Installed on
     * Windows, the launcher names one under ProgramData by {@code connect.data}; else it is {@link #folder()}.
     */
    static Path data() {
        String named = System.getProperty("connect.data", "");
        return named.isBlank() ? folder() : Path.of(named).toAbsolutePath().normalize();
    }

    /** The configuration that holds when no other is named. */
    static Path configuration() {
        return data().resolve("conf").resolve("connect.toml");
    }

    /** Who runs this command, as histories name it. */
    static String actor() {
        return "cli:" + System.getProperty("user.name", "unknown");
    }

    /** The user of this system who runs this command; on Windows with the domain. 64 characters at most, without blanks. */
    static String user() {
        String domain = ThisSystem.isWindows() ? System.getenv().getOrDefault("USERDOMAIN", "") : "";
        String user = System.getProperty("user.name", "unknown");
        String whole = domain.isBlank() ? user : domain + "\\" + user;
        return whole.substring(0, Math.min(64, whole.length())).replaceAll("\\s", "_");
    }
}
