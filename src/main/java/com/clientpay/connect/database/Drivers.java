package com.clientpay.connect.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connects with the one driver that a URL is for. {@link DriverManager} loads every driver before it gives one: for H2 it is
 * not asked, since SQL Server's driver, whose jar is signed, would take a tenth of the demo's start.
 */
final class Drivers implements DataSource {
    private final String url;

    private Drivers(String url) {
        this.url = url;
    }

    /** Of this URL; whether there is a driver for it is seen at the first connection. */
    static DataSource of(String url) {
        return new Drivers(url);
    }

    /**
     * A new connection.
     *
     * @throws SQLException also when no driver takes the URL
     */
    static Connection connect(String url, Properties properties) throws SQLException {
        return new Drivers(url).connect(properties);
    }

    private Connection connect(Properties properties) throws SQLException {
        return driver().connect(url, properties);
    }

    private Driver driver() throws SQLException {
        return url.startsWith("jdbc:h2:") ? new org.h2.Driver() : DriverManager.getDriver(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(new Properties());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return connect(login);
    }

    /** Of all drivers, as the pool wants it. */
    @Override
    public void setLoginTimeout(int seconds) {
        DriverManager.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return DriverManager.getLoginTimeout();
    }

    @Override
    public PrintWriter getLogWriter() {
        return DriverManager.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        DriverManager.setLogWriter(writer);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
