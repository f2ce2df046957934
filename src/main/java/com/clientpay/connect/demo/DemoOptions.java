package com.clientpay.connect.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which demo firm to open.
 *
 * @param size of a firm that has to be made; one that is found keeps its own
 * @param folder where the firm is kept between runs; empty: nothing is left behind
 */
public record DemoOptions(DemoSize size, Optional<Path> folder) {
    /** The firm of the documentation, in memory. */
    public static final DemoOptions STANDARD = new DemoOptions(DemoSize.STANDARD, Optional.empty());
}
