package com.clientpay.connect.status;

import com.clientpay.connect.config.ConnectConfig.Mode;
import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.status.Status.Delivery;
import com.clientpay.connect.status.Status.MatterSystem;
import com.clientpay.connect.status.Status.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /v1/health/live}, {@code /v1/health/ready}, {@code /v1/status} and {@code /openapi.yaml}. */
public final class StatusRoutes {
    private static final Logger log = LoggerFactory.getLogger(StatusRoutes.class);
    private static final String WORD = "text/plain; charset=utf-8";

    private final Database database;
    private final Mode mode;
    private final Answer description = Answer.text("application/yaml", description());

    public StatusRoutes(Database database, Mode mode) {
        this.database = database;
        this.mode = mode;
    }

    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/v1/health/live", this::live),
                Route.open("GET", "/v1/health/ready", this::ready),
                Route.scoped(Scope.READ, "GET", "/v1/status", this::status),
                Route.open("GET", "/openapi.yaml", this::describe));
    }

    private Answer live(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.text(WORD, "live");
    }

    /** One word, since anybody may ask: the reason is in the log and in {@code connect check}. */
    private Answer ready(Exchange exchange) {
        exchange.withoutQuery();
        return isReady()
                ? Answer.text(WORD, "ready")
                : new Answer(
                        503,
                        Map.of("Retry-After", "5"),
                        new Answer.Bytes(WORD, "not-ready".getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the database answers and its scripts serve this connector. Newer scripts serve older connectors, so a higher version of the contract is right too. */
    public boolean isReady() {
        try {
            return database.one(Contract.GET_INSTALLATION, row -> row.number("ContractVersion")) >= Contract.VERSION;
        } catch (DatabaseException e) {
            log.debug("Not ready", e);
            return false;
        }
    }

    private Answer status(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(database.transaction(transaction -> {
            transaction.rollBack();
            Firm firm = transaction.one(
                    Contract.GET_POSTING_SETTINGS, row -> new Firm(row.text("Currency"), row.text("TimeZone")));
            return transaction.one(Contract.GET_INSTALLATION, row -> status(row, firm));
        }));
    }

    private record Firm(String currency, String timeZone) {}

    private Status status(Row row, Firm firm) {
        return new Status(
                new Versions(Version.current(), row.number("ContractVersion"), row.text("ScriptVersion")),
                mode,
                new MatterSystem(
                        row.text("SystemName"),
                        row.text("SystemTitle"),
                        row.oneOf(Delivery.class, "Delivery"),
                        row.flag("Unapplied"),
                        row.flag("KeepsChangeTime"),
                        row.flag("HasLedgerCodes"),
                        row.flag("HasTransactionTypes")),
                row.text("DatabaseId"),
                row.optionalInstant("LastPostingAt"),
                firm.currency(),
                firm.timeZone());
    }

    private Answer describe(Exchange exchange) {
        exchange.withoutQuery();
        return description;
    }

    private static String description() {
        try (InputStream in = StatusRoutes.class.getResourceAsStream("/openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
