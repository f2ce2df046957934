package com.clientpay.connect.demo;

import static com.clientpay.connect.demo.DemoCalls.execute;
import static com.clientpay.connect.demo.DemoCalls.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DemoFirmTest {
    private static final String DATABASE_ID = "SELECT DatabaseId FROM clientpay_internal.Installation";

    private static final String BALANCE =
            "SELECT Balance FROM firm.Invoice WHERE InvoiceId = '" + DemoFacts.INVOICE + "'";

    @TempDir
    Path folder;

    @Test
    void a_kept_firm_is_found_again_as_it_was_left() throws SQLException {
        String id;
        try (DemoFirm firm = open()) {
            assertTrue(firm.isNew());
            id = query(firm, DATABASE_ID);
            change(firm, update(7));
        }
        try (DemoFirm firm = open()) {
            assertFalse(firm.isNew());
            assertEquals(id, query(firm, DATABASE_ID));
            assertEquals("7.00", query(firm, BALANCE));
        }
    }

    /** H2 uses the gaps of its file only when they are 45 seconds old; here it does at once. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nobody else can read a file that H2 has open")
    void whenever_the_process_is_killed_the_last_commit_is_in_the_file() throws Exception {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (DemoFirm firm = open();
                Connection connection = DriverManager.getConnection(firm.url())) {
            execute(connection, "SET RETENTION_TIME 0");
            for (int i = 1; i <= 10; i++) {
                execute(connection, update(i));
                Files.copy(
                        folder.resolve("firm.mv.db"),
                        killed.resolve("firm.mv.db"),
                        StandardCopyOption.REPLACE_EXISTING);
                try (DemoFirm found =
                        DemoFirm.open(new DemoOptions(DemoSize.STANDARD, Optional.of(killed)), Progress.NONE)) {
                    assertEquals(i + ".00", query(found, BALANCE));
                }
            }
        }
    }

    @Test
    void the_file_of_a_kept_firm_is_made_small_again_when_it_is_closed() throws Exception {
        Path file = folder.resolve("firm.mv.db");
        open().close();
        long before = Files.size(file);
        try (DemoFirm firm = open();
                Connection connection = DriverManager.getConnection(firm.url())) {
            for (int i = 1; i <= 1_500; i++) {
                execute(connection, update(i));
            }
            assertTrue(Files.size(file) > 4 * before, Files.size(file) + " bytes are too few to be made less");
        }
        assertTrue(Files.size(file) < 2 * before, Files.size(file) + " bytes; it was made with " + before);
        try (DemoFirm firm = open()) {
            assertEquals("1500.00", query(firm, BALANCE));
        }
    }

    @Test
    void two_firms_are_two_databases() throws SQLException {
        try (DemoFirm one = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
                DemoFirm other = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE)) {
            assertNotEquals(query(one, DATABASE_ID), query(other, DATABASE_ID));
        }
    }

    @Test
    void a_kept_firm_that_another_process_has_open_is_refused() throws Exception {
        open().close();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", said.readLine());
            DemoException refusal = assertThrows(DemoException.class, this::open);
            assertTrue(refusal.getMessage().contains("is open in another process"), refusal.getMessage());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        open().close();
    }

    /** Another process that has the firm open, until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            DemoFirm.open(new DemoOptions(DemoSize.STANDARD, Optional.of(Path.of(arguments[0]))), Progress.NONE);
            System.out.println("open");
            System.in.read();
        }
    }

    @Test
    void a_kept_firm_of_another_version_is_refused_and_left_alone() throws SQLException {
        try (DemoFirm firm = open()) {
            change(firm, "UPDATE clientpay_internal.Installation SET ScriptVersion = '0.9.0'");
        }
        for (int i = 0; i < 2; i++) {
            DemoException refusal = assertThrows(DemoException.class, this::open);
            assertTrue(refusal.getMessage().contains("was made by version 0.9.0"), refusal.getMessage());
        }
    }

    @Test
    void a_firm_whose_making_was_interrupted_is_made_again() throws SQLException {
        try (DemoFirm firm = open()) {
            change(firm, "DELETE FROM clientpay_internal.Installation");
            change(firm, "DELETE FROM firm.Invoice WHERE InvoiceId > 'I00000100'");
        }
        try (DemoFirm firm = open()) {
            assertTrue(firm.isNew());
            assertEquals("3334", query(firm, "SELECT COUNT(*) FROM firm.Invoice"));
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused_with_its_name() throws IOException {
        Files.writeString(folder.resolve("firm.mv.db"), "these are not the books".repeat(1_000));
        DemoException refusal = assertThrows(DemoException.class, this::open);
        assertTrue(refusal.getMessage().contains(folder.resolve("firm").toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("damaged"), refusal.getMessage());
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        DemoOptions options = new DemoOptions(DemoSize.STANDARD, Optional.of(file.resolve("demo")));
        DemoException refusal = assertThrows(DemoException.class, () -> DemoFirm.open(options, Progress.NONE));
        assertTrue(refusal.getMessage().contains("cannot be made"), refusal.getMessage());
    }

    @Test
    void making_a_firm_tells_how_far_it_is_and_that_it_is_done() {
        List<Long> told = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        DemoFirm.open(DemoOptions.STANDARD, (done, total) -> {
                    told.add(done);
                    totals.add(total);
                })
                .close();
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1, totals.stream().distinct().count());
        assertEquals(totals.get(0), told.get(told.size() - 1));
        assertTrue(told.size() > 10, "told only " + told);
    }

    @Test
    void a_firm_can_be_made_in_an_h2_server() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:served" + DemoFirm.OPTIONS;
        try (Connection connection = DriverManager.getConnection(url)) {
            DemoInstaller.install(connection, DemoSize.STANDARD, Progress.NONE);
            assertEquals("200", one(connection, "SELECT COUNT(*) FROM firm.Client"));
        } finally {
            server.stop();
        }
    }

    @Test
    void sizes_out_of_bounds_are_refused() {
        for (int matters : new int[] {0, -1, 1_000_001}) {
            assertThrows(IllegalArgumentException.class, () -> DemoSize.ofMatters(matters));
        }
    }

    @Test
    void a_temporary_folder_goes_and_takes_the_left_overs_of_killed_processes_with_it() throws IOException {
        Path leftOver = Files.createDirectory(folder.resolve("clientpay-connect-demo-killed"));
        Files.writeString(leftOver.resolve("in-use"), "");
        Files.writeString(leftOver.resolve("firm.mv.db"), "");
        Path beginning = Files.createDirectory(folder.resolve("clientpay-connect-demo-beginning"));
        Path other = Files.createDirectory(folder.resolve("somebody-elses"));
        age(leftOver);
        age(other);
        try (TemporaryFolder inUse = TemporaryFolder.createIn(folder)) {
            age(inUse.path());
            try (TemporaryFolder second = TemporaryFolder.createIn(folder)) {
                assertEquals(Set.of(beginning, inUse.path(), other, second.path()), entries());
            }
        }
        assertEquals(Set.of(beginning, other), entries());
    }

    private Set<Path> entries() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.collect(Collectors.toSet());
        }
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3_600)));
    }

    private DemoFirm open() {
        return DemoFirm.open(new DemoOptions(DemoSize.STANDARD, Optional.of(folder)), Progress.NONE);
    }

    private static String update(int balance) {
        return "UPDATE firm.Invoice SET Balance = " + balance + " WHERE InvoiceId = '" + DemoFacts.INVOICE + "'";
    }

    private static String query(DemoFirm firm, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(firm.url())) {
            return one(connection, sql);
        }
    }

    private static void change(DemoFirm firm, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(firm.url())) {
            execute(connection, sql);
        }
    }
}
