package com.clientpay.connect.settings;

import com.clientpay.connect.books.AccountKind;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The body of PUT /v1/merchant-accounts/{id}. It may be what GET answered: then {@code id} must be the path's, and
 * {@code version} asks for the stored one as {@code If-Match} does.
 *
 * @param account as wanted; its version is not looked at
 * @param expectedVersion what header and body ask for
 */
record MerchantAccountRequest(MerchantAccount account, Optional<Long> expectedVersion) {

    /**
     * @param ifMatch read only once the body is known to be right, as for every other change
     * @throws ProblemException 422 naming everything that is wrong; 412 when header and body ask for two versions
     */
    static MerchantAccountRequest read(String id, JsonObject body, Supplier<Optional<Long>> ifMatch) {
        if (!Formats.isId(id)) {
            body.wrong("id", "must have 1 to 64 visible ASCII characters without blanks, in the path");
        }
        body.id("id")
                .filter(sent -> !sent.equals(id))
                .ifPresent(sent -> body.wrong("id", "must be the id of the path, " + id + ", or absent"));
        Optional<String> name = required(body, "name", 200);
        Optional<AccountKind> kind = body.required("kind", body.oneOf("kind", AccountKind.class));
        Optional<String> ledgerCode = filled(body, "ledgerCode", body.text("ledgerCode", 1, 64));
        Optional<String> transactionType = filled(body, "transactionType", body.text("transactionType", 1, 64));
        Optional<String> bankAccountId = required(body, "bankAccountId", 64);
        Optional<Long> version = body.integer("version", 0, Integer.MAX_VALUE).map(Long::valueOf);
        body.check();

        Optional<Long> header = ifMatch.get();
        if (header.isPresent() && version.isPresent() && !header.equals(version)) {
            throw Problem.changedMeanwhile().asException();
        }
        return new MerchantAccountRequest(
                new MerchantAccount(
                        id,
                        name.orElseThrow(),
                        kind.orElseThrow(),
                        ledgerCode,
                        transactionType,
                        bankAccountId.orElseThrow(),
                        0),
                header.or(() -> version));
    }

    private static Optional<String> required(JsonObject body, String name, int maximum) {
        return filled(body, name, body.required(name, body.text(name, 1, maximum)));
    }

    /** Without blanks at its ends, which not every database keeps; a text of nothing else is wrong. */
    private static Optional<String> filled(JsonObject body, String name, Optional<String> text) {
        return text.flatMap(t -> t.isBlank() ? body.wrong(name, "must not be blank") : Optional.of(t.strip()));
    }
}
