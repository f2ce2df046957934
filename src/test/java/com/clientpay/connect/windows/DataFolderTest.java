package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final String SOMEBODY = "S-1-5-21-1-2-3-1001";
    private static final String SERVICE = ServiceSid.of(ConnectService.NAME);

    @TempDir
    Path temporary;

    private final KeptRights security = new KeptRights();
    private Path folder;
    private DataFolder data;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.resolve("ClientPay Connect");
        data = new DataFolder(folder, Files.createDirectory(temporary.resolve("program")), security);
    }

    @Test
    void a_new_one_is_closed_from_its_first_moment() {
        assertTrue(data.prepare());
        assertTrue(Files.isDirectory(folder.resolve("conf")));
        assertTrue(Files.isDirectory(folder.resolve("logs")));
        for (String name : new String[] {"", "conf", "logs"}) {
            String rights = security.created.get(folder.resolve(name));
            assertTrue(rights.startsWith("O:BAD:P"), "owned by the administrators, and protected: " + rights);
            assertFalse(rights.contains(";WD)") || rights.contains(";BU)") || rights.contains(";AU)"), rights);
        }
    }

    @Test
    void the_service_writes_logs_and_nothing_else() {
        data.prepare();
        assertTrue(security.created.get(data.logs()).contains("(A;OICI;0x1301bf;;;" + SERVICE + ")"));
        assertTrue(security.created.get(data.configuration()).contains("(A;OICI;0x1200a9;;;" + SERVICE + ")"));
        assertFalse(security.created.get(data.configuration()).contains("0x1301bf"));
    }

    @Test
    void one_that_somebody_else_made_is_refused_and_left_as_it_is() throws IOException {
        Files.createDirectories(folder);
        security.owners.put(folder, SOMEBODY);
        String said = assertThrows(WindowsException.class, data::prepare).getMessage();
        assertTrue(said.contains(folder + " was there already, and belongs to FIRM\\somebody"), said);
        assertTrue(said.contains("rename or delete it"), said);
        assertFalse(security.set.containsKey(folder));
        assertFalse(Files.exists(data.configuration()));
    }

    @Test
    void a_folder_in_it_that_somebody_else_made_is_refused_too() throws IOException {
        Files.createDirectories(data.configuration());
        security.owners.put(folder, DataFolder.SYSTEM);
        security.owners.put(data.configuration(), SOMEBODY);
        assertThrows(WindowsException.class, data::prepare);
        assertTrue(security.set.isEmpty());
    }

    @Test
    void one_that_leads_elsewhere_is_refused_whoever_owns_it() throws IOException {
        Files.createDirectories(folder);
        security.owners.put(folder, DataFolder.ADMINISTRATORS);
        security.links.add(folder);
        String said = assertThrows(WindowsException.class, data::prepare).getMessage();
        assertTrue(said.contains("leads elsewhere"), said);
    }

    @Test
    void one_of_an_earlier_installation_gets_its_rights_again_and_keeps_its_files() throws IOException {
        data.prepare();
        Path file = Files.writeString(data.configuration().resolve("connect.toml"), "mode = \"test\"");
        security.owners.put(file, SOMEBODY);
        data.prepare();
        assertEquals("mode = \"test\"", Files.readString(file));
        assertTrue(security.set.get(folder).startsWith("O:BAD:P"));
        assertTrue(security.set.get(file).startsWith("O:BAD:P"), "its former owner could open it again");
    }

    @Test
    void where_owners_are_not_kept_it_says_so_and_does_not_guess() throws IOException {
        security.keepsOwners = false;
        Files.createDirectories(folder);
        security.owners.put(folder, SOMEBODY);
        assertFalse(data.prepare());
    }

    @Test
    void nothing_is_left_of_the_trial_in_the_programs_folder() throws IOException {
        data.prepare();
        try (var files = Files.list(temporary.resolve("program"))) {
            assertEquals(0, files.count());
        }
    }

    /** A file system that remembers what it was told, with the owners that a test says. */
    private static final class KeptRights implements FolderSecurity {
        private final Map<Path, String> owners = new HashMap<>();
        private final Map<Path, String> created = new HashMap<>();
        private final Map<Path, String> set = new HashMap<>();
        private final Set<Path> links = new HashSet<>();
        private boolean keepsOwners = true;

        @Override
        public String owner(Path path) {
            return owners.get(path);
        }

        @Override
        public String name(String sid) {
            return sid.equals(SOMEBODY) ? "FIRM\\somebody" : sid;
        }

        @Override
        public boolean isReparsePoint(Path path) {
            return links.contains(path);
        }

        @Override
        public void create(Path folder, String securityDescriptor) {
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            created.put(folder, securityDescriptor);
            owners.put(folder, keepsOwners ? DataFolder.ADMINISTRATORS : SOMEBODY);
        }

        @Override
        public void set(Path path, String securityDescriptor) {
            set.put(path, securityDescriptor);
            owners.put(path, keepsOwners ? DataFolder.ADMINISTRATORS : SOMEBODY);
        }
    }
}
