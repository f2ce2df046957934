package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is in the distribution folder beside our own jar. */
class DistributionIT {

    @Test
    void the_library_for_windows_logins_has_the_name_that_the_driver_asks_for() throws Exception {
        Field name =
                Class.forName("com.microsoft.sqlserver.jdbc.SQLServerDriver").getDeclaredField("AUTH_DLL_NAME");
        name.setAccessible(true);
        Path library = Distribution.built().libraryFolder().resolve(name.get(null) + ".dll");

        assertTrue(Files.exists(library), library + " is missing");
        assertIs64BitDll(library);
    }

    /** The PE header says for which machine it is: 0x8664 is x64. */
    private static void assertIs64BitDll(Path library) throws IOException {
        byte[] dll = Files.readAllBytes(library);
        int header = (dll[0x3C] & 0xFF) | (dll[0x3D] & 0xFF) << 8;
        assertArrayEquals(new byte[] {'P', 'E', 0, 0, 0x64, (byte) 0x86}, Arrays.copyOfRange(dll, header, header + 6));
    }
}
