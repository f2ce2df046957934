package com.clientpay.connect.diagnostics.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");

    @Test
    void each_job_fails_alone_and_the_report_says_why() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        Map<String, String> zip = zip(
                List.of(),
                new BundleJob("fine.txt", "", () -> "fine"),
                new BundleJob("known.txt", "", () -> {
                    throw new IllegalStateException("there is no such file in the log folder");
                }),
                new BundleJob("unknown.txt", "", () -> {
                    throw new IOException("C:\\Clients\\Planted");
                }),
                new BundleJob("hangs.txt", "", () -> {
                    never.await();
                    return "";
                }),
                new BundleJob("last.txt", "", () -> "last"));

        assertEquals(List.of("fine.txt", "last.txt", "report.json", "report.txt"), List.copyOf(zip.keySet()));
        String report = zip.get("report.txt");
        assertTrue(report.matches("(?s).*known\\.txt +missing: there is no such file in the log folder\\R.*"), report);
        assertTrue(report.matches("(?s).*unknown\\.txt +missing: java\\.io\\.IOException\\R.*"), report);
        assertTrue(report.matches("(?s).*hangs\\.txt +missing: no answer within 1 s\\R.*"), report);
        assertFalse(report.contains("Planted"), report);
    }

    @Test
    void a_file_with_a_known_secret_is_left_out() throws IOException {
        Map<String, String> zip = zip(List.of("hunter2"), new BundleJob("a.txt", "", () -> "it is hunter2!"));

        assertFalse(zip.containsKey("a.txt"));
        assertTrue(zip.get("report.json").contains("a secret stood in it"), zip.get("report.json"));
    }

    private static Map<String, String> zip(List<String> secrets, BundleJob... jobs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bundle(Duration.ofSeconds(1), KnownText.ofProgram(), secrets).write(out, List.of(jobs), NOW);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
