package com.clientpay.connect.database.signoff;

import java.util.List;

/**
 * The same total of the firm's books, computed in two independent ways.
 *
 * @param measure AR or TRUST
 * @param title what is compared
 * @param firstWay in words
 * @param secondWay in words
 * @param different the items whose amounts differ, and by how much in all, without signs
 * @param largest the largest of them, at most {@link SignOffDatabase#MOST_DIFFERENCES}
 */
public record Comparison(
        String name,
        String measure,
        String title,
        String firstWay,
        String secondWay,
        Sum first,
        Sum second,
        Sum different,
        List<Difference> largest) {}
