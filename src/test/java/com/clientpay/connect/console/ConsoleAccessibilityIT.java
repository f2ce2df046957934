package com.clientpay.connect.console;

import static com.clientpay.connect.console.ConsoleFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** For everybody: axe finds nothing on any page, light or dark; nothing is wider than a phone; the keyboard does it all. */
class ConsoleAccessibilityIT extends ConsoleTest {
    private static final String LONG = "Verylongnamewithoutanyblankinitofwhichtheremaybesomeinthebooks Incorporated";

    private static String posted;
    private static String incomplete;

    @BeforeAll
    static void fillFirm() throws Exception {
        JsonNode invoice = firm.invoices(1).get(0);
        posted = firm.pay("Posted payer", "operating", "10.00", toInvoice(invoice, "10.00"))
                .get("id")
                .asString();
        firm.automaticPosting(false);
        firm.pay("Pending payer", "operating", "10.00", toInvoice(invoice, "10.00"));
        firm.pay(LONG, "x".repeat(64), "123456789012.34", List.of());
        incomplete = firm.pay(
                        LONG,
                        "operating",
                        "200.00",
                        List.of(Map.of("invoiceNumber", "9".repeat(64), "amount", "20.00")))
                .get("id")
                .asString();
    }

    /** In the light on a desk, in the dark on a phone. */
    private static void lookAt(String what) {
        assertEquals("", browser.axeFindings(), what + ", light");
        browser.size(320, 700);
        browser.dark(true);
        assertFalse(browser.isTooWide(), what + " is wider than 320 pixels");
        assertEquals("", browser.axeFindings(), what + ", dark, 320 pixels");
        browser.dark(false);
        browser.size(1280, 900);
    }

    @Test
    void axe_finds_nothing_and_nothing_is_too_wide() {
        browser.go(firm.consoleUrl());
        browser.section("", ".signed-out, .section");
        lookAt("where one signs in");
        browser.open(firm, "#/postings?view=all", "tbody tr");
        browser.untilText("#where", " of ");
        lookAt("the postings");
        browser.section("#/postings?view=open", "#view-open[aria-current]");
        browser.click("#select-all");
        lookAt("selected postings");
        browser.click("#post-selected");
        lookAt("the question before posting");
        browser.press(Keys.ESCAPE);
        browser.untilGone("dialog");
        browser.section("#/postings/" + incomplete, "#move-reallocate");
        lookAt("an incomplete posting");
        browser.click("#move-remove");
        browser.click("dialog .danger");
        browser.until("dialog .error");
        lookAt("the reason for removing");
        browser.press(Keys.ESCAPE);
        browser.section("#/postings/" + incomplete + "/reallocate", "#search-go");
        browser.choose("#search-by", "CLIENT_NAME");
        browser.type("#search-q", "N");
        browser.click("#search-go");
        browser.until(".results table");
        browser.type("#line-0", "x");
        lookAt("reallocating");
        browser.type("#line-0", "20.00");
        browser.section("#/postings/" + posted, "#move-reverse");
        browser.click("#move-reverse");
        lookAt("reversing");
        browser.press(Keys.ESCAPE);
        browser.section("#/settings", "#add-account");
        lookAt("the settings");
        browser.click("#add-account");
        browser.click("#save");
        browser.until(".account .error");
        lookAt("the settings with mistakes");
        browser.click(".account:last-child .quiet-button");
        firm.putPostingSettings("defaultArMessage", "Theirs");
        browser.type("#posting-message", "Mine");
        browser.click("#save");
        browser.until("#conflict");
        lookAt("a conflict");
        browser.click("#take-theirs");
        browser.section("#/health", ".glance");
        browser.until("#health-checks table");
        browser.until("#health-problems > *");
        browser.click("details summary");
        lookAt("the health");
        browser.section("#/try", "#try-go");
        browser.type("#try-q", "N");
        browser.click("#try-go");
        browser.until("#try-answer-text");
        lookAt("a search");
    }

    @Test
    void a_posting_is_found_and_removed_by_keyboard_alone() {
        JsonNode posting = firm.pay("By keyboard", "operating", "10.00", List.of());
        browser.open(firm, "#/postings?view=open", "tbody tr");
        browser.press(Keys.TAB);
        tabTo("filter-q");
        browser.press("By keyboard", Keys.ENTER);
        browser.untilTrue("one row", () -> browser.all("tbody tr").size() == 1);
        tabToText("By keyboard");
        browser.press(Keys.ENTER);
        browser.until("#move-remove");
        tabTo("move-remove");
        browser.press(Keys.ENTER);
        browser.until("dialog");
        browser.press("Entered by hand", Keys.TAB, Keys.TAB, Keys.ENTER);
        browser.untilText("#status", "Removed");
        assertEquals(
                "REMOVED",
                firm.get("/v1/postings/" + posting.get("id").asString())
                        .get("status")
                        .asString());
    }

    private static void tabTo(String id) {
        tab("the element " + id, "return document.activeElement.id === arguments[0]", id);
    }

    private static void tabToText(String text) {
        tab("the link " + text, "return document.activeElement.textContent === arguments[0]", text);
    }

    private static void tab(String what, String isThere, String argument) {
        for (int i = 0; i < 60; i++) {
            if ((Boolean) browser.script(isThere, argument)) {
                return;
            }
            browser.press(Keys.TAB);
        }
        throw new AssertionError("The tabulator key does not lead to " + what + ".");
    }
}
