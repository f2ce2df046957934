package com.clientpay.connect.diagnostics.bundle;

import com.clientpay.connect.diagnostics.activity.RecentProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Makes the zip for support, as {@code connect support-bundle} does, of the connector that runs. */
@FunctionalInterface
public interface SupportBundle {

    /**
     * Writes the zip; takes a minute at most for each of its files.
     *
     * @param problems the last ones that the connector has answered, the newest first
     */
    void write(OutputStream out, List<RecentProblem> problems) throws IOException;
}
