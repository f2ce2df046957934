package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.demo.procedures.PostingFilter.Condition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a slice of postings, newest first.
 *
 * <p>Each combination of filters is a statement of its own that reads one index backwards from the slice's start and
 * stops at its end, so that a slice costs the same however many postings there are; several statuses are as many such
 * reads, merged. What the four indexes of a text find is read and sorted, if it is few: no more than {@value #FEW} in one of
 * them. Else the newest {@value #NEWEST} are walked through, which is enough for a text that many begin with; where it is not,
 * all of the many are read after all.
 */
final class PostingSeek {
    private static final int FEW = 1_000;
    private static final int NEWEST = 20_000;
    private static final int FIRST_STRETCH = 500;
    private static final int LONGER = 4;

    /** Where a posting stands in the order. */
    record Key(LocalDateTime createdAt, String postingId) {}

    private static final Comparator<Key> NEWEST_FIRST =
            Comparator.comparing(Key::createdAt).thenComparing(Key::postingId).reversed();

    private final Connection connection;
    private final PostingFilter filter;
    private final Optional<Key> before;
    private final int limit;

    /** @param before the slice begins after this one */
    PostingSeek(Connection connection, PostingFilter filter, Optional<Key> before, int limit) {
        this.connection = connection;
        this.filter = filter;
        this.before = before;
        this.limit = limit;
    }

    /** @param statuses empty: all */
    List<Key> find(Set<String> statuses) throws SQLException {
        if (filter.text() != null && !filter.findsMoreThan(FEW, connection)) {
            return byText(statuses);
        }
        List<Optional<String>> walks = statuses.isEmpty()
                ? List.of(Optional.empty())
                : statuses.stream().map(Optional::of).toList();
        List<Key> merged = new ArrayList<>();
        for (Optional<String> status : walks) {
            if (filter.text() == null) {
                stretch(status, before, limit).forEach(row -> merged.add(row.key));
                continue;
            }
            Optional<List<Key>> found = walk(status);
            if (found.isEmpty()) {
                return byText(statuses);
            }
            merged.addAll(found.get());
        }
        return slice(merged);
    }

    /** What the text leaves of the newest, in stretches that grow; empty when a slice may need older ones. */
    private Optional<List<Key>> walk(Optional<String> status) throws SQLException {
        List<Key> found = new ArrayList<>();
        Optional<Key> from = before;
        int length = FIRST_STRETCH;
        for (int seen = 0; seen < NEWEST; seen += length / LONGER) {
            List<Walked> rows = stretch(status, from, length);
            rows.stream().filter(Walked::fits).map(Walked::key).forEach(found::add);
            if (found.size() >= limit || rows.size() < length) {
                return Optional.of(found);
            }
            from = Optional.of(rows.get(length - 1).key);
            length *= LONGER;
        }
        return Optional.empty();
    }

    private record Walked(Key key, boolean fits) {}

    /** The next so many in the order, and of each whether the text fits. */
    private List<Walked> stretch(Optional<String> status, Optional<Key> from, int length) throws SQLException {
        List<Condition> fits = filter.byText();
        List<Condition> conditions = new ArrayList<>(filter.exceptText());
        status.ifPresent(value -> conditions.add(new Condition("Status = ?", List.of(value))));
        from.ifPresent(key -> conditions.add(after(key)));
        String order = (filter.merchantAccountId() == null ? "" : "MerchantAccountId DESC, ")
                + (status.isEmpty() ? "" : "Status DESC, ") + "CreatedAt DESC, PostingId DESC";
        return Sql.list(
                connection,
                "SELECT CreatedAt, PostingId, "
                        + fits.stream().map(Condition::sql).findFirst().orElse("TRUE") + " AS Fits"
                        + " FROM clientpay_internal.Posting" + where(conditions) + " ORDER BY " + order
                        + " FETCH FIRST " + length + " ROWS ONLY",
                row -> new Walked(key(row), row.getBoolean("Fits")),
                Stream.concat(fits.stream(), conditions.stream())
                        .flatMap(condition -> condition.arguments().stream())
                        .toArray());
    }

    /** All that the text's own indexes find. H2 uses those, since it takes no condition into a part that has an end. */
    private List<Key> byText(Set<String> statuses) throws SQLException {
        List<Condition> conditions = new ArrayList<>(filter.exceptText());
        if (!statuses.isEmpty()) {
            conditions.add(new Condition("Status = ANY(?)", List.of((Object) statuses.toArray(new String[0]))));
        }
        before.ifPresent(key -> conditions.add(after(key)));
        Set<Key> found = new HashSet<>();
        for (String column : PostingFilter.TEXT_COLUMNS) {
            Condition text = filter.startsWithText(column);
            found.addAll(Sql.list(
                    connection,
                    "SELECT CreatedAt, PostingId FROM (SELECT CreatedAt, PostingId, Status, MerchantAccountId, PaymentId"
                            + " FROM clientpay_internal.Posting WHERE " + text.sql() + " FETCH FIRST "
                            + Integer.MAX_VALUE + " ROWS ONLY)" + where(conditions),
                    PostingSeek::key,
                    Stream.concat(Stream.of(text), conditions.stream())
                            .flatMap(condition -> condition.arguments().stream())
                            .toArray()));
        }
        return slice(found);
    }

    private static Condition after(Key key) {
        return new Condition("(CreatedAt, PostingId) < (?, ?)", List.of(key.createdAt, key.postingId));
    }

    private static String where(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : " WHERE "
                        + String.join(
                                " AND ", conditions.stream().map(Condition::sql).toList());
    }

    private List<Key> slice(Collection<Key> keys) {
        return keys.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject("CreatedAt", LocalDateTime.class), row.getString("PostingId"));
    }
}
