package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX launcher with Javas that only say what they were started with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void unpack() throws IOException {
        folder = temporary.toRealPath();
        home = Files.createDirectories(folder.resolve("Client Pay/connect 1"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/b.jar"));
        Files.createFile(home.resolve("lib/a.jar"));
        Files.copy(
                Path.of("src/main/distribution/connect"), home.resolve("connect"), StandardCopyOption.COPY_ATTRIBUTES);
        assertTrue(home.resolve("connect").toFile().setExecutable(true));
        environment.put("PATH", folder.resolve("nothing").toString());
    }

    @Test
    void without_any_java_it_says_what_is_needed_and_what_to_do() {
        Finished launcher = launch();
        assertEquals(1, launcher.code());
        assertTrue(launcher.err().contains("needs Java 17 or newer, and none was found"), launcher.err());
        assertTrue(launcher.err().contains("CONNECT_JAVA_HOME=/path/to/java"), launcher.err());
    }

    @Test
    void a_java_that_is_too_old_is_named_with_its_version() throws IOException {
        Path old = javaHome("old java", "1.8.0_292");
        environment.put("JAVA_HOME", old.toString());
        Finished launcher = launch();
        assertEquals(1, launcher.code());
        assertTrue(launcher.err().contains("JAVA_HOME: " + old + "/bin/java is Java 8"), launcher.err());
    }

    @Test
    void a_java_home_that_is_too_old_gives_way_to_a_fit_java_on_the_path() throws IOException {
        environment.put("JAVA_HOME", javaHome("old", "11.0.2").toString());
        Path fit = javaHome("fit", "21");
        environment.put("PATH", fit.resolve("bin") + ":/usr/bin:/bin");
        assertEquals(fit + "/bin/java", launch().out().lines().findFirst().orElse(""));
    }

    @Test
    void a_home_that_is_named_for_the_connector_is_the_only_one_tried() throws IOException {
        environment.put("JAVA_HOME", javaHome("fit", "17.0.1").toString());
        environment.put("CONNECT_JAVA_HOME", folder.resolve("missing").toString());
        Finished launcher = launch();
        assertEquals(1, launcher.code());
        assertTrue(launcher.err().contains("CONNECT_JAVA_HOME: there is no " + folder.resolve("missing/bin/java")));
    }

    @Test
    void the_bundled_runtime_goes_before_java_home() throws IOException {
        Path bundled = javaHome("Client Pay/connect 1/runtime", "17.0.15");
        environment.put("JAVA_HOME", javaHome("fit", "21").toString());
        assertEquals(bundled + "/bin/java", launch().out().lines().findFirst().orElse(""));
    }

    @Test
    void a_java_without_a_release_file_is_asked_for_its_version() throws IOException {
        Path old = javaHome("old", "16");
        Files.delete(old.resolve("release"));
        environment.put("CONNECT_JAVA_HOME", old.toString());
        Finished launcher = launch();
        assertEquals(1, launcher.code());
        assertTrue(launcher.err().contains("is Java 16"), launcher.err());
    }

    @Test
    void it_is_found_through_symbolic_links_from_any_folder() throws IOException {
        environment.put("CONNECT_JAVA_HOME", javaHome("fit java", "17").toString());
        environment.put("PATH", "/usr/bin:/bin");
        Path first = Files.createSymbolicLink(folder.resolve("first link"), home.resolve("connect"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path second = Files.createSymbolicLink(bin.resolve("connect"), Path.of("../" + first.getFileName()));
        Finished launcher = Finished.program(Path.of("/"), environment, List.of(second.toString(), "version"));
        assertTrue(launcher.out().lines().toList().contains("-Dconnect.home=" + home), launcher.out() + launcher.err());
    }

    @Test
    void the_class_path_has_the_jars_in_the_order_of_their_names() throws IOException {
        environment.put("CONNECT_JAVA_HOME", javaHome("fit", "17").toString());
        List<String> started = launch("version").out().lines().toList();
        assertEquals(home + "/lib/a.jar:" + home + "/lib/b.jar", started.get(started.indexOf("-cp") + 1));
    }

    @Test
    void further_options_come_after_the_own_ones_and_arguments_stay_as_they_are() throws IOException {
        environment.put("CONNECT_JAVA_HOME", javaHome("fit", "17").toString());
        environment.put("CONNECT_OPTS", "-Xmx1g -Dx=*");
        List<String> started = launch("run", "--config", "a b").out().lines().toList();
        assertTrue(started.indexOf("-Xmx1g") > started.indexOf("-Xmx256m"), started.toString());
        assertTrue(started.contains("-Dx=*"), started.toString());
        assertEquals(
                List.of("com.clientpay.connect.cli.Main", "run", "--config", "a b"),
                started.subList(started.size() - 4, started.size()));
    }

    @Test
    void an_archive_of_classes_is_used_when_it_has_the_size_of_the_note_beside_it() throws IOException {
        environment.put("CONNECT_JAVA_HOME", javaHome("fit", "17").toString());
        environment.put("PATH", "/usr/bin:/bin");
        String option = "-XX:SharedArchiveFile=" + home.resolve("lib/connect.jsa");
        assertFalse(launch("version").out().lines().toList().contains(option), "there is no archive");
        Files.writeString(home.resolve("lib/connect.jsa"), "12345");
        assertFalse(launch("version").out().lines().toList().contains(option), "there is no note");
        Files.writeString(home.resolve("lib/connect.jsa.for"), "5\nwhat it was made for\n");
        assertTrue(launch("version").out().lines().toList().contains(option), "both are there");
        Files.writeString(home.resolve("lib/connect.jsa"), "123");
        assertFalse(launch("version").out().lines().toList().contains(option), "the archive was cut off");
    }

    private Finished launch(String... arguments) {
        List<String> line = new ArrayList<>(List.of(home.resolve("connect").toString()));
        line.addAll(List.of(arguments));
        return Finished.program(folder, environment, line);
    }

    /** A Java that says where it is, or its version, and then its arguments, one a line. */
    private Path javaHome(String name, String version) throws IOException {
        Path java = folder.resolve(name);
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path binary = java.resolve("bin/java");
        Files.writeString(binary, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit 0; fi
                printf '%%s\\n' "$0" "$@"
                """.formatted(version));
        assertTrue(binary.toFile().setExecutable(true));
        return java;
    }
}
