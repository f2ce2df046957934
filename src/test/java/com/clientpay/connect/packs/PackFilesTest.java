package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.batches.BatchJob;
import com.clientpay.connect.batches.BatchService;
import com.clientpay.connect.batches.OneRun;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.contract.Batches;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.events.RecordedEvents;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import com.clientpay.connect.testfirm.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a posting to the bytes of its receipt file, in the layout of each pack and in one of the firm's own. */
class PackFilesTest extends PackContractTest {
    private static final String ACTOR = "cli:admin";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void a_preview_shows_the_lines_of_a_payment_of_two_bills() {
        String id = queued(ofTwoBills()).id();

        BatchService.Preview preview = service(Optional.empty()).preview(id, ACTOR);

        assertEquals(filled(system.linesOfTwoBills("POST"), id, 0, 1), preview.lines());
        assertEquals("Handover 1 of attempt 1, not in a batch yet.", preview.why());
    }

    @Test
    void a_preview_shows_the_line_of_trust_money() {
        String id = queued(toTrust()).id();

        assertEquals(
                filled(system.linesOfTrust(), id, 0, 1),
                service(Optional.empty()).preview(id, ACTOR).lines());
    }

    @Test
    void a_preview_of_what_is_not_queued_yet_changes_nothing() {
        automaticPosting(false);
        String id = postings.submit(ofTwoBills()).id();

        List<String> lines = service(Optional.empty()).preview(id, ACTOR).lines();

        assertEquals(system.linesOfTwoBills("POST").size(), lines.size());
        assertEquals("PENDING", postings.get(id).status());
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void a_reversal_is_another_receipt_of_the_same_lines_below_zero_that_names_the_first() {
        String id = posted(ofTwoBills());
        postings.reverse(id, ANY, "REFUND");

        assertEquals(
                filled(system.linesOfTwoBills("REVERSE"), id, 0, 1),
                service(Optional.empty()).preview(id, ACTOR).lines());
    }

    @Test
    void a_file_has_its_lines_and_nothing_else_to_the_last_byte() throws IOException {
        signOff();
        String bills = queued(ofTwoBills()).id();
        String trust = queued(toTrust()).id();

        write(Optional.empty());

        List<String> lines = new ArrayList<>(system.header());
        lines.addAll(filled(system.linesOfTwoBills("POST"), bills, 1, 1));
        lines.addAll(filled(system.linesOfTrust(), trust, 1, 3));
        assertEquals(List.of(system.fileName()), files());
        assertEquals(
                String.join("\r\n", lines) + "\r\n",
                Files.readString(folder.resolve(system.fileName()), StandardCharsets.UTF_8));
        assertEquals(List.of(), batches.waiting());
    }

    @Test
    void nothing_is_written_while_the_mapping_is_not_signed_off() throws IOException {
        queued(ofTwoBills());

        write(Optional.empty());

        assertEquals(List.of(), files());
        assertEquals(2, batches.waiting().size());
    }

    @Test
    void a_layout_of_the_firm_s_own_takes_the_place_of_the_pack_s() throws IOException {
        signOff();
        Path own = Files.writeString(folder.resolve("own.toml"), """
                [file]
                name = "own-{number:3}-{date}.txt"
                format = "fixed"
                encoding = "windows-1252"
                line_end = "lf"
                header = ["BEGIN {number:4}"]
                trailer = ["END {lines:4} {total:12}"]
                columns = [
                    { value = "receipt_reference", width = 12 },
                    { value = "invoice_number", width = 10, align = "right" },
                    { value = "amount", width = 9, fill = "0" },
                    { value = "book_date", width = 8 },
                ]

                [values]
                date = "yyyyMMdd"
                """);
        String id = queued(ofTwoBills()).id();
        String reference = reference(receiptKey(id));
        List<String> lines = List.of(
                reference + String.format("%10s", system.bill().number()) + "000010.0020261102",
                reference + String.format("%10s", system.otherBill().number()) + "000020.0020261102");
        assertEquals(lines, service(Optional.of(own)).preview(id, ACTOR).lines());

        write(Optional.of(own));

        assertEquals(List.of("own-001-20261102.txt", "own.toml"), files());
        assertEquals(
                "BEGIN 0001\n" + String.join("\n", lines) + "\nEND 0002 000000030.00\n",
                Files.readString(folder.resolve("own-001-20261102.txt"), StandardCharsets.UTF_8));
    }

    @Test
    void a_layout_with_a_mistake_writes_nothing_and_names_it() throws IOException {
        signOff();
        Path own = Files.writeString(
                folder.resolve("own.toml"),
                "[file]\nname = \"{number}.txt\"\ncolumns = [\"receipt_key\", \"amonut\"]\n");
        String id = queued(ofTwoBills()).id();

        write(Optional.of(own));

        assertEquals(List.of("own.toml"), files());
        String why = service(Optional.of(own)).preview(id, ACTOR).why();
        assertTrue(why.contains("own.toml:3") && why.contains("amonut"), why);
    }

    private Payment ofTwoBills() {
        return Payment.of("p", "30.00")
                .invoice(system.bill().id(), "10.00")
                .invoice(system.otherBill().id(), "20.00");
    }

    private Payment toTrust() {
        return Payment.ofTrust("t", "25.00").trustLedger(system.trustLedger(), "25.00");
    }

    /** The lines with what only this run knows. */
    private List<String> filled(List<String> templates, String postingId, int batch, int firstLine) {
        long key = receiptKey(postingId);
        Optional<Long> original = originalKey(postingId);
        List<String> lines = new ArrayList<>();
        int line = firstLine;
        for (String template : templates) {
            lines.add(template.replace("{key}", Long.toString(key))
                    .replace("{reference}", reference(key))
                    .replace("{original}", original.map(Object::toString).orElse(""))
                    .replace(
                            "{original_reference}",
                            original.map(PackContractTest::reference).orElse(""))
                    .replace("{batch}", Integer.toString(batch))
                    .replace("{line}", Integer.toString(line)));
            line += template.contains("{line}") ? 1 : 0;
        }
        return lines;
    }

    /** Of a posting that is being reversed: the key of the receipt that is taken back. */
    private Optional<Long> originalKey(String postingId) {
        List<Batches.Line> lines = batches.ofPosting(postingId);
        return lines.get(lines.size() - 1).kind().equals("REVERSE")
                ? Optional.of(lines.get(0).receiptKey())
                : Optional.empty();
    }

    private ConnectConfig.Batches config(Optional<Path> layout) {
        return new ConnectConfig.Batches(Optional.of(folder), layout, Duration.ofSeconds(1));
    }

    private BatchService service(Optional<Path> layout) {
        return new BatchService(firm.connector(), clock, config(layout));
    }

    private void write(Optional<Path> layout) {
        FirmDatabase books = new FirmDatabase(firm.connector(), clock, Optional.empty());
        FirmCalendar calendar = new FirmCalendar(firm.connector(), clock);
        OneRun.of(BatchJob.of(firm.connector(), clock, books, calendar, config(layout), new RecordedEvents()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
