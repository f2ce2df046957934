package com.clientpay.connect.books;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The fields that lists can be searched by, read again once they are a minute old: they change only with the scripts, and
 * every search asks for them.
 */
final class SearchFields {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Read(List<SearchField> fields, Instant at) {}

    private final Database database;
    private final Clock clock;
    private volatile Read last = new Read(List.of(), Instant.EPOCH);

    SearchFields(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<SearchField> all() {
        Read read = last;
        Instant now = clock.instant();
        if (now.isAfter(read.at().plus(KEPT)) || now.isBefore(read.at())) {
            read = new Read(database.list(Contract.LIST_FIELDS, SearchField::of), now);
            last = read;
        }
        return read.fields();
    }
}
