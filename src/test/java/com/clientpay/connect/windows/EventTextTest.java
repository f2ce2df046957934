package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.platform.ServiceEvent;
import org.junit.jupiter.api.Test;

class EventTextTest {
    @Test
    void a_detail_that_is_too_long_is_cut_and_what_to_do_stays() {
        String text = EventText.of(ServiceEvent.CONFIGURATION_REFUSED, "x\n".repeat(40_000), 30_000);
        assertEquals(30_000, text.length());
        assertTrue(text.endsWith("What to do: " + ServiceEvent.CONFIGURATION_REFUSED.action()), text);
    }

    @Test
    void what_windows_would_take_for_a_parameter_is_none() {
        String text = EventText.of(ServiceEvent.WRONG_KEYS, "From fe80::1%4, 100% wrong\nagain", 30_000);
        assertTrue(text.contains("\r\n\r\nFrom fe80::1% 4, 100% wrong\r\nagain\r\n\r\n"), text);
    }
}
