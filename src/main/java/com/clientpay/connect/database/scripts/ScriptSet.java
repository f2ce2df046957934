package com.clientpay.connect.database.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every script of one system, in the order in which they run.
 *
 * @param system the folder's name below {@code systems}
 */
public record ScriptSet(String system, List<Script> scripts) {

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
        List<Script> scripts = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            for (Path file : files(root.resolve(layer.folder(system)))) {
                scripts.add(Script.read(root, file));
            }
        }
        return new ScriptSet(system, List.copyOf(scripts));
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
