package com.clientpay.connect.posting;

import com.clientpay.connect.http.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code allocations} of a request: 0 to 500 of them, each with exactly one target and an amount above 0.00. */
final class AllocationReader {
    private static final int MAXIMUM = 500;
    private static final int ID_LENGTH = 64;

    private AllocationReader() {}

    /** Empty when the property is absent or wrong; what is wrong is reported to the body. */
    static Optional<List<Allocation>> read(JsonObject body) {
        return body.objects("allocations", 0, MAXIMUM).map(items -> {
            List<Allocation> allocations = new ArrayList<>();
            items.forEach(item -> one(item).ifPresent(allocations::add));
            return List.copyOf(allocations);
        });
    }

    private static Optional<Allocation> one(JsonObject item) {
        Optional<String> invoiceId = target(item, "invoiceId");
        Optional<String> trustLedgerId = target(item, "trustLedgerId");
        Optional<String> matterId = target(item, "matterId");
        Optional<String> invoiceNumber = target(item, "invoiceNumber");
        Optional<BigDecimal> amount = item.required("amount", item.positiveMoney("amount"));
        List<String> given = Stream.of("invoiceId", "invoiceNumber", "trustLedgerId", "matterId")
                .filter(item::has)
                .toList();
        if (given.isEmpty()) {
            item.wrong("invoiceId", "is required, or one of invoiceNumber, trustLedgerId and matterId in its place");
        } else if (given.size() > 1) {
            item.wrong(
                    given.get(given.size() - 1),
                    "must not be given beside " + given.get(0) + ": an allocation has exactly one target");
        }
        return amount.map(a -> new Allocation(invoiceId, trustLedgerId, matterId, invoiceNumber, a));
    }

    private static Optional<String> target(JsonObject item, String name) {
        return item.text(name, 1, ID_LENGTH)
                .flatMap(text -> text.isBlank() ? item.wrong(name, "must not be blank") : Optional.of(text));
    }
}
