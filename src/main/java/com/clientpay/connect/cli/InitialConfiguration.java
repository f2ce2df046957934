package com.clientpay.connect.cli;

import com.clientpay.connect.windows.SetUpProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The first {@code connect.toml} of an installation: the documented template, with the lines set that the installer was
 * told about.
 */
final class InitialConfiguration {
    /** The certificate's name in the folder conf. */
    static final String CERTIFICATE = "certificate.pfx";

    private InitialConfiguration() {}

    /**
     * @param template every key, commented out
     * @param certificate whether there is a certificate: then the connector listens to the network
     */
    static String of(String template, SetUpProperties properties, boolean certificate) {
        Map<String, String> values = new LinkedHashMap<>();
        properties.find("PORT").ifPresent(port -> values.put("server.port", port));
        properties.find("LOOPBACK_PORT").ifPresent(port -> values.put("server.loopback_port", port));
        properties.find("DATABASE_SERVER").ifPresent(server -> put(values, server));
        properties.find("DATABASE_NAME").ifPresent(name -> values.put("database.name", quoted(name)));
        String authentication =
                properties.find("DATABASE_AUTHENTICATION").orElse("windows").toLowerCase(Locale.ROOT);
        if (properties.find("DATABASE_SERVER").isPresent()) {
            values.put("database.authentication", quoted(authentication));
            if (authentication.equals("sql")) {
                properties.find("DATABASE_USER").ifPresent(user -> values.put("database.user", quoted(user)));
                values.put("database.password", quoted("secret:database"));
            }
        }
        if (certificate) {
            values.put("server.host", quoted("0.0.0.0"));
            values.put("tls.keystore", quoted("conf/" + CERTIFICATE));
            values.put("tls.keystore_password", quoted("secret:keystore"));
        }
        return set(template, values);
    }

    /** {@code SERVER}, {@code SERVER\INSTANCE}, {@code SERVER,PORT} or {@code SERVER:PORT}, as DBAs write it. */
    private static void put(Map<String, String> values, String text) {
        String server = text;
        Optional<String> port = Optional.empty();
        int at = Math.max(text.lastIndexOf(','), text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : -1);
        if (at > 0) {
            server = text.substring(0, at);
            port = Optional.of(text.substring(at + 1).strip()).filter(digits -> digits.matches("[0-9]{1,5}"));
        }
        int instance = server.indexOf('\\');
        if (instance > 0) {
            if (port.isEmpty()) {
                values.put("database.instance", quoted(server.substring(instance + 1)));
            }
            server = server.substring(0, instance);
        }
        values.put("database.server", quoted(server.strip()));
        port.ifPresent(number -> values.put("database.port", number));
    }

    /** Takes the # away from the lines {@code # key = ...} of the named keys, and sets their values. */
    private static String set(String template, Map<String, String> values) {
        Map<String, String> left = new LinkedHashMap<>(values);
        List<String> lines = new ArrayList<>();
        String section = "";
        for (String line : template.lines().toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            }
            String found = null;
            for (String name : left.keySet()) {
                if (line.matches("# " + name.substring(name.indexOf('.') + 1) + " = .*")
                        && section.equals(name.substring(0, name.indexOf('.')))) {
                    found = name;
                }
            }
            lines.add(found == null ? line : found.substring(found.indexOf('.') + 1) + " = " + left.remove(found));
        }
        if (!left.isEmpty()) {
            throw new CommandFailed(
                    "The template of connect.toml lacks " + left.keySet() + ". Repair the installation.");
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
