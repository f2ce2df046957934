package com.clientpay.connect.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads {@code connect.toml} and the environment variables that override it. Whatever is wrong is reported together; see
 * {@link Settings} for what there is to set.
 */
public final class ConfigFile {
    private static final Set<Integer> CLOUD_PORTS = Set.of(0, 443, 444, 8080, 32321);

    private final Path file;
    private final Map<String, String> environment;
    private final SecretStore secrets;
    private final Map<String, Setting<?>> known =
            Settings.all().stream().collect(Collectors.toMap(Setting::name, s -> s));
    private final SettingValues values = new SettingValues();
    private final Map<Setting<?>, Secret> resolved = new HashMap<>();
    private final List<ConfigMistake> mistakes = new ArrayList<>();

    private ConfigFile(Path file, Map<String, String> environment, SecretStore secrets) {
        this.file = file.toAbsolutePath().normalize();
        this.environment = environment;
        this.secrets = secrets;
    }

    /**
     * @param environment the process's variables; {@code CONNECT_<SECTION>_<KEY>} overrides a setting, an empty one does
     *     not
     * @param secrets where {@code secret:NAME} leads
     * @throws ConfigException with every mistake there is
     */
    public static LoadedConfig load(Path file, Map<String, String> environment, SecretStore secrets)
            throws ConfigException {
        return new ConfigFile(file, environment, secrets).load();
    }

    private LoadedConfig load() throws ConfigException {
        read().ifPresent(this::parse);
        new TreeMap<>(environment).forEach(this::override);
        resolveSecrets();
        new Contradictions(values, file.toString(), mistakes).find();
        new DatabaseContradictions(values, file.toString(), mistakes).find();
        if (!mistakes.isEmpty()) {
            throw new ConfigException(mistakes);
        }
        return new LoadedConfig(
                new ConfigAssembly(values, resolved, home()).config(),
                file,
                home(),
                new EffectiveConfig(
                        Settings.all().stream().map(values::effective).collect(Collectors.toList())),
                warnings());
    }

    private Optional<String> read() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            mistake(file.toString(), "The file is not UTF-8. Save it again with the encoding UTF-8.");
        } catch (IOException e) {
            mistake(
                    file.toString(),
                    Files.exists(file)
                            ? "The file cannot be read. This user must have the right to read it."
                            : "There is no such file. Name another one with --config or CONNECT_CONFIG.");
        }
        return Optional.empty();
    }

    private void parse(String text) {
        TomlReader reader = new TomlReader(text, (line, message) -> mistake(place(line), message));
        List<TomlEntry> entries = reader.read();
        UnknownNames names = new UnknownNames(known.values());
        Map<String, Integer> sections = new LinkedHashMap<>(reader.sections());
        entries.forEach(entry -> sections.putIfAbsent(UnknownNames.sectionOf(entry.name()), entry.line()));
        sections.forEach((section, line) -> names.section(section).ifPresent(m -> mistake(place(line), m)));
        for (TomlEntry entry : entries) {
            String name = names.probablyMeant(entry.name());
            Setting<?> setting = known.get(name);
            if (setting == null) {
                names.key(entry.name()).ifPresent(message -> mistake(place(entry.line()), message));
            } else {
                put(setting, entry);
            }
        }
        mistakes.sort(Comparator.comparingInt(
                m -> Integer.parseInt(m.place().substring(m.place().lastIndexOf(':') + 1))));
    }

    private <T> void put(Setting<T> setting, TomlEntry entry) {
        try {
            values.put(setting, setting.type().read(entry.value()), place(entry.line()), "line " + entry.line());
        } catch (WrongValueException e) {
            mistake(place(entry.line()), setting, " " + e.getMessage());
        }
    }

    private void override(String variable, String text) {
        if (!variable.startsWith("CONNECT_") || EnvironmentVariables.isOther(variable) || isReferredTo(variable)) {
            return;
        }
        Map<String, Setting<?>> variables =
                known.values().stream().collect(Collectors.toMap(Setting::variable, s -> s));
        Setting<?> setting = variables.get(variable);
        if (setting == null) {
            mistake(
                    variablePlace(variable),
                    "No setting has this name."
                            + Nearest.to(variable, variables.keySet())
                                    .map(s -> " Is it " + s + "?")
                                    .orElse(""));
        } else if (!text.isBlank()) {
            put(setting, variable, text);
        }
    }

    private <T> void put(Setting<T> setting, String variable, String text) {
        try {
            values.put(setting, setting.type().parse(text), variablePlace(variable), "environment " + variable);
        } catch (WrongValueException e) {
            mistake(variablePlace(variable), setting, " " + e.getMessage());
        }
    }

    /** A variable that holds a secret may have any name. */
    private boolean isReferredTo(String variable) {
        return Settings.all().stream()
                .filter(s -> s.type().isSecret())
                .flatMap(s -> values.find(s).stream())
                .anyMatch(("env:" + variable)::equals);
    }

    private void resolveSecrets() {
        SecretReference references = new SecretReference(environment, home(), secrets);
        for (Setting<String> setting : List.of(Settings.KEYSTORE_PASSWORD, Settings.PASSWORD)) {
            values.find(setting).ifPresent(reference -> {
                try {
                    resolved.put(setting, references.resolve(reference));
                } catch (SecretException e) {
                    mistake(
                            values.place(setting).orElseThrow(),
                            setting,
                            " = \"" + reference + "\": " + e.getMessage());
                }
            });
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        int port = values.get(Settings.PORT);
        if (!CLOUD_PORTS.contains(port)) {
            warnings.add("server.port is " + port + ": the ClientPay cloud calls the ports 443, 444, 8080 and 32321"
                    + " only. It is right if something in between translates the port.");
        }
        if (values.get(Settings.TRUST_ANY_CERTIFICATE)) {
            warnings.add(
                    "database.trust_any_certificate is true: the connection is encrypted, but to whom is not checked."
                            + " Set database.trusted_certificates instead.");
        }
        return List.copyOf(warnings);
    }

    /** The parent of the file's folder: conf/connect.toml lies in the home folder. */
    private Path home() {
        Path folder = file.getParent();
        return Optional.ofNullable(folder.getParent()).orElse(folder);
    }

    private String place(int line) {
        return file + ":" + line;
    }

    private static String variablePlace(String variable) {
        return "environment variable " + variable;
    }

    private void mistake(String place, String message) {
        mistakes.add(new ConfigMistake(place, message, false));
    }

    private void mistake(String place, Setting<?> setting, String message) {
        mistakes.add(new ConfigMistake(
                place, setting.name() + message, setting.type().isSecret()));
    }
}
