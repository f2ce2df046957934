package com.clientpay.connect.cli;

import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect secret list} */
@Command(
        name = "list",
        description = {
            "List the names of the secrets, and whether each can be opened here. The secrets themselves are not shown.",
            "Use it after a machine was restored or replaced: what was kept on another Windows must be set again."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  every secret can be opened, or there is none",
            "  1  one cannot, or the list could not be had; it says why",
            "  2  the command was not understood"
        })
final class SecretListCommand implements Callable<Integer> {
    /** @param trouble why it cannot be opened, and what to do */
    private record Listed(String name, Optional<String> trouble) {}

    @Mixin
    private JsonOption json;

    @Mixin
    private VaultOption vault;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Listed> secrets = vault.use(store -> {
            List<Listed> found = new ArrayList<>();
            for (String name : store.names()) {
                try {
                    store.find(name);
                    found.add(new Listed(name, Optional.empty()));
                } catch (SecretException e) {
                    found.add(new Listed(name, Optional.of(Sentence.of(e.getMessage()))));
                }
            }
            return found;
        });
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("store", vault.description());
            answer.put("secrets", secrets);
            out.println(Json.pretty(answer));
        } else {
            Table table = new Table("NAME", "STATE");
            secrets.forEach(secret ->
                    table.row(secret.name(), secret.trouble().isEmpty() ? "can be opened" : "cannot be opened"));
            table.print(out, "There is no secret in " + vault.description() + ". connect secret set NAME keeps one.");
            secrets.forEach(
                    secret -> secret.trouble().ifPresent(spec.commandLine().getErr()::println));
        }
        return secrets.stream().allMatch(secret -> secret.trouble().isEmpty()) ? 0 : 1;
    }
}
