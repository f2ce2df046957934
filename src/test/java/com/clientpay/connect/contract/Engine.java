package com.clientpay.connect.contract;

/** The database engines that the contract is held on. */
enum Engine {
    H2 {
        @Override
        ContractDatabase open(String pack) {
            return H2ContractDatabase.open(pack);
        }
    },
    /** Needs a server: the environment variable CONNECT_TEST_SQLSERVER_URL names it. */
    SQL_SERVER {
        @Override
        ContractDatabase open(String pack) {
            return SqlServerContractDatabase.open(pack, false);
        }
    },
    /** The same with READ_COMMITTED_SNAPSHOT on: readers see what was, and wait for nobody. */
    SQL_SERVER_SNAPSHOT {
        @Override
        ContractDatabase open(String pack) {
            return SqlServerContractDatabase.open(pack, true);
        }
    };

    /**
     * A database with the contract's scripts and the reference firm's tables, which are empty.
     *
     * @param pack {@code reference}, or {@code reference-batch}: the firm takes receipts by its import
     */
    abstract ContractDatabase open(String pack);
}
