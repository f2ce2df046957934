package com.clientpay.connect.cli;

import com.clientpay.connect.platform.ThisSystem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The browser of whoever sits at this machine. */
final class Browser {
    private static final long SECONDS = 10;

    private Browser() {}

    /** Whether the system took the address to open it. */
    static boolean open(String address) {
        try {
            Process process = new ProcessBuilder(command(address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> command(String address) {
        if (ThisSystem.isWindows()) {
            return List.of("rundll32.exe", "url.dll,FileProtocolHandler", address);
        }
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return List.of(mac ? "open" : "xdg-open", address);
    }
}
