package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcrunTest {
    private static final Path DATA = Path.of("/data/Client Pay");

    @TempDir
    Path home;

    @Test
    void a_first_registration_installs_and_a_later_one_updates() {
        assertEquals("//IS//ClientPayConnect", procrun(home).arguments(false).get(0));
        assertEquals("//US//ClientPayConnect", procrun(home).arguments(true).get(0));
    }

    @Test
    void the_options_replace_those_of_an_earlier_registration() {
        List<String> options = procrun(home).arguments(true).stream()
                .filter(argument -> argument.contains("JvmOptions"))
                .toList();
        assertTrue(options.get(0).startsWith("--JvmOptions="), options.toString());
        assertTrue(options.stream().skip(1).allMatch(option -> option.startsWith("++JvmOptions=")), options.toString());
    }

    @Test
    void the_service_knows_where_its_data_is_whatever_account_it_runs_as() {
        assertTrue(procrun(home).arguments(false).contains("++JvmOptions=-Dconnect.data=" + DATA));
    }

    @Test
    void no_library_is_loaded_from_a_temporary_folder() {
        assertTrue(procrun(home).jvmOptions().contains("-Djna.boot.library.path=" + home.resolve("lib")));
    }

    @Test
    void a_folder_with_a_separator_in_its_name_stays_one_option() {
        Path odd = Path.of("/programs/a;b#c");
        assertTrue(procrun(odd).arguments(false).contains("++JvmOptions='-Dconnect.home=" + odd + "'"));
        assertFalse(procrun(home).arguments(false).toString().contains("'"));
    }

    @Test
    void an_installation_without_the_program_is_told_to_be_repaired() {
        String said = assertThrows(WindowsException.class, () -> procrun(home).register(false))
                .getMessage();
        assertTrue(said.contains("There is no " + home.resolve("service").resolve("ClientPayConnect.exe")), said);
        assertTrue(said.contains("REINSTALL=ALL"), said);
    }

    private static Procrun procrun(Path home) {
        return new Procrun(home, DATA, Path.of("/java"), "a.jar;b.jar", "com.example.Entry");
    }
}
