package com.clientpay.connect.cli;

import com.clientpay.connect.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Moves postings one after the other; one that is refused does not keep the others from being moved. */
final class PostingMoves {
    private PostingMoves() {}

    /**
     * @param move the last part of the path: post, remove, reverse, reopen
     * @param wanted the statuses that the move is for
     * @return 0 when every posting has one of them now, else 1
     */
    static int move(
            CommandSpec spec,
            ConnectorOption connector,
            JsonOption json,
            List<String> ids,
            String move,
            Map<String, Object> body,
            Set<String> wanted) {
        Api api = connector.api();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        List<String> unmoved = new ArrayList<>();
        for (String id : ids) {
            ApiAnswer answer;
            try {
                answer = api.post("/v1/postings/" + Api.encode(id) + "/" + move, Json.bytes(body));
            } catch (CommandFailed e) {
                err.println(Terminal.clean(id + ": " + e.getMessage()));
                unmoved.add(id);
                continue;
            }
            JsonNode posting = answer.json();
            if (json.isWanted()) {
                out.println(Shown.raw(answer));
            } else {
                out.println(Terminal.cleanLine(id + " is " + Shown.text(posting, "status")));
            }
            if (!wanted.contains(Shown.text(posting, "status"))) {
                unmoved.add(id);
                posting.path("reasons")
                        .forEach(reason -> err.println(Terminal.cleanLine(
                                "  " + Shown.text(reason, "code") + ": " + Shown.text(reason, "detail"))));
            }
        }
        return unmoved.isEmpty() ? 0 : 1;
    }
}
