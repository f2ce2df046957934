package com.clientpay.connect.process;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.KeyService;
import com.clientpay.connect.keys.NewKey;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo firm's books on a database server that several connectors share, with a key for their callers. */
interface SharedFirm extends AutoCloseable {

    /** What the callers send. */
    String key();

    /** The section {@code [database]} of a connector's configuration. */
    String databaseSection();

    /** What that section refers to. */
    Map<String, String> environment();

    /** What lies in it, read through its server. */
    FirmRecords records();

    @Override
    void close();

    /** Makes a key for everything. */
    static String createKey(DatabaseSettings settings) {
        try (Database database = new Database(DatabasePool.open(settings))) {
            NewKey wanted = new NewKey("cloud", EnumSet.allOf(Scope.class), List.of(), Optional.empty());
            return new KeyService(database, Clock.systemUTC())
                    .create(wanted, "cli:test")
                    .token()
                    .reveal();
        }
    }
}
