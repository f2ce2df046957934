package com.clientpay.connect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** Connect settings, as the accounting department changes them. */
class ConsoleSettingsIT extends ConsoleTest {
    private static final String SAVED = ".box-good";
    private static final String FIRST_ACCOUNT = ".account:first-child ";

    @BeforeEach
    void openSettings() {
        browser.go("about:blank");
        firm.sql("UPDATE firm.BankAccount SET Active = TRUE WHERE BankAccountId <> 'OPER-9'");
        firm.put(
                "/v1/merchant-accounts/operating",
                Map.of(
                        "name", "Fees and costs",
                        "kind", "OPERATING",
                        "ledgerCode", "PMT",
                        "transactionType", "CC",
                        "bankAccountId", "OPER-1"));
        browser.open(firm, "#/settings", "#save");
    }

    @Test
    void two_merchant_accounts_are_mapped_and_saved_together() {
        browser.type(FIRST_ACCOUNT + "[id$=-name]", "Fees");
        browser.choose(FIRST_ACCOUNT + "[id$=-bankAccountId]", "OPER-2");
        browser.click("#add-account");
        browser.type(".account:last-child [id$=-id]", "retainers");
        browser.type(".account:last-child [id$=-name]", "Retainers <b>2027</b>");
        browser.choose(".account:last-child [id$=-kind]", "TRUST");
        browser.choose(".account:last-child [id$=-bankAccountId]", "TRUST-2");
        browser.choose(".account:last-child [id$=-ledgerCode]", "RET");
        assertEquals("2 unsaved changes", browser.text("#unsaved"));
        assertEquals("OPER-1", account("operating").get("bankAccountId").asString(), "nothing is saved before Save");

        browser.click("#save");
        browser.until(SAVED);
        assertEquals("Fees", account("operating").get("name").asString());
        assertEquals("OPER-2", account("operating").get("bankAccountId").asString());
        JsonNode added = account("retainers");
        assertEquals("Retainers <b>2027</b>", added.get("name").asString());
        assertEquals("TRUST", added.get("kind").asString());
        assertEquals("RET", added.get("ledgerCode").asString());
        assertFalse(added.has("transactionType"));
        assertEquals("Everything is saved.", browser.text("#unsaved"));

        browser.click(".account:last-child .quiet-button");
        browser.untilText(".account.removed", "will be removed when you save");
        browser.click("#save");
        browser.until(SAVED);
        assertEquals(2, firm.get("/v1/merchant-accounts").get("items").size());
    }

    @Test
    void only_what_fits_is_offered_and_what_no_longer_does_says_so() {
        List<String> offered = browser.options(FIRST_ACCOUNT + "[id$=-bankAccountId]");
        assertEquals(2, offered.size(), offered::toString);
        assertTrue(offered.stream().noneMatch(text -> text.contains("OPER-9") || text.contains("TRUST")));
        assertTrue(browser.options(FIRST_ACCOUNT + "[id$=-ledgerCode]").stream()
                .noneMatch(text -> text.contains("old chart")));

        firm.sql("UPDATE firm.BankAccount SET Active = FALSE WHERE BankAccountId = 'OPER-1'");
        browser.open(firm, "#/settings", "#save");
        browser.section("#/try", "#try-go");
        browser.section("#/settings", "#save");
        browser.untilText(FIRST_ACCOUNT, "This bank account is inactive. Choose another");
        assertTrue(
                browser.options(FIRST_ACCOUNT + "[id$=-bankAccountId]").get(0).contains("inactive"));
    }

    @Test
    void another_account_type_asks_for_a_bank_account_of_that_type() {
        browser.choose(FIRST_ACCOUNT + "[id$=-kind]", "TRUST");
        assertEquals("", browser.value(FIRST_ACCOUNT + "[id$=-bankAccountId]"));
        browser.click("#save");
        browser.untilText(".trouble", "Nothing was saved.");
        browser.untilText(FIRST_ACCOUNT + ".error", "Choose the bank account that its money goes to.");
        assertTrue(browser.focusedId().endsWith("-bankAccountId"), browser.focusedId());
    }

    @Test
    void every_mistake_stands_beside_its_field() {
        browser.type(FIRST_ACCOUNT + "[id$=-name]", "  ");
        browser.click("#add-account");
        browser.type(".account:last-child [id$=-id]", "with blank");
        browser.click("#save");
        browser.untilText(FIRST_ACCOUNT + ".error", "Give the merchant account a name.");
        browser.untilText(".account:last-child .error", "Type the id that ClientPay gave the account");
        assertEquals("true", browser.find(FIRST_ACCOUNT + "[id$=-name]").getDomAttribute("aria-invalid"));
        assertEquals(2, firm.get("/v1/merchant-accounts").get("items").size());
    }

    @Test
    void what_only_the_books_know_to_be_wrong_stands_beside_its_field_too() {
        browser.choose(FIRST_ACCOUNT + "[id$=-bankAccountId]", "OPER-2");
        firm.sql("UPDATE firm.BankAccount SET Active = FALSE WHERE BankAccountId = 'OPER-2'");
        browser.click("#save");
        browser.until(FIRST_ACCOUNT + "[id$=-bankAccountId][aria-invalid]");
        browser.until(FIRST_ACCOUNT + "[id$=-bankAccountId-error]");
        assertEquals("1 unsaved change", browser.text("#unsaved"));
    }

    @Test
    void fields_are_reordered_by_keyboard_and_the_order_is_announced() {
        List<String> before = names();
        browser.find("#handle-" + before.get(0)).sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        browser.untilText("#live", "place 3 of 9");
        assertEquals("handle-" + before.get(0), browser.focusedId());
        assertEquals(before, names(), "nothing is saved before Save");
        browser.press(Keys.END);
        browser.untilText("#live", "place 9 of 9");
        browser.click("#shown-" + before.get(0) + "-RECEIPTS");
        boolean shown = browser.find("#shown-" + before.get(0) + "-RECEIPTS").isSelected();
        browser.click("#save");
        browser.until(SAVED);

        assertEquals(before.get(0), names().get(8));
        assertEquals(before.subList(1, 9), names().subList(0, 8));
        JsonNode last = firm.get("/v1/fields").get("items").get(8);
        assertEquals(shown, last.get("shownOn").toString().contains("RECEIPTS"), last::toString);
    }

    @Test
    void fields_are_reordered_by_dragging() {
        List<String> before = names();
        browser.drag(browser.find("#handle-" + before.get(1)), browser.find("[data-name='" + before.get(4) + "']"));
        browser.untilText("#unsaved", "1 unsaved change");
        assertEquals(before.get(1), browser.all(".field-row").get(4).getDomAttribute("data-name"));
        browser.click("#save");
        browser.until(SAVED);
        assertEquals(before.get(1), names().get(4));
    }

    @Test
    void the_preview_shows_how_a_posting_will_read() {
        browser.type("#posting-message", "Card payment <i>");
        browser.untilText("#posting-preview", "Card payment <i>");
        boolean posted = browser.find("#posting-usePostedDate").isSelected();
        browser.click("#posting-usePostedDate");
        browser.untilText("#posting-preview", posted ? "the day of the payment" : "the day of posting");
        browser.click("#discard");
        browser.click(browser.named("dialog button", "Discard"));
        browser.untilText("#unsaved", "Everything is saved.");
    }

    @Test
    void leaving_with_unsaved_changes_is_asked_about() {
        browser.type("#posting-message", "Not saved");
        browser.click("#nav a[href='#/health']");
        browser.untilText("dialog", "Leave without saving?");
        browser.click(browser.named("dialog button", "Stay"));
        browser.untilGone("dialog");
        assertEquals("Not saved", browser.value("#posting-message"));
        assertTrue(browser.url().endsWith("#/settings"), browser.url());

        browser.click("#nav a[href='#/health']");
        browser.click(browser.named("dialog button", "Leave and lose the changes"));
        browser.until("#look-again");
        browser.section("#/settings", "#posting-message");
        assertFalse(browser.value("#posting-message").equals("Not saved"));
    }

    @Test
    void the_browser_asks_before_unsaved_changes_are_closed_or_reloaded() throws Exception {
        try (Chromium asking = Chromium.startAsking()) {
            asking.open(firm, "#/settings", "#posting-message");
            asking.type("#posting-message", "Not saved");
            asking.reload().dismiss();
            assertEquals("Not saved", asking.value("#posting-message"));
            asking.reload().accept();
            asking.untilText("#unsaved", "Everything is saved.");
            assertFalse(asking.value("#posting-message").equals("Not saved"));

            asking.script("window.isThePageBefore = true; setTimeout(() => location.reload())");
            asking.untilTrue(
                    "the page, without a question", () -> asking.script("return window.isThePageBefore") == null);
        }
    }

    @Test
    void when_somebody_else_saved_meanwhile_both_are_shown_and_nothing_is_overwritten() throws Exception {
        try (Chromium other = Chromium.start()) {
            other.open(firm, "#/settings", "#save");
            other.type("#posting-message", "Theirs");
            other.click("#save");
            other.until(SAVED);
        }
        browser.type("#posting-message", "Mine");
        browser.click("#save");
        browser.untilText("#conflict", "Somebody else saved meanwhile");
        browser.untilText("#conflict", "Theirs");
        browser.untilText("#conflict", "Mine");
        assertEquals("Theirs", message());

        browser.click("#keep-mine");
        browser.untilText("#unsaved", "1 unsaved change");
        browser.click("#save");
        browser.until(SAVED);
        assertEquals("Mine", message());
    }

    @Test
    void what_was_not_changed_on_the_page_is_left_as_somebody_else_saved_it() {
        browser.type("#posting-message", "Mine alone");
        browser.type(FIRST_ACCOUNT + "[id$=-name]", "My name for it");
        firm.putPostingSettings("usePostedDate", true);
        firm.put(
                "/v1/merchant-accounts/operating",
                Map.of("name", "Fees", "kind", "OPERATING", "bankAccountId", "OPER-2"));
        browser.click("#save");
        browser.untilText("#conflict", "not changed here");
        browser.click("#keep-mine");
        browser.untilText("#unsaved", "2 unsaved changes");
        browser.click("#save");
        browser.until(SAVED);

        assertEquals("Mine alone", message());
        assertTrue(firm.get("/v1/posting-settings").get("usePostedDate").asBoolean());
        assertEquals("My name for it", account("operating").get("name").asString());
        assertEquals("OPER-2", account("operating").get("bankAccountId").asString());
    }

    @Test
    void what_somebody_else_saved_can_be_taken_and_other_changes_stay() {
        browser.type(FIRST_ACCOUNT + "[id$=-name]", "My name for it");
        browser.type("#posting-message", "My message");
        firm.put(
                "/v1/merchant-accounts/operating",
                Map.of("name", "Their name for it", "kind", "OPERATING", "bankAccountId", "OPER-2"));
        browser.click("#save");
        browser.untilText("#conflict", "Their name for it");
        browser.untilText(".trouble", "Only a part was saved.");
        assertEquals("My message", message());
        browser.click("#take-theirs");
        browser.untilGone("#conflict");
        assertEquals("Their name for it", browser.value(FIRST_ACCOUNT + "[id$=-name]"));
        assertEquals("OPER-2", browser.value(FIRST_ACCOUNT + "[id$=-bankAccountId]"));
        assertEquals("Everything is saved.", browser.text("#unsaved"));
    }

    private static JsonNode account(String id) {
        return firm.get("/v1/merchant-accounts/" + id);
    }

    private static List<String> names() {
        return firm.get("/v1/fields")
                .get("items")
                .valueStream()
                .map(field -> field.get("name").asString())
                .toList();
    }

    private static String message() {
        return firm.get("/v1/posting-settings").get("defaultArMessage").asString();
    }
}
