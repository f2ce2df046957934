package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;

/** Whether the pack has the two procedures that write into the books. */
final class HooksCheck extends MappingCheck {
    private final MappingDatabase database;

    HooksCheck(MappingDatabase database) {
        super("hooks", PackCheck.NAME);
        this.database = database;
    }

    @Override
    Finding examine() {
        List<String> missing = List.of("ApplyPosting", "ReversePosting").stream()
                .filter(name -> !database.hasInternal(name, "P"))
                .toList();
        return missing.isEmpty()
                ? Finding.pass("ApplyPosting and ReversePosting are there")
                : Finding.fail(
                        String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " not there",
                        "Create what is missing in the system's pack, with the parameters that systems/template shows.");
    }
}
