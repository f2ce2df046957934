package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private record Stub(String name, List<String> needs, Supplier<Finding> finding) implements Check {
        @Override
        public Finding look() {
            return finding.get();
        }
    }

    private static final CheckRunner RUNNER = new CheckRunner(Duration.ofMillis(200), Duration.ofSeconds(5));

    @Test
    void what_needs_a_failed_check_is_skipped_and_so_is_what_needs_that() {
        CheckReport report = RUNNER.run(List.of(
                stub("database", Finding.fail("Nothing listens at sql:1433.", "Check the port.")),
                new Stub("procedures", List.of("database"), () -> Finding.pass("all")),
                new Stub("lists", List.of("procedures"), () -> Finding.pass("all")),
                stub("clock", Finding.warn("130 s", "Synchronise it."))));

        assertEquals(
                List.of(Status.FAIL, Status.SKIP, Status.SKIP, Status.WARN),
                report.checks().stream().map(CheckResult::status).toList());
        assertEquals("needs database", report.checks().get(1).seen());
        assertEquals("needs procedures", report.checks().get(2).seen());
        assertFalse(report.isFine());
    }

    @Test
    void the_table_ends_with_what_to_do_and_one_summary_line() {
        CheckReport report = RUNNER.run(List.of(
                stub("configuration", Finding.pass("conf/connect.toml")),
                stub("procedures", Finding.fail("1 is not right\nGetMatter is missing.", "Run the scripts.")),
                new Stub("lists", List.of("procedures"), () -> Finding.pass("all"))));

        assertEquals(
                String.join(
                        "\n",
                        "CHECK          STATUS  SEEN",
                        "configuration  PASS    conf/connect.toml",
                        "procedures     FAIL    1 is not right",
                        "lists          SKIP    needs procedures",
                        "",
                        "What to do",
                        "  procedures: Run the scripts.",
                        "    GetMatter is missing.",
                        "",
                        "SUMMARY  Not ready: put right what failed. 1 PASS, 1 FAIL, 1 SKIP.",
                        ""),
                report.table().replace("\r\n", "\n"));
    }

    @Test
    void a_warning_is_fine_enough() {
        CheckReport report = RUNNER.run(List.of(stub("clock", Finding.warn("130 s", "Synchronise it."))));

        assertTrue(report.isFine());
        assertEquals("Works; look at the warnings. 1 WARN.", report.summary());
    }

    @Test
    void a_check_that_hangs_is_left_behind() {
        CountDownLatch never = new CountDownLatch(1);
        CheckReport report = RUNNER.run(List.of(
                new Stub("hangs", List.of(), () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Finding.pass("at last");
                }),
                stub("next", Finding.pass("done"))));

        assertEquals("no answer in time", report.checks().get(0).seen());
        assertEquals(Status.FAIL, report.checks().get(0).status());
        assertEquals(Status.PASS, report.checks().get(1).status());
    }

    @Test
    void after_all_the_time_the_rest_is_skipped() {
        CheckReport report = new CheckRunner(Duration.ofSeconds(1), Duration.ZERO)
                .run(List.of(stub("late", Finding.pass("never looked"))));

        assertEquals(Status.SKIP, report.checks().get(0).status());
    }

    @Test
    void what_a_check_throws_is_not_repeated() {
        CheckReport report = RUNNER.run(List.of(new Stub("broken", List.of(), () -> {
            throw new IllegalStateException("SELECT secret FROM somewhere");
        })));

        assertEquals(
                "could not be looked at (IllegalStateException)",
                report.checks().get(0).seen());
        assertFalse(report.table().contains("SELECT"));
    }

    private static Stub stub(String name, Finding finding) {
        return new Stub(name, List.of(), () -> finding);
    }
}
