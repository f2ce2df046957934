package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assumptions.abort;

/** The database engines that the contract is held on. */
enum Engine {
    H2 {
        @Override
        ContractDatabase open() {
            return H2ContractDatabase.open();
        }
    },
    /** Needs a server: the environment variable CONNECT_TEST_SQLSERVER_URL names it. */
    SQL_SERVER {
        @Override
        ContractDatabase open() {
            return abort(
                    System.getenv("CONNECT_TEST_SQLSERVER_URL") == null
                            ? "Not run on SQL Server: CONNECT_TEST_SQLSERVER_URL is not set."
                            : "Not run on SQL Server: there are no scripts for it yet.");
        }
    };

    /** A database with the contract's scripts and the reference firm's tables, which are empty. */
    abstract ContractDatabase open();
}
