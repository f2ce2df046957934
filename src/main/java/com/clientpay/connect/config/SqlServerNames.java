package com.clientpay.connect.config;

import java.util.regex.Pattern;

/** How a SQL Server, its instances and its databases are named, and what people write instead. */
final class SqlServerNames {
    private static final int LONGEST_NAME = 128;
    /** As the set-up of SQL Server allows it: at most 16 characters, no blanks. */
    private static final Pattern INSTANCE = Pattern.compile("[\\p{L}_][\\p{L}0-9_$]{0,15}");

    private SqlServerNames() {}

    /** Names of Windows machines may have an underscore, other than those of the internet. */
    static void server(String text) throws WrongValueException {
        if (text.contains("\\")) {
            throw new WrongValueException(
                    "is '" + text + "', but the instance after the backslash belongs into database.instance.");
        }
        if (text.equals(".") || text.equalsIgnoreCase("(local)")) {
            throw new WrongValueException("is \"" + text + "\": write \"localhost\" for this machine.");
        }
        if (!NetworkAddress.isHost(text.replace('_', '-'))) {
            throw new WrongValueException("is \"" + text
                    + "\", but must be an address or a host name alone; the port belongs into database.port.");
        }
    }

    static void instance(String text) throws WrongValueException {
        if (!INSTANCE.matcher(text).matches()) {
            throw new WrongValueException("is \"" + text
                    + "\", but must be the name of an instance, such as \"SQLEXPRESS\": what follows the backslash in"
                    + " SERVER\\SQLEXPRESS.");
        }
        if (text.equalsIgnoreCase("MSSQLSERVER")) {
            throw new WrongValueException("is \"" + text + "\", which is the default instance: leave it out.");
        }
    }

    static void name(String text) throws WrongValueException {
        if (text.length() > LONGEST_NAME) {
            throw new WrongValueException("has " + text.length() + " characters, but may have " + LONGEST_NAME + ".");
        }
    }
}
