package com.clientpay.connect.api;

import com.clientpay.connect.http.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;

/** An answer of the connector, which was found to be as described. */
record Reply(ApiCall call, HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    JsonNode json() {
        return Json.read(text());
    }

    /** The text at a JSON pointer. */
    String at(String pointer) {
        JsonNode value = json().at(pointer);
        return value.isString() ? value.stringValue() : value.toString();
    }

    List<JsonNode> items() {
        return json().get("items").valueStream().toList();
    }

    /** The value of the member in each item. */
    List<String> items(String member) {
        return items().stream().map(item -> item.get(member).asString()).toList();
    }

    /** The code of the problem. */
    String problem() {
        return at("/type").replace("urn:clientpay:problem:", "");
    }

    /** The pointers of everything that was found wrong. */
    List<String> wrongPlaces() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.get("pointer").stringValue())
                .toList();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    String etag() {
        return header("ETag").orElseThrow();
    }

    Set<String> headerNames() {
        return response.headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The content type without its parameters. */
    String contentType() {
        return header("Content-Type").orElse("").replaceAll(";.*", "").strip();
    }

    Reply expect(int status) {
        Assertions.assertEquals(status, status(), () -> call + " was answered " + status() + ": " + text());
        return this;
    }

    Reply expectProblem(int status, String code) {
        expect(status);
        Assertions.assertEquals(code, problem(), () -> call + " was answered " + text());
        return this;
    }
}
