package com.clientpay.connect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A person's browser: Debian's Chromium without a window. Elements are named by CSS selectors. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final Path downloads;

    private Chromium(Map<String, ?> capabilities) throws IOException {
        downloads = Files.createTempDirectory("console-downloads");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toFile());
        options.addArguments("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-US");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox"); // Chromium does not start otherwise
        }
        options.setExperimentalOption(
                "prefs", Map.of("download.default_directory", downloads.toString(), "intl.accept_languages", "en-US"));
        capabilities.forEach(options::setCapability);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
        size(1280, 900);
        dark(false);
    }

    /** Skips the test, with the reason, where there is no Chromium. */
    static Chromium start() throws IOException {
        return start(Map.of());
    }

    /** One that shows its own question whether to leave a page, which the driver else answers by itself. */
    static Chromium startAsking() throws IOException {
        return start(Map.of("webSocketUrl", true, "unhandledPromptBehavior", Map.of("beforeUnload", "ignore")));
    }

    private static Chromium start(Map<String, ?> capabilities) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER),
                "There is no " + PROGRAM + " with " + DRIVER + ": apt-get install chromium chromium-driver");
        return new Chromium(capabilities);
    }

    void go(String url) {
        driver.get(url);
    }

    /** Signs in, then opens a section such as {@code #/settings}, and waits for what is named. */
    void open(ConsoleFirm firm, String section, String css) {
        go(firm.link());
        until(".section");
        section(section, css);
    }

    void section(String section, String css) {
        script("location.hash = arguments[0]", section);
        until(css);
    }

    WebElement find(String css) {
        return until(() -> driver.findElements(By.cssSelector(css)).stream().findFirst(), css);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    boolean has(String css) {
        return !all(css).isEmpty();
    }

    String text(String css) {
        return find(css).getText();
    }

    void until(String css) {
        find(css);
    }

    void untilGone(String css) {
        until(() -> !has(css), "no " + css);
    }

    void untilText(String css, String part) {
        until(() -> all(css).stream().anyMatch(element -> element.getText().contains(part)), css + " with " + part);
    }

    /** The element of that kind with exactly this text. */
    WebElement named(String css, String name) {
        return until(
                () -> all(css).stream()
                        .filter(element -> element.getText().strip().equals(name))
                        .findFirst(),
                css + " named " + name);
    }

    /** As a person clicks: where it is hidden behind something, after scrolling it into the middle. */
    void click(String css) {
        click(find(css));
    }

    void click(WebElement element) {
        script("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Replaces what is in the input. */
    void type(String css, String text) {
        WebElement input = find(css);
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void choose(String css, String value) {
        WebElement select = find(css);
        select.findElements(By.tagName("option")).stream()
                .filter(option -> value.equals(option.getDomProperty("value")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(css + " does not offer " + value + ": " + options(css)))
                .click();
    }

    /** The texts that a select offers. */
    List<String> options(String css) {
        return find(css).findElements(By.tagName("option")).stream()
                .map(WebElement::getText)
                .toList();
    }

    String value(String css) {
        return find(css).getDomProperty("value");
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Drags by the middle of one element to the lower edge of another. */
    void drag(WebElement from, WebElement to) {
        script("arguments[0].scrollIntoView({block: 'center'})", from);
        new Actions(driver)
                .moveToElement(from)
                .clickAndHold()
                .moveByOffset(0, 8)
                .moveToElement(to, 0, to.getSize().getHeight() / 3)
                .release()
                .perform();
    }

    Object script(String text, Object... arguments) {
        return driver.executeScript(text, arguments);
    }

    /** What a module's function answers, as text; {@code null} for nothing. */
    String module(String file, String function, Object argument) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + " import('/console/' + arguments[0]).then((module) => done(module[arguments[1]](arguments[2])))",
                file,
                function,
                argument));
    }

    /** Reloads the page; answers the browser's own question whether to leave it. */
    Alert reload() {
        script("setTimeout(() => location.reload())");
        return until(() -> Optional.of(driver.switchTo().alert()), "question of the browser");
    }

    String focusedId() {
        return driver.switchTo().activeElement().getDomProperty("id");
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** Dark or light; and without transitions, so that nothing is looked at while it fades. */
    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Every session of this browser is gone. */
    void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    void inAnotherTab(Runnable work) {
        String tab = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        work.run();
        driver.close();
        driver.switchTo().window(tab);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What axe finds, one line each; nothing where everybody can use the page. */
    String axeFindings() {
        script(AXE);
        return (String) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document).then((result) => done(result.violations.map((violation) =>
                    `${violation.id}: ${violation.help}: ` + violation.nodes.map((node) =>
                        `${node.target} ${node.any.concat(node.all, node.none).map((check) => check.message).join(' ')}`).join(' | ')).join('\\n')));
                """);
    }

    /** Whether one must scroll sideways. */
    boolean isTooWide() {
        return (Boolean) script("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** The file that was downloaded; its name begins so. */
    Path downloaded(String start) {
        return until(
                () -> {
                    try (Stream<Path> files = Files.list(downloads)) {
                        return files.filter(
                                        file -> file.getFileName().toString().startsWith(start))
                                .filter(file -> !file.toString().endsWith(".crdownload"))
                                .findFirst();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "a download " + start);
    }

    /** Errors that the page's scripts have thrown, and what its policy has refused. */
    List<String> errors() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .filter(line -> line.contains("Uncaught") || line.contains("Content Security Policy"))
                .toList();
    }

    private void until(BooleanSupplier isTrue, String what) {
        until(() -> isTrue.getAsBoolean() ? Optional.of(true) : Optional.empty(), what);
    }

    void untilTrue(String what, BooleanSupplier isTrue) {
        until(isTrue, what);
    }

    private <T> T until(Supplier<Optional<T>> found, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Optional<T> result = found.get();
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (WebDriverException e) {
                // The page is being built anew.
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("There is no " + what + " at " + url() + " in time:\n"
                        + driver.findElement(By.tagName("body")).getText() + "\n" + screenshot());
            }
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }

    private Path screenshot() {
        try {
            Path file = Files.createDirectories(Path.of("target", "console"))
                    .resolve("failed-" + System.nanoTime() + ".png");
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the browser; fails when a page's script has failed meanwhile. */
    @Override
    public void close() throws IOException {
        try {
            assertEquals(List.of(), errors());
        } finally {
            driver.quit();
            try (Stream<Path> files = Files.walk(downloads)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        assertFalse(Files.exists(downloads));
    }
}
