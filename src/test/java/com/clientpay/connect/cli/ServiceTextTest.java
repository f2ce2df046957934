package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.windows.ServiceState;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceTextTest {
    @Test
    void people_read_what_recovery_does_and_what_windows_does_not_tell() {
        StringWriter text = new StringWriter();
        ServiceText.table(FakeService.report(ServiceState.STOPPED, 1067)).print(new PrintWriter(text, true), "");
        assertTrue(text.toString().contains("restart after 5 s, then restart after 60 s"), text.toString());
        assertTrue(text.toString().contains("after 1 day"), text.toString());
        assertTrue(text.toString().contains("1067: its process ended unexpectedly"), text.toString());
        assertTrue(text.toString().contains("this Windows does not tell"), text.toString());
    }

    @Test
    void programs_read_numbers_and_null_for_what_is_not_told() {
        JsonNode json = Json.read(Json.pretty(ServiceText.json(FakeService.report(ServiceState.RUNNING, 0))));
        assertEquals("RUNNING", json.path("state").asString());
        assertEquals(4711, json.path("processId").asInt());
        assertEquals(5, json.path("recovery").path(0).path("afterSeconds").asInt());
        assertEquals(86400, json.path("failuresForgottenAfterSeconds").asInt());
        assertTrue(json.get("recoversFromErrors").isNull());
    }
}
