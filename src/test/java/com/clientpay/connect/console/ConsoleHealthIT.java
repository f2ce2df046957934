package com.clientpay.connect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in, Health and Try it; and the database that goes away under a page. */
class ConsoleHealthIT extends ConsoleTest {
    @Test
    void the_link_signs_in_once_and_signing_out_ends_it() {
        String link = firm.link();
        browser.go(link);
        browser.untilText("#who", "Signed in as key accounting");
        browser.click(browser.named("#who button", "Sign out"));
        browser.untilText("main", "You are not signed in");
        browser.go(link);
        browser.untilText("main", "The link was used already, or is older than a minute.");
    }

    @Test
    void the_page_says_so_when_its_key_is_revoked() {
        String key = firm.newKey("leaver", EnumSet.allOf(Scope.class));
        browser.go(firm.link(key));
        browser.untilText("#who", "Signed in as key leaver");
        firm.revokeKey("leaver");
        browser.untilTrue("signed out", () -> {
            if (!browser.has(".signed-out")) {
                browser.script("location.hash = location.hash === '#/try' ? '#/settings' : '#/try'");
            }
            return browser.has(".signed-out");
        });
    }

    @Test
    void what_was_typed_outlives_its_session_and_is_saved_with_the_next_one() {
        browser.open(firm, "#/settings", "#save");
        browser.type("#posting-message", "Typed in the first session");
        browser.forgetCookies();
        browser.click("#save");
        browser.untilText("#banner", "Your session has ended.");
        assertEquals("Typed in the first session", browser.value("#posting-message"));
        browser.inAnotherTab(() -> browser.open(firm, "#/try", "#try-go"));
        browser.untilTrue("no banner", () -> browser.text("#banner").isEmpty());
        browser.click("#save");
        browser.until(".box-good");
        assertEquals(
                "Typed in the first session",
                firm.get("/v1/posting-settings").get("defaultArMessage").asString());
    }

    @Test
    void health_shows_the_checks_the_last_day_and_the_last_problems() {
        firm.pay("Seen in the chart", "operating", "10.00", List.of());
        browser.open(firm, "#/try", "#try-go");
        browser.choose("#try-by", "CLIENT_NUMBER");
        browser.choose("#try-match", "contains");
        browser.type("#try-q", "1");
        browser.click("#try-go");
        browser.until("#try-result .box-bad");
        String requestId = browser.text("#try-result .box-bad .quiet").replace("Request ", "");

        browser.section("#/health", "#summary");
        browser.untilText("#summary", "Everything is as it should be.");
        for (String tile : List.of("Connector", "Database", "Scripts", "Certificate")) {
            browser.untilText(".glance", tile);
        }
        browser.untilText("#health-checks", "Waiting postings");
        browser.untilText("#health-problems", requestId);
        browser.untilText("#health-problems", "contains-not-allowed");
        browser.until(".chart rect");
        browser.click("details summary");
        browser.untilText("details table", "Refused");
        browser.click("#look-again");
        browser.untilText("#live", "Everything is as it should be.");
    }

    @Test
    void the_console_does_not_show_itself_among_requests_and_problems() {
        browser.forgetCookies();
        browser.go(firm.consoleUrl());
        browser.untilText("main", "You are not signed in");
        browser.open(firm, "#/health", "#summary");
        assertTrue(firm.get("/v1/admin/problems")
                .get("items")
                .valueStream()
                .noneMatch(problem -> problem.get("code").asString().equals("unauthenticated")));
        long before = requests();
        browser.click("#look-again");
        browser.untilText("#live", "Everything is as it should be.");
        assertEquals(before + 1, requests(), "only the request that asked for the number before");
    }

    private static long requests() {
        return firm.get("/v1/admin/activity")
                .get("hours")
                .valueStream()
                .mapToLong(hour -> hour.get("requests").asLong())
                .sum();
    }

    @Test
    void the_support_bundle_is_made_and_downloaded() throws Exception {
        browser.open(firm, "#/health", "#summary");
        browser.click("#bundle");
        browser.untilText("dialog", "No secret, payer, client, matter or name of the firm goes in");
        browser.click(browser.named("dialog button", "Make and download"));
        try (ZipFile zip =
                new ZipFile(browser.downloaded("clientpay-connect-support-").toFile())) {
            assertTrue(zip.getEntry("report.txt") != null);
        }
        browser.untilGone("dialog");
    }

    @Test
    void a_search_is_tried_and_its_request_and_answer_are_shown() {
        JsonNode invoice = firm.get("/v1/invoices?limit=1").get("items").get(0);
        browser.open(firm, "#/try", "#try-go");
        browser.choose("#try-by", "INVOICE_NUMBER");
        browser.type("#try-q", invoice.get("number").asString());
        browser.click("#try-go");
        browser.untilText(
                "#try-request-text",
                "GET /v1/invoices?by=INVOICE_NUMBER&q=" + invoice.get("number").asString());
        browser.untilText("#try-answer-text", "\"id\": \"" + invoice.get("id").asString() + "\"");
        browser.untilText("#try-result table", invoice.get("clientName").asString());
        for (String what : List.of("trust-ledgers", "matters")) {
            browser.choose("#try-what", what);
            browser.choose("#try-by", "CLIENT_NAME");
            browser.type("#try-q", "N");
            browser.click("#try-go");
            browser.untilText("#try-request-text", "GET /v1/" + what);
            browser.until("#try-result table");
        }
    }

    @Test
    void when_the_database_goes_away_the_page_says_so_keeps_what_was_typed_and_goes_on_by_itself() throws Exception {
        browser.open(firm, "#/settings", "#save");
        browser.type("#posting-message", "Typed while it was there");
        firm.takeDatabaseAway();
        try {
            browser.click("#save");
            browser.untilText("#banner", "The database cannot be reached");
            browser.untilText(".trouble", "Nothing was saved.");
            assertEquals("Typed while it was there", browser.value("#posting-message"));
            assertTrue(browser.text("#unsaved").contains("1 unsaved change"));
        } finally {
            firm.bringDatabaseBack();
        }
        browser.untilTrue("no banner", () -> browser.text("#banner").isEmpty());
        browser.click("#save");
        browser.until(".box-good");
        assertEquals(
                "Typed while it was there",
                firm.get("/v1/posting-settings").get("defaultArMessage").asString());

        firm.takeDatabaseAway();
        try {
            browser.section("#/postings?view=all", ".rows .box-bad");
            browser.section("#/health", "#summary.is-broken");
            browser.untilText(".glance", "Broken");
            browser.section("#/postings?view=posted", ".rows .box-bad");
        } finally {
            firm.bringDatabaseBack();
        }
        browser.untilGone(".rows .box-bad");
        browser.untilText("#banner", "");
    }
}
