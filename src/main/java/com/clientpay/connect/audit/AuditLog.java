package com.clientpay.connect.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of everything that changed settings, keys or postings: who, what, to which. It is written after the commit, to
 * a file of its own, and holds ids only: never a payer's data, never a secret.
 */
public final class AuditLog {
    private static final Logger log = LoggerFactory.getLogger("audit");

    private static final List<Observer> OBSERVERS = new CopyOnWriteArrayList<>();

    /** Is told about every entry, in the thread that writes it: must be quick and must not throw. */
    @FunctionalInterface
    public interface Observer {
        void written(String what);
    }

    private AuditLog() {}

    /** Tells the observer about every entry of this process from now on. */
    public static void observe(Observer observer) {
        OBSERVERS.add(observer);
    }

    /** Ends what {@link #observe} began. */
    public static void forget(Observer observer) {
        OBSERVERS.remove(observer);
    }

    /**
     * @param actor {@code key:NAME} for a caller of the API, {@code cli:USER} for a command, {@code connector} for what it
     *     did by itself
     * @param what the change, such as {@code posting-posted}
     * @param subject the id of what was changed
     * @param detail further ids or states, or blank
     */
    public static void write(String actor, String what, String subject, String detail) {
        log.info("{} {} {} {}", actor, what, subject, detail);
        OBSERVERS.forEach(observer -> observer.written(what));
    }
}
