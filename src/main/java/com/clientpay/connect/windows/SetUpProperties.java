package com.clientpay.connect.windows;

import com.clientpay.connect.platform.ThisSystem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the installer was told, as it remembers it for upgrades in {@code HKLM\SOFTWARE\ClientPay\Connect}. Nothing in it is
 * secret.
 *
 * @param values by the installer's names of them, such as {@code DATABASE_SERVER}
 */
public record SetUpProperties(Map<String, String> values) {
    /** Where they are. */
    public static final String KEY = "SOFTWARE\\ClientPay\\Connect";

    public SetUpProperties {
        values = Map.copyOf(values);
    }

    /** Empty when it was not given, or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Of this machine; none elsewhere than on Windows and where nothing was installed. */
    public static SetUpProperties ofThisMachine() {
        return new SetUpProperties(ThisSystem.isWindows() ? WindowsRegistry.texts(KEY) : new TreeMap<>());
    }
}
