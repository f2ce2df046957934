package com.clientpay.connect.database.scripts;

import java.util.List;
import java.util.Optional;

/**
 * What the database says has been installed in it; all empty before the first script has run.
 *
 * @param system whose pack; empty before one has run
 * @param history oldest first
 */
public record Installed(Optional<String> system, List<AppliedScript> history) {

    /** The last run of the script with this name. */
    public Optional<AppliedScript> last(String scriptName) {
        return history.stream().filter(row -> row.name().equals(scriptName)).reduce((earlier, later) -> later);
    }

    /**
     * The system to work with: the one asked for, else the installed one.
     *
     * @throws ScriptException when another one is installed, or none is and none was asked for
     */
    public String systemOr(Optional<String> asked) {
        if (asked.isEmpty()) {
            return system.orElseThrow(
                    () -> new ScriptException(
                            "No system is installed in this database yet. Name the one whose scripts are to run with --system."));
        }
        if (system.isPresent() && !system.equals(asked)) {
            throw new ScriptException("The system " + system.get() + " is installed in this database, so scripts of "
                    + asked.get()
                    + " are refused: what was posted was posted by the one, and the other would not find it."
                    + " Check --system and the database's name in the URL.");
        }
        return asked.get();
    }
}
