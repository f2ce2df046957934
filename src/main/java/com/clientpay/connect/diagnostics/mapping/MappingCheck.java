package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.MappingException;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;

/** A check of the mapping views. A question that the database can't answer is a finding of its own. */
abstract class MappingCheck implements Check {
    private final String name;
    private final List<String> needs;

    MappingCheck(String name, String... needs) {
        this.name = name;
        this.needs = List.of(needs);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> needs() {
        return needs;
    }

    @Override
    public final Finding look() {
        try {
            return examine();
        } catch (MappingException e) {
            return Finding.fail(
                    e.getMessage().lines().findFirst().orElse(""),
                    "The view, or a table below it, does not answer. Correct the pack's script and apply it; a time-out on a"
                            + " large database may pass when less is going on.");
        }
    }

    abstract Finding examine();

    /** "1 field is", "2 fields are". */
    static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** A first line, and the particulars below it. */
    static String listed(String first, List<String> particulars) {
        return first + "\n" + String.join("\n", particulars);
    }
}
