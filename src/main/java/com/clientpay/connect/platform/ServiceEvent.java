package com.clientpay.connect.platform;

/**
 * What the connector reports to the system's event log. The ids are for ever: firms have rules on them. Those of one thousand
 * belong together: 1 life, 2 start refused, 3 database, 4 certificate, 5 keys, 6 batches.
 */
public enum ServiceEvent {
    STARTED(
            1000,
            Level.INFORMATION,
            "The connector started and answers.",
            "The ports are open; the database may still be away, which is event 3000.",
            "Nothing."),
    STOPPED(
            1001,
            Level.INFORMATION,
            "The connector was told to stop, and did.",
            "Requests under way were finished, or their time was over.",
            "Nothing; if nobody stopped it on purpose, find out who did."),
    ENDED_UNEXPECTEDLY(
            1002,
            Level.ERROR,
            "The connector had ended without being stopped.",
            "Noticed at the next start: the process was killed, ran out of memory, or the machine lost its power.",
            "Payments are safe: what was under way is finished now. Look into the logs and the System event log for the time"
                    + " before; if it ran out of memory, give the service more. If it happens again, send connect"
                    + " support-bundle to ClientPay's support."),

    CONFIGURATION_REFUSED(
            2000,
            Level.ERROR,
            "The connector did not start: the configuration has mistakes.",
            "connect.toml, the environment or a secret; every mistake is listed with its line.",
            "Correct what is listed and start it again; connect check looks at all of it without starting."),
    PORT_REFUSED(
            2001,
            Level.ERROR,
            "The connector did not start: it cannot listen.",
            "A port is taken by another program, or the address is none of this machine's.",
            "Stop the program that has the port (netstat -ano), or set another port in section [server]; then start it again."),
    CERTIFICATE_REFUSED(
            2002,
            Level.ERROR,
            "The connector did not start: its certificate cannot be used.",
            "A file of section [tls] is missing or damaged, its password is wrong, or the key is not the certificate's.",
            "Correct section [tls] or the password (connect secret set), and start it again."),
    START_FAILED(
            2003,
            Level.ERROR,
            "The connector did not start.",
            "Something that none of the events 2000 to 2002 is.",
            "Run connect check; if it finds nothing, send connect support-bundle to ClientPay's support."),

    DATABASE_LOST(
            3000,
            Level.ERROR,
            "The connector cannot work with the firm's database.",
            "It is away, or refuses; reported once, until event 3001.",
            "Payments are refused meanwhile and sent again later. Run connect check: it says what is wrong with the database"
                    + " and what to do. The connector goes on by itself when it is back."),
    DATABASE_BACK(
            3001,
            Level.INFORMATION,
            "The connector works with the firm's database again.",
            "After event 3000.",
            "Nothing."),

    CERTIFICATE_EXPIRING(
            4000,
            Level.WARNING,
            "The connector's certificate expires soon.",
            "Within 30 days; reported once a day.",
            "Put a renewed certificate in its place; it is taken up without a restart."),
    CERTIFICATE_EXPIRED(
            4001,
            Level.ERROR,
            "The connector's certificate is out of its dates.",
            "Callers refuse it; reported once a day.",
            "Put a renewed certificate in its place; it is taken up without a restart. If it is not valid yet, look at this"
                    + " machine's clock."),
    CERTIFICATE_NOT_TAKEN(
            4002,
            Level.ERROR,
            "The files of the connector's certificate were changed and cannot be used.",
            "The old certificate stays until the next start, which would fail; reported once a day.",
            "Correct the files that section [tls] names, or the password; connect check says what is wrong."),

    KEY_REVOKED(
            5000,
            Level.INFORMATION,
            "A key was revoked.",
            "By connect key revoke on this machine.",
            "Nothing, if it was on purpose. Its caller needs a new one: connect key create."),
    WRONG_KEYS(
            5001,
            Level.WARNING,
            "Many calls with wrong keys came from one address.",
            "Ten within ten minutes; reported once an hour for each address.",
            "If the address is the cloud's or the portal's, give it a valid key. If it is a stranger's, keep it out:"
                    + " server.allowed_addresses and the firewall."),

    BATCH_UNKNOWN(
            6000,
            Level.WARNING,
            "Nobody knows whether the import has taken a batch.",
            "The connector was interrupted while the file was written, and it is not in the folder.",
            "Look into the import's own report whether it has read that file, then say connect batches resolve NUMBER"
                    + " --written or --not-written. It is not written again by itself.");

    /** As Windows shows it. */
    public enum Level {
        INFORMATION,
        WARNING,
        ERROR
    }

    private final int id;
    private final Level level;
    private final String happened;
    private final String when;
    private final String action;

    ServiceEvent(int id, Level level, String happened, String when, String action) {
        this.id = id;
        this.level = level;
        this.happened = happened;
        this.when = when;
        this.action = action;
    }

    public int id() {
        return id;
    }

    public Level level() {
        return level;
    }

    /** One sentence. */
    public String happened() {
        return happened;
    }

    /** What it comes from, for documentation. */
    public String when() {
        return when;
    }

    /** What its reader should do. */
    public String action() {
        return action;
    }

    /**
     * The whole text of an entry.
     *
     * @param detail what is particular this time; may have several lines, or be blank
     */
    public String text(String detail) {
        return happened + (detail.isBlank() ? "" : "\n\n" + detail.strip()) + "\n\nWhat to do: " + action;
    }
}
