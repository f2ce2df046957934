package com.clientpay.connect.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which demo firm to open.
 *
 * @param size of a firm that has to be made; one that is found keeps its own
 * @param folder where the firm is kept between runs; empty: nothing is left behind
 * @param delivery how receipts reach its books; one that is found must have been made for the same
 */
public record DemoOptions(DemoSize size, Optional<Path> folder, DemoDelivery delivery) {
    /** The firm of the documentation, in memory. */
    public static final DemoOptions STANDARD = new DemoOptions(DemoSize.STANDARD, Optional.empty());

    /** A firm that books at once. */
    public DemoOptions(DemoSize size, Optional<Path> folder) {
        this(size, folder, DemoDelivery.PROCEDURE);
    }
}
