package com.clientpay.connect.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceEventTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [0-9]{4} \\|.*$");

    @Test
    void every_event_has_an_id_of_its_own_that_the_message_file_has_a_message_for() {
        List<Integer> ids =
                Stream.of(ServiceEvent.values()).map(ServiceEvent::id).toList();
        assertEquals(ids, ids.stream().distinct().sorted().toList());
        assertTrue(ids.stream().allMatch(id -> id > 0 && id <= 65_535), ids::toString);
    }

    @Test
    void the_readme_lists_every_event() throws Exception {
        String wanted = Stream.of(ServiceEvent.values())
                .map(event -> "| " + event.id() + " | "
                        + event.level().name().toLowerCase(Locale.ROOT) + " | " + event.happened() + " | "
                        + event.when()
                        + " | " + event.action() + " |")
                .collect(Collectors.joining("\n"));
        String found = ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
        assertEquals(wanted, found);
    }

    @Test
    void an_entry_says_what_happened_its_detail_and_what_to_do() {
        assertEquals(
                "The connector did not start: it cannot listen.\n\nPort 1 is taken.\n\nWhat to do: "
                        + ServiceEvent.PORT_REFUSED.action(),
                ServiceEvent.PORT_REFUSED.text("Port 1 is taken.\n"));
        assertEquals("The connector started and answers.\n\nWhat to do: Nothing.", ServiceEvent.STARTED.text(""));
    }
}
