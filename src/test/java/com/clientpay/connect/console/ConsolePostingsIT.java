package com.clientpay.connect.console;

import static com.clientpay.connect.console.ConsoleFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Manage postings: an accountant's morning. Each test has payers of its own and searches for them. */
class ConsolePostingsIT extends ConsoleTest {
    private static final String HOSTILE = "<img src=x onerror=\"window.hacked=1\"> & Söhne";

    private static List<JsonNode> invoices;

    @BeforeAll
    static void fillFirm() throws Exception {
        firm.automaticPosting(false);
        invoices = firm.invoices(200);
    }

    /** The view with what a search for the payer leaves. */
    private static void openView(String view, String payer) {
        browser.open(firm, "#/postings?view=" + view + "&q=" + payer, "#view-" + view + "[aria-current]");
    }

    private static void openPosting(JsonNode posting) {
        browser.open(firm, "#/postings/" + posting.get("id").asString(), "#status");
    }

    private static String status(JsonNode posting) {
        return firm.get("/v1/postings/" + posting.get("id").asString())
                .get("status")
                .asString();
    }

    private static BigDecimal balance(JsonNode invoice) {
        return new BigDecimal(firm.get("/v1/invoices/" + invoice.get("id").asString())
                .get("balance")
                .asString());
    }

    @Test
    void fifty_are_posted_together_and_each_ones_outcome_is_shown() {
        for (int i = 0; i < 49; i++) {
            firm.pay("Fifty " + i, "operating", "10.00", toInvoice(invoices.get(i), "10.00"));
        }
        firm.pay("Fifty without target", "operating", "10.00", List.of());
        openView("open", "Fifty");
        browser.untilText("#view-open", "50");
        browser.untilText("#where", "1–50 of 50");
        browser.click("#select-all");
        browser.untilText("#selected", "50 selected · $500.00");
        browser.click("#post-selected");
        browser.untilText("dialog", "$500.00 will be written into the firm’s books");
        browser.click("#post-go");
        browser.untilText("#post-progress", "1 incomplete, 49 posted");
        assertEquals(49, browser.all(".outcomes .pill-posted").size());
        browser.untilText(".outcomes", "Part of the amount is not allocated");
        browser.click("#post-close");
        browser.untilText("#view-open", "1");
        browser.untilText("#view-posted", "49");
        assertEquals(1, browser.all("tbody tr").size());
    }

    @Test
    void views_have_their_counts_and_a_search_leaves_what_fits() {
        firm.pay("Viewed one", "operating", "10.00", toInvoice(invoices.get(60), "10.00"));
        firm.pay("Viewed two", "operating", "10.00", List.of());
        openView("all", "Viewed");
        browser.untilText("#view-pending", "1");
        browser.untilText("#view-incomplete", "1");
        browser.untilText("#view-open", "2");
        browser.untilText("#view-removed", "0");
        assertEquals(2, browser.all("tbody tr").size());

        browser.type("#filter-q", "Viewed t");
        browser.untilTrue("one row", () -> browser.all("tbody tr").size() == 1);
        browser.untilText("tbody", "Viewed two");
        browser.untilText("tbody", "Part of the amount is not allocated");
        browser.script("const to = document.getElementById('filter-to'); to.value = '2001-01-01';"
                + " to.dispatchEvent(new Event('input', {bubbles: true}))");
        browser.untilText(".rows", "No posting here fits the search.");
        browser.click("#filter-today");
        browser.untilText("tbody", "Viewed two");
        browser.click("#filter-clear");
        browser.untilTrue("more rows", () -> browser.all("tbody tr").size() > 1);
    }

    @Test
    void pages_are_turned_and_what_is_selected_stays_selected() {
        for (int i = 0; i < 60; i++) {
            firm.pay("Paged " + i, "operating", "1.00", List.of());
        }
        openView("incomplete", "Paged");
        browser.untilText("#where", "1–50 of 60");
        browser.click("tbody tr:first-child input");
        browser.click("#older");
        browser.untilText("#where", "51–60 of 60");
        assertEquals(10, browser.all("tbody tr").size());
        assertFalse(browser.find("#older").isEnabled());
        browser.untilText("#selected", "1 selected");
        browser.click("#newer");
        browser.untilText("#where", "1–50 of 60");
        assertTrue(browser.find("tbody tr:first-child input").isSelected());
        browser.click("tbody tr:first-child a");
        browser.untilText("h1", "Paged 59");
        browser.click("#way-next");
        browser.untilText("h1", "Paged 58");
        browser.click("#way-previous");
        browser.untilText("h1", "Paged 59");
        assertFalse(browser.has("#way-previous"));
    }

    @Test
    void from_a_posting_one_comes_back_to_the_page_the_search_and_the_selection_that_one_left() {
        for (int i = 0; i < 105; i++) {
            firm.pay("Leafed " + i, "operating", "1.00", List.of());
        }
        openView("incomplete", "Leafed");
        browser.click("tbody tr:first-child input");
        browser.click("#older");
        browser.untilText("#where", "51–100 of 105");
        browser.click("tbody tr:nth-child(7) a");
        browser.untilText("h1", "Leafed 48");
        browser.click(browser.named(".ways a", "‹ Back to the postings"));
        browser.untilText("#where", "51–100 of 105");
        assertEquals("Leafed", browser.value("#filter-q"));
        browser.untilText("#selected", "1 selected");
        browser.untilTrue(
                "the focus on the posting that was open",
                () -> "Leafed 48".equals(browser.script("return document.activeElement.textContent")));

        browser.click("tbody tr:nth-child(8) a");
        browser.untilText("h1", "Leafed 47");
        browser.script("history.back()");
        browser.untilText("#where", "51–100 of 105");
        browser.click("#newer");
        browser.untilText("#where", "1–50 of 105");
        browser.click("#nav a[href='#/postings']");
        browser.untilTrue(
                "a list without a search", () -> browser.value("#filter-q").isEmpty());
    }

    @Test
    void an_incomplete_posting_is_repaired_by_auto_apply_and_posted() {
        JsonNode invoice = invoices.get(100);
        JsonNode posting = firm.pay(invoice.get("clientName").asString(), "operating", "40.00", List.of());
        openPosting(posting);
        browser.untilText("#reasons + ul", "Part of the amount is not allocated");
        browser.untilText("#reasons + ul", "Allocate the remaining $40.00.");
        browser.click("#move-reallocate");
        browser.untilText("#rest", "$40.00 is not allocated yet.");
        assertFalse(browser.find("#save-post").isEnabled());
        browser.click("#auto-apply-0");
        browser.untilText("#rest", "All of the payment is allocated.");
        browser.click("#save-post");
        browser.until("#move-reverse");
        browser.untilText("#status", "Posted");
        browser.untilText("#moved", "It is in the books as receipt ");
        assertEquals("POSTED", status(posting));
    }

    @Test
    void an_incomplete_posting_is_repaired_by_hand_over_two_invoices() {
        JsonNode one = invoices.get(110);
        JsonNode other = invoices.get(111);
        JsonNode posting = firm.pay(
                "By hand", "operating", "100.00", List.of(Map.of("invoiceNumber", "999999", "amount", "100.00")));
        openPosting(posting);
        browser.untilText("#reasons + ul", "There is no such invoice");
        browser.click("#move-reallocate");
        browser.until("#line-0");
        browser.click(".lines .quiet-button");
        for (JsonNode invoice : List.of(one, other)) {
            String number = invoice.get("number").asString();
            browser.choose("#search-by", "INVOICE_NUMBER");
            browser.type("#search-q", number);
            browser.click("#search-go");
            browser.click("[aria-label='Add invoice " + number + "']");
            browser.untilText(".results", "added");
            if (invoice == one) {
                browser.type("#line-0", "30.5x");
                browser.untilText("#rest", "An amount is not readable.");
                browser.type("#line-0", "30.50");
                browser.untilText("#rest", "$69.50 is not allocated yet.");
            }
        }
        browser.untilText("#rest", "All of the payment is allocated.");
        browser.click("#save-lines");
        browser.until("#move-post");
        browser.untilText("#status", "Pending");
        BigDecimal before = balance(one);
        browser.click("#move-post");
        browser.untilText("#moved", "It is in the books");
        assertEquals(before.subtract(new BigDecimal("30.50")), balance(one));
    }

    @Test
    void trust_money_goes_to_a_trust_ledger_of_its_bank_account() {
        JsonNode ledger = firm.get("/v1/trust-ledgers?limit=1").get("items").get(0);
        JsonNode posting = firm.pay("Trust depositor", "trust", "75.00", List.of());
        browser.open(firm, "#/postings/" + posting.get("id").asString() + "/reallocate", "#search-go");
        assertFalse(browser.has(".auto-apply"));
        browser.choose("#search-by", "CLIENT_NAME");
        browser.type("#search-q", ledger.get("clientName").asString());
        browser.click("#search-go");
        browser.click("[aria-label='Add trust ledger " + ledger.get("id").asString() + "']");
        browser.untilText("#rest", "All of the payment is allocated.");
        browser.click("#save-post");
        browser.untilText("#status", "Posted");
        assertEquals("POSTED", status(posting));
    }

    @Test
    void a_posting_is_removed_with_a_reason_and_taken_up_again() {
        JsonNode posting = firm.pay("Removed by hand", "operating", "10.00", toInvoice(invoices.get(120), "10.00"));
        openPosting(posting);
        browser.click("#move-remove");
        browser.click(browser.named("dialog button", "Remove"));
        browser.untilText("dialog .error", "Say why");
        assertEquals("PENDING", status(posting));
        browser.type("dialog textarea", "Entered by hand <b>yesterday</b>");
        browser.click(browser.named("dialog button", "Remove"));
        browser.untilText("#status", "Removed");
        browser.untilText(".history", "Entered by hand <b>yesterday</b>");
        browser.click("#move-reopen");
        browser.type("dialog textarea", "It was not");
        browser.click(browser.named("dialog button", "Take up again"));
        browser.untilText("#status", "Pending");
        assertEquals("PENDING", status(posting));
    }

    @Test
    void a_reversal_says_what_will_happen_in_the_books_and_does_it() {
        JsonNode invoice = invoices.get(130);
        BigDecimal before = balance(invoice);
        JsonNode posting = firm.pay("To be reversed", "operating", "12.00", toInvoice(invoice, "12.00"));
        firm.post("/v1/postings/" + posting.get("id").asString() + "/post", Map.of());
        assertEquals(before.subtract(new BigDecimal("12.00")), balance(invoice));
        openPosting(posting);
        browser.click("#move-reverse");
        browser.untilText("#reversal", "a second entry of −$12.00");
        browser.untilText("#reversal", "Invoice " + invoice.get("number").asString() + ": $12.00 is owed again.");
        browser.untilText("#reversal", "It can be taken up again");
        browser.choose("dialog select", "CHARGEBACK");
        browser.untilText("#reversal", "It cannot be taken up again");
        browser.click("dialog input[type=checkbox]");
        browser.untilText("#reversal", "Nothing is written into the books.");
        browser.click("dialog input[type=checkbox]");
        browser.click(browser.named("dialog button", "Reverse"));
        browser.untilText("#status", "Reversed");
        String today = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US)
                .format(LocalDate.now(ZoneId.of("America/New_York")));
        browser.untilText(".history", "Chargeback, book date " + today + ".");
        assertFalse(browser.has("#move-reopen"), "the money is gone");
        assertEquals("REVERSED", status(posting));
        assertEquals(before, balance(invoice));
    }

    @Test
    void when_somebody_else_was_faster_nothing_is_done_and_the_posting_is_shown_as_it_is() {
        JsonNode posting = firm.pay("Moved by two", "operating", "10.00", toInvoice(invoices.get(140), "10.00"));
        openPosting(posting);
        browser.until("#move-post");
        firm.post("/v1/postings/" + posting.get("id").asString() + "/remove", Map.of("note", "By somebody else"));
        browser.click("#move-post");
        browser.untilText("#moved", "Somebody else changed this posting meanwhile.");
        browser.untilText("#status", "Removed");
        assertEquals("REMOVED", status(posting));
    }

    /** The examples of CsvTest; the driver gives their CR LF as LF. */
    @Test
    void cells_of_an_export_are_written_as_the_commands_write_them() {
        openView("all", "");
        assertEquals(
                "'=1+1,'+cmd,'-cmd,'@x,\"\t'=x\",\"a;'=x\",a-x\n",
                browser.module("csv.js", "line", List.of("=1+1", "+cmd", "-cmd", "@x", "\t=x", "a;=x", "a-x")));
        assertEquals(
                "\\u001b[31m,\\u000dx,\"a\nb\"\n",
                browser.module("csv.js", "line", List.of("\u001b[31m", "\rx", "a\r\nb")));
        assertEquals(
                "a,\"b,c\",\"say \"\"yes\"\"\",\"two\nlines\",\n",
                browser.module("csv.js", "line", List.of("a", "b,c", "say \"yes\"", "two\nlines", "")));
        assertEquals("-12.50,+3,0.00\n", browser.module("csv.js", "line", List.of("-12.50", "+3", "0.00")));
    }

    @Test
    void what_is_shown_is_exported_without_formulas() throws Exception {
        firm.pay("=1+1 Exported", "operating", "10.00", List.of());
        firm.pay("Exported, \"quoted\"", "operating", "20.00", toInvoice(invoices.get(150), "20.00"));
        browser.open(firm, "#/postings?view=incomplete&q==1", "#view-incomplete[aria-current]");
        browser.untilTrue("one row", () -> browser.all("tbody tr").size() == 1);
        browser.click("#export");
        Path file = browser.downloaded("postings-");
        List<String> lines = Files.readAllLines(file);
        Files.delete(file);
        assertTrue(lines.get(0).startsWith("\uFEFFid,status,attempt,paymentId"), lines.get(0));
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(1).contains(",'=1+1 Exported,"), lines.get(1));

        openView("all", "Exported");
        browser.untilTrue("one row", () -> browser.all("tbody tr").size() == 1);
        browser.click("#export");
        String second = Files.readString(browser.downloaded("postings-"));
        assertTrue(second.contains(",\"Exported, \"\"quoted\"\"\","), second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "12.5 | 12.50",
                "1,250.00 | 1250.00",
                "1250 | 1250.00",
                "999999999999.99 | 999999999999.99",
                "12,50 | null",
                "1,25 | null",
                "12,3456 | null",
                "1.234 | null",
                "0.00 | null",
                "-5.00 | null",
                "1e3 | null"
            })
    void an_amount_is_read_as_it_is_typed_or_not_at_all(String typed, String amount) {
        if (!browser.url().contains("/console")) {
            browser.open(firm, "#/postings", "#filter-q");
        }
        assertEquals(String.valueOf(amount), browser.module("format.js", "parseAmount", typed));
    }

    @Test
    void names_are_text_wherever_they_stand() {
        JsonNode posting = firm.pay(HOSTILE, "operating", "10.00", toInvoice(invoices.get(160), "10.00"));
        browser.open(firm, "#/postings?view=open&q=%3Cimg", "#view-open[aria-current]");
        browser.untilText("tbody", HOSTILE);
        browser.click("tbody input");
        browser.click("#post-selected");
        browser.untilText("dialog", "Post 1 posting");
        browser.click("#post-go");
        browser.untilText(".outcomes", HOSTILE);
        browser.click("#post-close");
        openPosting(posting);
        browser.untilText("h1", HOSTILE);
        assertEquals(0, browser.all("main img").size());
        assertEquals(null, browser.script("return window.hacked ?? null"));
    }

    @Test
    void a_key_that_may_only_read_is_offered_nothing_else() {
        JsonNode posting = firm.pay("Read only", "operating", "10.00", List.of());
        String key = firm.newKey(
                "reader",
                java.util.EnumSet.of(com.clientpay.connect.http.Scope.READ, com.clientpay.connect.http.Scope.ADMIN));
        browser.go(firm.link(key));
        browser.until(".section");
        browser.section("#/postings?view=all&q=Read+only", "#view-all[aria-current]");
        browser.untilTrue("one row", () -> browser.all("tbody tr").size() == 1);
        assertFalse(browser.has("#select-all"));
        browser.section("#/postings/" + posting.get("id").asString(), "#status");
        assertFalse(browser.has("#move-post"));
        browser.section("#/settings", "#save");
        assertFalse(browser.find("#posting-message").isEnabled());
    }
}
