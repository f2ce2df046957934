package com.clientpay.connect.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a path. A fixed path wins over a template; a template's {@code {name}} is one segment. */
final class Router {
    private final Map<String, Resource> fixed = new HashMap<>();
    private final Map<String, Resource> templates = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two routes have the same method and path */
    Router(List<Route> routes) {
        for (Route route : routes) {
            Map<String, Resource> resources = route.path().contains("{") ? templates : fixed;
            resources.computeIfAbsent(route.path(), Resource::new).add(route);
        }
    }

    /** The resource that the decoded segments name. */
    Optional<Found> find(List<String> segments) {
        Resource exact = fixed.get("/" + String.join("/", segments));
        if (exact != null) {
            return Optional.of(new Found(exact, Map.of()));
        }
        for (Resource resource : templates.values()) {
            Optional<Found> found = resource.match(segments).map(values -> new Found(resource, values));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param values the values of the template, by name */
    record Found(Resource resource, Map<String, String> values) {

        /** The route for the method: HEAD goes where GET goes. 405 when there is none. */
        Route route(String method) {
            Route route = resource.methods.get(method.equals("HEAD") ? "GET" : method);
            if (route == null) {
                String allowed = String.join(", ", resource.allowed());
                throw Problem.of(
                                405,
                                "method-not-allowed",
                                "Method not allowed",
                                resource.path + " answers " + allowed + " only.")
                        .header("Allow", allowed)
                        .asException();
            }
            return route;
        }
    }

    /** A path with its methods. */
    static final class Resource {
        private final String path;
        private final List<String> parts;
        private final Map<String, Route> methods = new HashMap<>();

        private Resource(String path) {
            this.path = path;
            this.parts = List.of(path.substring(1).split("/", -1));
        }

        String path() {
            return path;
        }

        private void add(Route route) {
            if (methods.put(route.method(), route) != null) {
                throw new IllegalArgumentException("Two routes for " + route.method() + " " + path);
            }
        }

        private Set<String> allowed() {
            Set<String> allowed = new TreeSet<>(methods.keySet());
            if (allowed.contains("GET")) {
                allowed.add("HEAD");
            }
            return allowed;
        }

        private Optional<Map<String, String>> match(List<String> segments) {
            if (segments.size() != parts.size()) {
                return Optional.empty();
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                String segment = segments.get(i);
                if (part.startsWith("{") && !segment.isEmpty()) {
                    values.put(part.substring(1, part.length() - 1), segment);
                } else if (!part.equals(segment)) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }
}
