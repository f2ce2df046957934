-- The procedures of the contract, for H2: each is a Java class of the same name in com.clientpay.connect.demo.procedures.
-- Runs after reference.sql. One line each, by feature and name.

-- The installation
CREATE ALIAS clientpay.GetInstallation FOR 'com.clientpay.connect.demo.procedures.GetInstallation.call';

-- The books
CREATE ALIAS clientpay.GetInvoice FOR 'com.clientpay.connect.demo.procedures.GetInvoice.call';
CREATE ALIAS clientpay.GetMatter FOR 'com.clientpay.connect.demo.procedures.GetMatter.call';
CREATE ALIAS clientpay.GetSyncWatermark FOR 'com.clientpay.connect.demo.procedures.GetSyncWatermark.call';
CREATE ALIAS clientpay.ListBankAccounts FOR 'com.clientpay.connect.demo.procedures.ListBankAccounts.call';
CREATE ALIAS clientpay.ListFields FOR 'com.clientpay.connect.demo.procedures.ListFields.call';
CREATE ALIAS clientpay.ListLedgerCodes FOR 'com.clientpay.connect.demo.procedures.ListLedgerCodes.call';
CREATE ALIAS clientpay.ListTransactionTypes FOR 'com.clientpay.connect.demo.procedures.ListTransactionTypes.call';
CREATE ALIAS clientpay.SearchInvoices FOR 'com.clientpay.connect.demo.procedures.SearchInvoices.call';
CREATE ALIAS clientpay.SearchMatters FOR 'com.clientpay.connect.demo.procedures.SearchMatters.call';
CREATE ALIAS clientpay.SearchTrustLedgers FOR 'com.clientpay.connect.demo.procedures.SearchTrustLedgers.call';
CREATE ALIAS clientpay.SyncInvoices FOR 'com.clientpay.connect.demo.procedures.SyncInvoices.call';
