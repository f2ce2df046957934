package com.clientpay.connect.windows;

import java.util.Locale;
import java.util.Optional;

/**
 * The account that the service runs as. Only such as need no password from us: the service's own virtual account, a managed
 * service account (its name ends with a dollar sign), or one of the accounts that every Windows has.
 *
 * @param name as the service control manager takes it
 * @param needsRight whether the right "Log on as a service" must be granted to it; the virtual account and those of the
 *     system have it
 */
public record ServiceAccount(String name, boolean needsRight) {
    /** Has no rights on this machine but those that are granted to it, and no password. */
    public static final ServiceAccount VIRTUAL = new ServiceAccount("NT SERVICE\\" + ConnectService.NAME, false);

    /**
     * @throws IllegalArgumentException with what would be right, when the service cannot run as it without a password
     */
    public static ServiceAccount of(String text) {
        String name = text.strip();
        String upper = name.toUpperCase(Locale.ROOT);
        if (name.isEmpty() || upper.equals(VIRTUAL.name().toUpperCase(Locale.ROOT))) {
            return VIRTUAL;
        }
        if (upper.startsWith("NT SERVICE\\")) {
            throw new IllegalArgumentException(
                    "The account " + name + " belongs to another service. This one's own is " + VIRTUAL.name() + ".");
        }
        Optional<String> known = switch (upper) {
            case "LOCALSERVICE", "NT AUTHORITY\\LOCALSERVICE", "NT AUTHORITY\\LOCAL SERVICE" ->
                Optional.of("NT AUTHORITY\\LocalService");
            case "NETWORKSERVICE", "NT AUTHORITY\\NETWORKSERVICE", "NT AUTHORITY\\NETWORK SERVICE" ->
                Optional.of("NT AUTHORITY\\NetworkService");
            case "LOCALSYSTEM", ".\\LOCALSYSTEM", "SYSTEM", "NT AUTHORITY\\SYSTEM" -> Optional.of("LocalSystem");
            default -> Optional.empty();
        };
        if (known.isPresent()) {
            return new ServiceAccount(known.get(), false);
        }
        if (!name.matches("[^\\\\/@\\s]+\\\\[^\\\\/@]+")) {
            throw new IllegalArgumentException("The account " + name + " is not of the form DOMAIN\\NAME$.");
        }
        if (!name.endsWith("$")) {
            throw new IllegalArgumentException("The account " + name + " has a password, which must not stand on a"
                    + " command line. Use a group managed service account (DOMAIN\\NAME$), or install with "
                    + VIRTUAL.name()
                    + " and enter the account in services.msc: ClientPay Connect, Properties, Log On.");
        }
        return new ServiceAccount(name, true);
    }

    /** Whether it may do everything on this machine. */
    public boolean isLocalSystem() {
        return name.equals("LocalSystem");
    }
}
