package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CompletionTest {
    @TempDir
    Path folder;

    @Test
    void the_script_is_one_that_bash_reads_and_knows_the_commands() throws IOException {
        Finished printed = Finished.command("completion");
        assertEquals(0, printed.code(), printed.err());
        Path script = Files.writeString(folder.resolve("completion"), printed.out());
        Finished bash = Finished.program(folder, Map.of(), List.of("/bin/bash", "-n", script.toString()));
        assertEquals(0, bash.code(), bash.err());
        assertTrue(printed.out().contains("reconcile"), "the script does not know reconcile");
        assertTrue(printed.out().contains("--idempotency-key"), "the script does not know --idempotency-key");
    }
}
