package com.clientpay.connect.diagnostics.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Makes the zip for support, as {@code connect support-bundle} does, of the connector that runs. */
@FunctionalInterface
public interface SupportBundle {

    /** Writes the zip; takes a minute at most for each of its files. */
    void write(OutputStream out) throws IOException;
}
