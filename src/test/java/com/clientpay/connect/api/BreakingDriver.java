package com.clientpay.connect.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** H2's driver, on a network that breaks at a commit when a test says so. */
final class BreakingDriver implements Driver, AutoCloseable {

    /** What of a commit is lost. */
    enum Loss {
        NOTHING,
        /** It never reaches the database, which undoes the transaction. */
        COMMIT,
        /** It is done, and nobody learns of it. */
        ANSWER
    }

    /** A call that ends by a commit too, with nothing in it. */
    private static final Pattern READING =
            Pattern.compile("clientpay\\.(Get|List|Find|Search|Sync|Count|Check|Reconcile)");

    private final String prefix = "jdbc:breaking:" + UUID.randomUUID() + ":";
    private final AtomicReference<Loss> next = new AtomicReference<>(Loss.NOTHING);

    private BreakingDriver() {}

    static BreakingDriver register() {
        BreakingDriver driver = new BreakingDriver();
        try {
            DriverManager.registerDriver(driver);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return driver;
    }

    /** The URL by which this driver connects to the other one's. */
    String url(String url) {
        return prefix + url;
    }

    /** The next commit of something written is lost. */
    void loses(Loss loss) {
        next.set(loss);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = DriverManager.getConnection(url.substring(prefix.length()), info);
        AtomicBoolean written = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareCall")
                            && !READING.matcher((String) arguments[0]).find()) {
                        written.set(true);
                    }
                    if (method.getName().equals("commit")) {
                        commit(real, written.getAndSet(false) ? next.getAndSet(Loss.NOTHING) : Loss.NOTHING);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void commit(Connection real, Loss loss) throws SQLException {
        if (loss == Loss.COMMIT) {
            real.rollback();
        } else {
            real.commit();
        }
        if (loss != Loss.NOTHING) {
            real.close();
            throw new SQLException("The network broke.", "08S01");
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(prefix);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public void close() {
        try {
            DriverManager.deregisterDriver(this);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
