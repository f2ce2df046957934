package com.clientpay.connect.contract;

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
            return SqlServerContractDatabase.open();
        }
    };

    /** A database with the contract's scripts and the reference firm's tables, which are empty. */
    abstract ContractDatabase open();
}
