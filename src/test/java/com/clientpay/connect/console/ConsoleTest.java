package com.clientpay.connect.console;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The common part of what a browser does with the console: a browser and a firm of its own for each class. */
abstract class ConsoleTest {
    static ConsoleFirm firm;
    static Chromium browser;

    @BeforeAll
    static void startBrowserAndFirm() throws Exception {
        browser = Chromium.start();
        firm = ConsoleFirm.start();
    }

    @AfterAll
    static void stopBrowserAndFirm() throws Exception {
        if (firm != null) {
            firm.close();
        }
        if (browser != null) {
            browser.close();
        }
    }
}
