package com.clientpay.connect.config;

import java.util.Set;

/** The variables that begin with CONNECT_ but override no setting. */
final class EnvironmentVariables {

    /** For the launchers, the commands and tests. CONNECT_TEST_ and anything may follow. */
    static final Set<String> OTHERS = Set.of(
            "CONNECT_CONFIG",
            "CONNECT_DBA_PASSWORD",
            "CONNECT_HOME",
            "CONNECT_JAVA_HOME",
            "CONNECT_KEY",
            "CONNECT_URL",
            "CONNECT_OPTS");

    private EnvironmentVariables() {}

    static boolean isOther(String name) {
        return OTHERS.contains(name) || name.startsWith("CONNECT_TEST_");
    }
}
