package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class WindowsCommandsElsewhereTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "service install",
                "service start",
                "service stop",
                "service status",
                "service uninstall",
                "windows prepare"
            })
    void they_say_that_they_are_for_windows(String command) {
        StringWriter err = new StringWriter();
        int code = Commands.line(command.split(" "))
                .setErr(new PrintWriter(err, true))
                .execute(command.split(" "));
        assertEquals(1, code);
        assertTrue(err.toString().contains("are for Windows, and this is "), err.toString());
        assertTrue(err.toString().contains("connect run"), err.toString());
    }
}
