package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description beside the server: neither knows what the other does not. */
class DescriptionTest {
    private static final OpenApi DESCRIBED = OpenApi.described();
    private static TestConnector connector;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    @Test
    void every_operation_of_the_server_is_described_and_every_described_one_is_served() {
        Set<String> served = connector.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described =
                DESCRIBED.operations().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", served), String.join("\n", described));
    }

    @Test
    void every_operation_names_the_scope_that_the_server_asks_for() {
        for (Route route : connector.routes()) {
            Operation operation = DESCRIBED.operations().stream()
                    .filter(o -> o.method().equals(route.method()) && o.path().equals(route.path()))
                    .findFirst()
                    .orElseThrow();
            List<String> scope =
                    route.access().scope().map(Scope::name).map(name -> name.toLowerCase(Locale.ROOT)).stream()
                            .toList();

            assertEquals(scope, operation.scopes(), operation::toString);
        }
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_a_tag_that_is_explained() {
        Set<String> tags = DESCRIBED
                .document()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").stringValue())
                .collect(Collectors.toSet());
        Set<String> ids = new HashSet<>();
        for (Operation operation : DESCRIBED.operations()) {
            assertTrue(ids.add(operation.id()), () -> operation.id() + " is there twice");
            assertTrue(operation.node().hasNonNull("summary"), () -> operation + " has no summary");
            assertTrue(tags.contains(operation.node().at("/tags/0").asString()), () -> operation + " has no tag");
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> broken = DESCRIBED.document().findValues("$ref").stream()
                .map(JsonNode::stringValue)
                .filter(reference -> !reference.startsWith("#/")
                        || DESCRIBED.document().at(reference.substring(1)).isMissingNode())
                .toList();

        assertEquals(List.of(), broken);
    }

    @Test
    void every_example_keeps_to_its_schema() {
        List<String> wrong = new ArrayList<>();
        check(DESCRIBED.document(), "", wrong);

        assertEquals(List.of(), wrong);
    }

    private static void check(JsonNode node, String where, List<String> wrong) {
        JsonNode schema = node.path("schema");
        if (schema.isObject() && node.has("example")) {
            DESCRIBED.violations(schema, node.get("example")).forEach(violation -> wrong.add(where + violation));
        }
        if (node.path("examples").isArray()) {
            node.get("examples")
                    .forEach(example ->
                            DESCRIBED.violations(node, example).forEach(violation -> wrong.add(where + violation)));
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> check(entry.getValue(), where + "/" + entry.getKey(), wrong));
        } else {
            node.forEach(item -> check(item, where + "/-", wrong));
        }
    }

    @Test
    void the_description_is_served_as_it_is_in_the_jar() {
        Reply reply = connector.anonymous("GET", "/openapi.yaml").send().expect(200);

        assertTrue(reply.text().startsWith("openapi: 3.1.0"), reply.text());
        connector
                .anonymous("GET", "/openapi.yaml")
                .header("If-None-Match", reply.etag())
                .send()
                .expect(304);
        connector.anonymous("GET", "/openapi.yaml").parameter("v", "2").send().expectProblem(400, "bad-query");
    }
}
