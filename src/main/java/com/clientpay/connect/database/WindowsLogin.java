package com.clientpay.connect.database;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.platform.ThisSystem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Logging in to SQL Server as the Windows account that this process runs as. The driver needs a library of its own for it,
 * {@code mssql-jdbc_auth-VERSION.x64.dll}, whose name carries the driver's version.
 */
final class WindowsLogin {
    private static final Pattern INTEGRATED =
            Pattern.compile(";\\s*integratedSecurity\\s*=\\s*true", Pattern.CASE_INSENSITIVE);

    private WindowsLogin() {}

    static boolean isConfigured(DatabaseSettings settings) {
        return INTEGRATED.matcher(DriverUrl.of(settings)).find();
    }

    /** What keeps this process from logging in so, whatever the server says; empty when nothing does. */
    static Optional<ConnectFailure> obstacle() {
        if (!ThisSystem.isWindows()) {
            return Optional.of(new ConnectFailure(
                    "A Windows account logs in from Windows only, and this is " + System.getProperty("os.name") + ".",
                    "Run the connector on Windows, or set database.authentication = \"sql\" with user and password."));
        }
        return library().flatMap(WindowsLogin::unloadable);
    }

    private static Optional<ConnectFailure> unloadable(String library) {
        try {
            System.loadLibrary(library);
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(new ConnectFailure(
                    "The driver's library for Windows logins, " + library + ".dll, cannot be loaded.",
                    "It belongs into the folder lib of the connector, which its launcher names in java.library.path: install"
                            + " the connector again. Java must be a 64-bit one."));
        }
    }

    /** As the driver calls it; empty when the driver does not tell any more, then its own error has to do. */
    private static Optional<String> library() {
        try {
            var name = Class.forName("com.microsoft.sqlserver.jdbc.SQLServerDriver")
                    .getDeclaredField("AUTH_DLL_NAME");
            name.setAccessible(true);
            return Optional.of((String) name.get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
