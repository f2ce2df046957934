package com.clientpay.connect.database.mapping;

import java.util.List;

/**
 * Values of which something is true that should not be.
 *
 * @param first some of them, as text
 * @param more whether there are others
 */
public record Examples(List<String> first, boolean more) {
    static final int MOST = 5;

    static Examples of(List<String> found) {
        return new Examples(found.stream().limit(MOST).toList(), found.size() > MOST);
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(", ", first) + (more ? " and others" : "");
    }
}
