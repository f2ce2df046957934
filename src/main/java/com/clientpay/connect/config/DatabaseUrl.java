package com.clientpay.connect.config;

import java.util.regex.Pattern;

/** What a JDBC URL may look like, and what of it may be shown. */
public final class DatabaseUrl {
    private static final Pattern PASSWORD = Pattern.compile("(?i)[;?&]\\s*(password|pwd)\\s*=");
    private static final Pattern HIDDEN = Pattern.compile(
            "(?i)([;?&]\\s*\\w*(?:password|pwd|secret|token|principalkey)\\w*\\s*=)(\\{(?:[^}]|}})*}|[^;&]*)");

    private DatabaseUrl() {}

    static void check(String url) throws WrongValueException {
        if (!url.startsWith("jdbc:sqlserver://") && !url.startsWith("jdbc:h2:")) {
            throw new WrongValueException("must be a JDBC URL of SQL Server, such as"
                    + " \"jdbc:sqlserver://SERVER:1433;databaseName=NAME;encrypt=true\".");
        }
        if (PASSWORD.matcher(url).find()) {
            throw new WrongValueException("has the password in it. Take it out, and set database.user and"
                    + " database.password, the latter as a reference such as \"secret:database\".");
        }
        if (url.startsWith("jdbc:sqlserver:")
                && url.substring("jdbc:sqlserver://".length()).matches("([;:].*)?")) {
            throw new WrongValueException("names no server: write jdbc:sqlserver://SERVER:1433;databaseName=NAME.");
        }
    }

    /** The URL with the values of everything that sounds like a secret replaced by stars. */
    public static String masked(String url) {
        return HIDDEN.matcher(url).replaceAll("$1***");
    }
}
