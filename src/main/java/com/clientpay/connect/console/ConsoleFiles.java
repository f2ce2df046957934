package com.clientpay.connect.console;

import com.clientpay.connect.http.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the console, from the class path: pages, styles, modules. They hold nothing of the firm's. */
final class ConsoleFiles {
    /** The page that all of it is. */
    static final String PAGE = "index.html";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,40}\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Nothing but what this connector serves: no script or style in the page, no other host, no frame. */
    private static final Map<String, String> HEADERS = headers();

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** The file of this name; empty when there is none. */
    Optional<Answer> answer(String name) {
        return NAME.matcher(name).matches()
                ? Optional.ofNullable(answers.computeIfAbsent(name, ConsoleFiles::read))
                : Optional.empty();
    }

    private static Answer read(String name) {
        try (InputStream in = ConsoleFiles.class.getResourceAsStream("/console/" + name)) {
            if (in == null) {
                return null;
            }
            String type = TYPES.get(name.substring(name.indexOf('.') + 1));
            return new Answer(200, HEADERS, new Answer.Bytes(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-cache");
        return Map.copyOf(headers);
    }
}
