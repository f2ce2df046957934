package com.clientpay.connect.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/**
 * Calls a running connector. Uses HttpURLConnection, which is ready in a fraction of java.net.http's time; follows no
 * redirect, because it would carry the key with it.
 */
final class Api {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** Longer than any request takes: statement time-outs end it first. */
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(11);

    private final URI base;
    private final Optional<String> key;

    Api(URI base, Optional<String> key) {
        this.base = base;
        this.key = key;
    }

    /** The answer to a GET. @throws CommandFailed unless it is fine */
    ApiAnswer get(String path) {
        return send("GET", path, Map.of(), Optional.empty()).orFail();
    }

    /** The answer to a POST of JSON. @throws CommandFailed unless it is fine */
    ApiAnswer post(String path, byte[] json) {
        return send("POST", path, Map.of("Content-Type", "application/json"), Optional.of(json))
                .orFail();
    }

    /**
     * @param path with its query, encoded
     * @throws CommandFailed when no answer came
     */
    ApiAnswer send(String method, String path, Map<String, String> headers, Optional<byte[]> body) {
        try {
            HttpURLConnection connection = open(method, path, headers);
            if (body.isPresent()) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.get());
                }
            }
            int status = connection.getResponseCode();
            Map<String, List<String>> answered = new HashMap<>();
            connection.getHeaderFields().forEach((name, values) -> {
                if (name != null) {
                    answered.put(name.toLowerCase(Locale.ROOT), values);
                }
            });
            InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
            try (InputStream content = in == null ? InputStream.nullInputStream() : in) {
                return new ApiAnswer(status, answered, content.readAllBytes());
            }
        } catch (ProtocolException e) {
            throw new CommandFailed(method + " is no method of this API: it has GET, POST, PUT and DELETE.");
        } catch (ConnectException e) {
            throw new CommandFailed("No connector answers at " + base
                    + ". Start one with connect run or connect demo, or say where it is with --url or CONNECT_URL.");
        } catch (SocketTimeoutException e) {
            throw new CommandFailed(
                    "The connector at " + base + " did not answer in time. Whether it did what was asked"
                            + " is unknown: look before you repeat it.");
        } catch (SSLException e) {
            throw new CommandFailed("There is no trusted connection to " + base + ": " + e.getMessage()
                    + ". On the connector's machine the loopback port needs no certificate.");
        } catch (IOException e) {
            throw new CommandFailed("The connection to " + base + " failed: " + e.getMessage());
        }
    }

    private HttpURLConnection open(String method, String path, Map<String, String> headers) throws IOException {
        URI target;
        try {
            target = URI.create(base + path);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("The path " + path + " is not a URL's: encode blanks as %20 and so on.");
        }
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
        connection.setRequestMethod(method.toUpperCase(Locale.ROOT));
        connection.setRequestProperty("Accept", "application/json, */*");
        key.ifPresent(secret -> connection.setRequestProperty("Authorization", "Bearer " + secret));
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    /** The items of a list's answer. */
    static List<JsonNode> items(ApiAnswer answer) {
        return answer.json().path("items").valueStream().toList();
    }

    /** {@code ?a=1&b=2} of the parameters that have a value; nothing when none has. */
    static String query(Map<String, Optional<String>> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> value.ifPresent(text -> query.append(query.length() == 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encode(text))));
        return query.toString();
    }

    /** As part of a path or query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
