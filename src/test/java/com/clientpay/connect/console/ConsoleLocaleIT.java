package com.clientpay.connect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dates, times, numbers and amounts are written as the firm writes them, in a browser that would write them otherwise. */
class ConsoleLocaleIT {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private static ConsoleFirm firm;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start();
        firm = ConsoleFirm.start(new ConnectConfig.Console("de-DE"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (firm != null) {
            firm.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_posting_is_read_and_reallocated_in_the_firms_manner() {
        String today = GERMAN.format(LocalDate.now(ZoneId.of("America/New_York")));
        String id =
                firm.pay("Kanzlei", "operating", "1234.50", List.of()).get("id").asString();
        browser.open(firm, "#/postings?view=all", "tbody tr");
        browser.untilText("tbody tr [data-label=Amount]", "1.234,50 $");
        browser.untilText("tbody tr [data-label=Recorded]", today);
        assertTrue(browser.text("tbody tr [data-label=Recorded] .line").matches("[0-2][0-9]:[0-5][0-9]"));

        browser.section("#/postings/" + id + "/reallocate", ".results");
        browser.type("#search-q", "N");
        browser.click("#search-go");
        browser.click(".results tbody .button");
        assertTrue(browser.value("#line-0").matches("[0-9]+,[0-9]{2}"), browser.value("#line-0"));
        browser.type("#line-0", "1.000,25");
        browser.untilText("#rest", "234,25 $ is not allocated yet.");
        browser.type("#line-0", "1,000.25");
        browser.untilText(".lines .error", "Type an amount such as 125,00.");
        browser.script("location.hash = '#/try'");
        browser.click(browser.named("dialog button", "Leave and lose the changes"));
        browser.until("#try-go");
    }

    @Test
    void the_days_that_are_searched_are_said_in_the_firms_manner() {
        browser.open(firm, "#/postings?view=all&from=2026-02-01&to=2026-03-04", "#range");
        assertEquals("Recorded from 01.02.2026 up to 04.03.2026", browser.text("#range"));
        browser.click("#filter-clear");
        browser.untilTrue("no range", () -> browser.text("#range").isEmpty());
    }

    @Test
    void health_counts_and_dates_in_the_firms_manner() {
        browser.open(firm, "#/health", "#summary");
        browser.untilText("#summary", GERMAN.format(LocalDate.now(ZoneId.of("America/New_York"))));
        browser.untilText("#health-chart .axis-text", "Uhr");
    }
}
