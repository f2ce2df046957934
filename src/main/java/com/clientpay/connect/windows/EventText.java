package com.clientpay.connect.windows;

import com.clientpay.connect.platform.ServiceEvent;

/** The text of an entry as Windows takes it. */
final class EventText {
    private EventText() {}

    /**
     * With Windows' line ends and not too long: what is cut is the detail, never what to do. A percent sign before a digit would
     * be taken for a parameter (ReportEvent's documentation names addresses such as fe80::1%4), so a blank goes between.
     */
    static String of(ServiceEvent event, String detail, int most) {
        String whole = windows(event.text(detail));
        if (whole.length() <= most) {
            return whole;
        }
        String shortest = windows(event.text("…"));
        String cut = windows(detail.strip());
        return windows(event.text(cut.substring(0, Math.max(0, most - shortest.length())) + "…"));
    }

    private static String windows(String text) {
        return text.replaceAll("%(?=[0-9])", "% ").replaceAll("\\r?\\n", "\r\n");
    }
}
