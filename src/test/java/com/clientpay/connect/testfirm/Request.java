package com.clientpay.connect.testfirm;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls one route without a server. */
public final class Request {
    private final Route route;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private String body = "";

    private Request(Route route) {
        this.route = route;
    }

    /** @param template the route's path as it declares it */
    public static Request of(List<Route> routes, String method, String template) {
        return new Request(routes.stream()
                .filter(route -> route.method().equals(method) && route.path().equals(template))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no route " + method + " " + template)));
    }

    public Request path(String name, String value) {
        path.put(name, value);
        return this;
    }

    public Request parameter(String name, String... values) {
        parameters.put(name, List.of(values));
        return this;
    }

    public Request ifMatch(String tag) {
        headers.put("if-match", List.of(tag));
        return this;
    }

    /** @param name in lower case */
    public Request header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    public Request body(String json) {
        body = json;
        return this;
    }

    public Answer send() {
        Caller caller = new Caller("tester", EnumSet.allOf(Scope.class), "192.0.2.1", false);
        return route.handler()
                .handle(new Exchange(
                        "request-1", caller, path, parameters, headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends it, and expects a refusal. */
    public Problem refusal() {
        Answer answer;
        try {
            answer = send();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("Expected a problem, but was answered " + answer.status());
    }

    /** The JSON body of an answer. */
    public static JsonNode json(Answer answer) {
        return Json.read(new String(((Answer.Bytes) answer.body()).bytes(), StandardCharsets.UTF_8));
    }
}
