package com.clientpay.connect.database;

import java.util.regex.Pattern;

/**
 * Writes a URL of SQL Server's driver, {@code jdbc:sqlserver://host:port;name=value;...}. A value that is more than a word
 * stands in braces, in which nothing but a closing brace has a meaning; that one is doubled.
 */
final class SqlServerUrl {
    static final String BEGINNING = "jdbc:sqlserver://";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]+");

    private final StringBuilder url;

    private SqlServerUrl(String beginning) {
        this.url = new StringBuilder(beginning);
    }

    /** @param address with its port, or without; an IPv6 address cannot stand here */
    static SqlServerUrl to(String address) {
        return new SqlServerUrl(BEGINNING + address);
    }

    /** Goes on with a URL that somebody wrote. */
    static SqlServerUrl continued(String url) {
        return new SqlServerUrl(url.endsWith(";") ? url.substring(0, url.length() - 1) : url);
    }

    SqlServerUrl with(String property, Object value) {
        String text = value.toString();
        url.append(';').append(property).append('=');
        if (WORD.matcher(text).matches()) {
            url.append(text);
        } else {
            url.append('{').append(text.replace("}", "}}")).append('}');
        }
        return this;
    }

    /** Unless the URL has it, in whatever case. */
    SqlServerUrl unlessGiven(String property, Object value) {
        return isGiven(property) ? this : with(property, value);
    }

    private boolean isGiven(String property) {
        return Pattern.compile(";\\s*" + property + "\\s*=", Pattern.CASE_INSENSITIVE)
                .matcher(url)
                .find();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
