package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.demo.procedures.PostingFilter.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a slice of postings, newest first.
 *
 * <p>Each combination of filters is a statement of its own that reads one index backwards from the slice's start and
 * stops at its end, so that a slice costs the same however many postings there are; several statuses are as many such
 * reads, merged. A text is looked up in the four indexes it may be in. Where it matches more than {@value #FEW} rows of
 * one of them, a walk through the newest postings meets enough of them soon, and is what is done.
 */
final class PostingSeek {
    private static final int FEW = 20_000;

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
        List<Condition> also = new ArrayList<>();
        if (filter.text() != null) {
            Optional<Set<String>> few = fewByText();
            if (few.isPresent()) {
                return byIds(few.get(), statuses);
            }
            also.addAll(filter.byText());
        }
        if (statuses.isEmpty()) {
            return walk(Optional.empty(), also);
        }
        List<Key> merged = new ArrayList<>();
        for (String status : statuses) {
            merged.addAll(walk(Optional.of(status), also));
        }
        return slice(merged);
    }

    private List<Key> walk(Optional<String> status, List<Condition> also) throws SQLException {
        List<Condition> conditions = new ArrayList<>(filter.exceptText());
        status.ifPresent(value -> conditions.add(new Condition("Status = ?", List.of(value))));
        before.ifPresent(key -> conditions.add(
                new Condition("(CreatedAt, PostingId) < (?, ?)", List.of(key.createdAt, key.postingId))));
        conditions.addAll(also);
        String order = (filter.merchantAccountId() == null ? "" : "MerchantAccountId DESC, ")
                + (status.isEmpty() ? "" : "Status DESC, ") + "CreatedAt DESC, PostingId DESC";
        return keys(conditions, " ORDER BY " + order + " FETCH FIRST " + limit + " ROWS ONLY");
    }

    /** The ids that the text matches, unless they are many. */
    private Optional<Set<String>> fewByText() throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        for (String column : PostingFilter.TEXT_COLUMNS) {
            List<Key> found = keys(List.of(filter.startsWithText(column)), " FETCH FIRST " + (FEW + 1) + " ROWS ONLY");
            if (found.size() > FEW) {
                return Optional.empty();
            }
            found.forEach(key -> ids.add(key.postingId));
        }
        return Optional.of(ids);
    }

    private List<Key> byIds(Set<String> ids, Set<String> statuses) throws SQLException {
        List<Condition> conditions = new ArrayList<>(filter.exceptText());
        conditions.add(new Condition("PostingId = ANY(?)", List.of((Object) ids.toArray(new String[0]))));
        if (!statuses.isEmpty()) {
            conditions.add(new Condition("Status = ANY(?)", List.of((Object) statuses.toArray(new String[0]))));
        }
        return slice(keys(conditions, "").stream()
                .filter(key -> before.isEmpty() || NEWEST_FIRST.compare(before.get(), key) < 0)
                .toList());
    }

    private List<Key> slice(List<Key> keys) {
        return keys.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private List<Key> keys(List<Condition> conditions, String ending) throws SQLException {
        String where =
                String.join(" AND ", conditions.stream().map(Condition::sql).toList());
        return Sql.list(
                connection,
                "SELECT CreatedAt, PostingId FROM clientpay_internal.Posting"
                        + (where.isEmpty() ? "" : " WHERE " + where) + ending,
                row -> new Key(row.getObject("CreatedAt", LocalDateTime.class), row.getString("PostingId")),
                conditions.stream()
                        .flatMap(condition -> condition.arguments().stream())
                        .toArray());
    }
}
