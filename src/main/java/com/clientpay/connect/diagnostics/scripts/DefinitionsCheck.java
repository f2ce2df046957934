package com.clientpay.connect.diagnostics.scripts;

import com.clientpay.connect.database.scripts.Batch;
import com.clientpay.connect.database.scripts.CreatedObject;
import com.clientpay.connect.database.scripts.InstalledModule;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether each procedure, function and view has the text of its file: nobody has changed or dropped one by hand. */
record DefinitionsCheck(ScriptSet set, ScriptDatabase database) implements Check {
    static final String NAME = "definitions";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        Map<String, InstalledModule> installed = new HashMap<>();
        database.modules().forEach(module -> installed.put(key(module.qualifiedName()), module));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Script script : set.scripts()) {
            for (Batch batch : script.batches()) {
                Optional<CreatedObject> created =
                        CreatedObject.of(batch).filter(object -> !object.kind().equals("TRIGGER"));
                if (created.isEmpty()) {
                    continue;
                }
                compared++;
                String name = created.get().qualifiedName();
                InstalledModule module = installed.get(key(name));
                if (module == null) {
                    differences.add(name + " is not there (" + script.name() + ").");
                } else if (module.definition().isEmpty()) {
                    differences.add(name + " does not show its text to this login.");
                } else if (!module.isMadeBy(batch.text())) {
                    differences.add(name + " is another one than in " + script.name() + ".");
                }
            }
        }
        return differences.isEmpty()
                ? Finding.pass("all " + compared + " procedures, functions and views are as in their files")
                : Finding.fail(
                        ScriptChecks.listed(
                                differences.size() + " of " + compared
                                        + " procedures, functions and views are not as in their files",
                                differences),
                        "connect scripts apply runs what has changed; with --all it also puts back what was changed or dropped"
                                + " by hand.");
    }

    private static String key(String qualifiedName) {
        return qualifiedName.toLowerCase(Locale.ROOT);
    }
}
