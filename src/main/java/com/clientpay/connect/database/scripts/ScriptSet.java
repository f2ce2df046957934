package com.clientpay.connect.database.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every script of one system, in the order in which they run.
 *
 * @param system the folder's name below {@code systems}
 * @param preflight runs before all others, creates nothing and is not in the history: whether the database has what the
 *     pack uses
 */
public record ScriptSet(String system, Optional<Script> preflight, List<Script> scripts) {
    private static final String PREFLIGHT = "00-Preflight.sql";

    /**
     * @param root the folder {@code sql/sqlserver} of a distribution
     * @throws ScriptException when the folder is none, there is no such system, or a file cannot be read
     */
    public static ScriptSet read(Path root, String system) {
        List<String> systems = systems(root);
        if (!systems.contains(system)) {
            throw new ScriptException("There are no scripts for a system \"" + system + "\" in " + root
                    + "; there are: " + String.join(", ", systems) + ".");
        }
        Optional<Script> preflight = Optional.empty();
        List<Script> scripts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (Path file : files(root.resolve(layer.folder(system)))) {
                Script script = Script.read(root, file);
                if (layer == Layer.SYSTEM && file.endsWith(PREFLIGHT)) {
                    preflight = Optional.of(script);
                } else {
                    scripts.add(script);
                }
            }
        }
        return new ScriptSet(system, preflight, List.copyOf(scripts));
    }

    /** The systems that there are scripts for, by name. */
    public static List<String> systems(Path root) {
        if (!Files.isDirectory(root.resolve("core"))) {
            throw new ScriptException("The SQL Server scripts are not in " + root
                    + ": name the distribution's folder sql/sqlserver with --sql.");
        }
        Path systems = root.resolve("systems");
        if (!Files.isDirectory(systems)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(systems)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !files(folder).isEmpty())
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ScriptException("The folder " + systems + " cannot be read: " + e.getMessage());
        }
    }

    /** The scripts of one folder by file name; of a folder that is not there, none. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new ScriptException("The folder " + folder + " cannot be read: " + e.getMessage());
        }
    }
}
