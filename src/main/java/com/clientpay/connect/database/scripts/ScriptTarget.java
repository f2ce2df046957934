package com.clientpay.connect.database.scripts;

/** Which database scripts run in, on which server, and under which login: as the server names them. */
public record ScriptTarget(String database, String server, String login) {
    @Override
    public String toString() {
        return "database " + database + " on " + server + ", as " + login;
    }
}
