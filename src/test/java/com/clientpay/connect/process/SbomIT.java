package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code sbom.json} of the distribution, CycloneDX, says what the distribution is made of. */
class SbomIT {
    /** The programs beside the jars: procrun, and the library for Windows logins. */
    private static final Set<String> PROGRAMS = Set.of("commons-daemon", "mssql-jdbc_auth");

    private final Distribution distribution = Distribution.built();

    @Test
    void the_list_of_parts_is_exactly_what_lies_in_the_distribution() throws IOException {
        Set<String> jars = new TreeSet<>();
        Set<String> programs = new TreeSet<>();
        for (JsonNode component : sbom().path("components")) {
            String name = component.path("name").asString();
            if (component.path("purl").asString().endsWith("type=jar")) {
                jars.add(name + "-" + component.path("version").asString() + ".jar");
            } else {
                programs.add(name);
            }
        }
        assertEquals(jarsOfOthers(), jars);
        assertEquals(PROGRAMS, programs);
    }

    @Test
    void each_part_has_its_version_its_hash_and_its_licence() throws IOException {
        JsonNode sbom = sbom();
        assertEquals("CycloneDX", sbom.path("bomFormat").asString());
        assertEquals("clientpay-connect", sbom.at("/metadata/component/name").asString());
        for (JsonNode component : sbom.path("components")) {
            assertTrue(component.path("purl").asString("").contains("@"), component::toString);
            assertTrue(!component.path("hashes").isEmpty(), component::toString);
            assertTrue(!component.path("licenses").isEmpty(), component::toString);
        }
    }

    private JsonNode sbom() throws IOException {
        return Json.read(Files.readString(distribution.home().resolve("sbom.json")));
    }

    private Set<String> jarsOfOthers() throws IOException {
        try (Stream<Path> files = Files.list(distribution.libraryFolder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("clientpay-connect-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
