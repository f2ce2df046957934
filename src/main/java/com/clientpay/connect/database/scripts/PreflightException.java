package com.clientpay.connect.database.scripts;

import java.util.List;

/** The database is not one that a pack is for. Its message has the whole list, a line each; nothing was created. */
public final class PreflightException extends ScriptException {
    private static final long serialVersionUID = 1L;

    private final transient List<Misfit> misfits;

    public PreflightException(String system, List<Misfit> misfits) {
        super(message(system, misfits));
        this.misfits = List.copyOf(misfits);
    }

    /** At least one. */
    public List<Misfit> misfits() {
        return misfits;
    }

    private static String message(String system, List<Misfit> misfits) {
        int place = width(
                "MISSING OR DIFFERENT", misfits.stream().map(Misfit::place).toList());
        int expected = width("EXPECTED", misfits.stream().map(Misfit::expected).toList());
        String row = "%-" + place + "s  %-" + expected + "s  %s\n";
        StringBuilder text = new StringBuilder();
        text.append("This database is not as the scripts of system ")
                .append(system)
                .append(" need it: ")
                .append(misfits.size())
                .append(misfits.size() == 1 ? " difference" : " differences")
                .append(". Nothing was created.\n\n");
        text.append(row.formatted("MISSING OR DIFFERENT", "EXPECTED", "FOUND"));
        misfits.forEach(one -> text.append(row.formatted(one.place(), one.expected(), one.found())));
        return text.append(
                        "\nIs it the right database, and the right --system? If it is, send this list to ClientPay's support: the")
                .append(" system is of another version, or the firm has changed its tables.")
                .toString();
    }

    private static int width(String heading, List<String> cells) {
        return cells.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }
}
