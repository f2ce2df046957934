package com.clientpay.connect.api;

import com.clientpay.connect.Connector;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import com.clientpay.connect.keys.Revocation;
import com.clientpay.connect.testfirm.TestConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A whole connector on free ports, in front of a demo firm of its own in memory, with a key for each scope. */
final class TestConnector implements AutoCloseable {
    private final DemoFirm firm;
    private final ConnectConfig config;
    private final Connector connector;
    private final Map<Scope, String> keys = new EnumMap<>(Scope.class);
    private final String allScopes;

    private TestConnector(
            Optional<String> databaseId, UnaryOperator<String> driver, Consumer<TestConnector> beforeItStarts) {
        firm = DemoFirm.open(DemoOptions.STANDARD, (done, total) -> {});
        config = TestConfig.of(driver.apply(firm.url() + ";IFEXISTS=TRUE"), databaseId);
        try (Database database = new Database(DatabasePool.open(config.database()))) {
            KeyService service = new KeyService(database, Clock.systemUTC());
            for (Scope scope : Scope.values()) {
                keys.put(scope, key(service, scope.name().toLowerCase(Locale.ROOT), EnumSet.of(scope)));
            }
            allScopes = key(service, "all", EnumSet.allOf(Scope.class));
        }
        beforeItStarts.accept(this);
        connector = Connector.start(config, () -> TestConfig.loaded(config), Clock.systemUTC(), TestConfig::bundle);
    }

    static TestConnector start() {
        return new TestConnector(Optional.empty(), url -> url, connector -> {});
    }

    /** One whose connections break when the driver is told to. */
    static TestConnector start(BreakingDriver driver) {
        return new TestConnector(Optional.empty(), driver::url, connector -> {});
    }

    /** One whose database forces delayed durability. */
    static TestConnector startWithDelayedDurability() {
        return new TestConnector(
                Optional.empty(),
                url -> url,
                connector -> connector.replaceProcedure("GetInstallation", "delayingDurability"));
    }

    /** One that is configured for another database than it finds. */
    static TestConnector startForOtherDatabase() {
        return new TestConnector(Optional.of("the-real-one"), url -> url, connector -> {});
    }

    private static String key(KeyService service, String name, Set<Scope> scopes) {
        return service.create(new NewKey(name, scopes, List.of(), Optional.empty()), "test")
                .token()
                .reveal();
    }

    String url() {
        return connector.url();
    }

    List<Route> routes() {
        return connector.routes();
    }

    /** The key that has this scope and no other. */
    String key(Scope scope) {
        return keys.get(scope);
    }

    /** A key of every scope. */
    String allScopes() {
        return allScopes;
    }

    /** Makes a key, past the connector. */
    String newKey(String name, Scope... scopes) {
        try (Database database = new Database(DatabasePool.open(config.database()))) {
            return key(new KeyService(database, Clock.systemUTC()), name, Set.of(scopes));
        }
    }

    /** Revokes a key, past the connector. */
    Revocation revokeKey(String name) {
        try (Database database = new Database(DatabasePool.open(config.database()))) {
            return new KeyService(database, Clock.systemUTC()).revoke(name, "test");
        }
    }

    /** Returns when it has come true; fails after twenty seconds. */
    void until(BooleanSupplier isTrue) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It does not come true.");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** A call of the public listener with a key of every scope. */
    ApiCall call(String method, String path) {
        return anonymous(method, path).key(allScopes);
    }

    /** A call of the public listener without a key. */
    ApiCall anonymous(String method, String path) {
        return new ApiCall(connector.url(), method, path);
    }

    /** A call of the loopback listener without a key. */
    ApiCall loopback(String method, String path) {
        return new ApiCall(connector.loopbackUrl(), method, path);
    }

    ApiCall get(String path) {
        return call("GET", path);
    }

    ApiCall put(String path, String json) {
        return call("PUT", path).json(json);
    }

    ApiCall post(String path, String json) {
        return call("POST", path).json(json);
    }

    /** Changes the firm's database, past the connector. */
    void sql(String... statements) {
        try (Connection connection = DriverManager.getConnection(firm.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the procedure is a method of {@link MisbehavingProcedures}. */
    void replaceProcedure(String name, String method) {
        sql(
                "DROP ALIAS clientpay." + name,
                "CREATE ALIAS clientpay." + name + " FOR '" + MisbehavingProcedures.class.getName() + "." + method
                        + "'");
    }

    /** The first column of every row, as text. */
    List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(firm.url());
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (results.next()) {
                values.add(results.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The firm's database is gone; the connector goes on. */
    void takeDatabaseAway() {
        firm.close();
    }

    @Override
    public void close() {
        connector.close();
        firm.close();
    }
}
