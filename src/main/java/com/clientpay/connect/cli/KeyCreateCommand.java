package com.clientpay.connect.cli;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.CreatedKey;
import com.clientpay.connect.keys.KeyRefusedException;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect key create} */
@Command(
        name = "create",
        description = {
            "Make a key for a caller of the API. The key is shown once, now, and kept nowhere.",
            "A running connector takes it within a second. Give each caller its own, with the scopes it needs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect key create portal --scope read,post,settings --address 203.0.113.0/24",
            "  connect key create auditor --scope read --expires 2027-01-31",
            "",
            "Exit codes:",
            "  0  the key was made",
            "  1  it was not; standard error says why",
            "  2  the command was not understood"
        })
final class KeyCreateCommand implements Runnable {
    @Parameters(paramLabel = "NAME", description = "1 to 32 of a-z, 0-9 and the hyphen; never given twice.")
    private String name;

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "read, post, settings, admin; several with commas.")
    private Set<Scope> scopes;

    @Option(
            names = "--address",
            split = ",",
            paramLabel = "ADDRESS",
            description = "Where calls may come from: addresses, CIDR blocks or ranges. Default: anywhere.")
    private List<String> addresses = List.of();

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            description = "The last day (UTC) on which it is valid. Default: for ever.")
    private LocalDate expires;

    @Mixin
    private JsonOption json;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var expiresAt = Optional.ofNullable(expires)
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        CreatedKey created;
        try (Database open = database.open()) {
            created = new KeyService(open, Clock.systemUTC())
                    .create(new NewKey(name, scopes, addresses, expiresAt), Home.actor());
        } catch (KeyRefusedException e) {
            throw new CommandFailed(e.getMessage());
        }
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("name", name);
            answer.put("key", created.token().reveal());
            out.println(Json.pretty(answer));
            return;
        }
        out.println(created.token().reveal());
        spec.commandLine()
                .getErr()
                .println("This is the only time it is shown. Callers send it as: Authorization: Bearer KEY");
    }
}
