package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ServiceSidTest {
    @Test
    void it_is_the_one_that_windows_documents() {
        assertEquals(
                "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464", ServiceSid.of("TrustedInstaller"));
    }

    @Test
    void the_case_of_the_name_does_not_matter() {
        assertEquals(ServiceSid.of("CLIENTPAYCONNECT"), ServiceSid.of(ConnectService.NAME));
    }
}
