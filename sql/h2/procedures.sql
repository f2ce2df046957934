-- The procedures of the contract, for H2: each is a Java class of the same name in com.clientpay.connect.demo.procedures.
-- Runs after reference.sql. One line each, by feature and name.

-- The installation
CREATE ALIAS clientpay.AdoptDatabase FOR 'com.clientpay.connect.demo.procedures.AdoptDatabase.call';
CREATE ALIAS clientpay.CheckMapping FOR 'com.clientpay.connect.demo.procedures.CheckMapping.call';
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

-- Settings
CREATE ALIAS clientpay.BeginFields FOR 'com.clientpay.connect.demo.procedures.BeginFields.call';
CREATE ALIAS clientpay.DeleteMerchantAccount FOR 'com.clientpay.connect.demo.procedures.DeleteMerchantAccount.call';
CREATE ALIAS clientpay.GetPostingSettings FOR 'com.clientpay.connect.demo.procedures.GetPostingSettings.call';
CREATE ALIAS clientpay.ListMerchantAccounts FOR 'com.clientpay.connect.demo.procedures.ListMerchantAccounts.call';
CREATE ALIAS clientpay.ListSettingsEvents FOR 'com.clientpay.connect.demo.procedures.ListSettingsEvents.call';
CREATE ALIAS clientpay.PutField FOR 'com.clientpay.connect.demo.procedures.PutField.call';
CREATE ALIAS clientpay.PutMerchantAccount FOR 'com.clientpay.connect.demo.procedures.PutMerchantAccount.call';
CREATE ALIAS clientpay.PutPostingSettings FOR 'com.clientpay.connect.demo.procedures.PutPostingSettings.call';

-- Keys
CREATE ALIAS clientpay.CreateApiKey FOR 'com.clientpay.connect.demo.procedures.CreateApiKey.call';
CREATE ALIAS clientpay.ListApiKeys FOR 'com.clientpay.connect.demo.procedures.ListApiKeys.call';
CREATE ALIAS clientpay.RevokeApiKey FOR 'com.clientpay.connect.demo.procedures.RevokeApiKey.call';

-- Reconciliation
CREATE ALIAS clientpay.Reconcile FOR 'com.clientpay.connect.demo.procedures.Reconcile.call';
CREATE ALIAS clientpay.ReconcileDifferences FOR 'com.clientpay.connect.demo.procedures.ReconcileDifferences.call';

-- Postings
CREATE ALIAS clientpay.AddAllocation FOR 'com.clientpay.connect.demo.procedures.AddAllocation.call';
CREATE ALIAS clientpay.CountPostings FOR 'com.clientpay.connect.demo.procedures.CountPostings.call';
CREATE ALIAS clientpay.CountWaitingPostings FOR 'com.clientpay.connect.demo.procedures.CountWaitingPostings.call';
CREATE ALIAS clientpay.FindPosting FOR 'com.clientpay.connect.demo.procedures.FindPosting.call';
CREATE ALIAS clientpay.GetPosting FOR 'com.clientpay.connect.demo.procedures.GetPosting.call';
CREATE ALIAS clientpay.ListDuePostings FOR 'com.clientpay.connect.demo.procedures.ListDuePostings.call';
CREATE ALIAS clientpay.ListPostings FOR 'com.clientpay.connect.demo.procedures.ListPostings.call';
CREATE ALIAS clientpay.PostPosting FOR 'com.clientpay.connect.demo.procedures.PostPosting.call';
CREATE ALIAS clientpay.PurgePayers FOR 'com.clientpay.connect.demo.procedures.PurgePayers.call';
CREATE ALIAS clientpay.ReallocatePosting FOR 'com.clientpay.connect.demo.procedures.ReallocatePosting.call';
CREATE ALIAS clientpay.RefusePosting FOR 'com.clientpay.connect.demo.procedures.RefusePosting.call';
CREATE ALIAS clientpay.RemovePosting FOR 'com.clientpay.connect.demo.procedures.RemovePosting.call';
CREATE ALIAS clientpay.ReopenPosting FOR 'com.clientpay.connect.demo.procedures.ReopenPosting.call';
CREATE ALIAS clientpay.ResolvePosting FOR 'com.clientpay.connect.demo.procedures.ResolvePosting.call';
CREATE ALIAS clientpay.ReversePosting FOR 'com.clientpay.connect.demo.procedures.ReversePosting.call';
CREATE ALIAS clientpay.SubmitPosting FOR 'com.clientpay.connect.demo.procedures.SubmitPosting.call';

-- Batches
CREATE ALIAS clientpay.CountBatches FOR 'com.clientpay.connect.demo.procedures.CountBatches.call';
CREATE ALIAS clientpay.GetBatch FOR 'com.clientpay.connect.demo.procedures.GetBatch.call';
CREATE ALIAS clientpay.ListBatchLines FOR 'com.clientpay.connect.demo.procedures.ListBatchLines.call';
CREATE ALIAS clientpay.ListBatches FOR 'com.clientpay.connect.demo.procedures.ListBatches.call';
CREATE ALIAS clientpay.ListImportAnswers FOR 'com.clientpay.connect.demo.procedures.ListImportAnswers.call';
CREATE ALIAS clientpay.LockBatches FOR 'com.clientpay.connect.demo.procedures.LockBatches.call';
CREATE ALIAS clientpay.NextBatchNumber FOR 'com.clientpay.connect.demo.procedures.NextBatchNumber.call';
CREATE ALIAS clientpay.PurgeBatches FOR 'com.clientpay.connect.demo.procedures.PurgeBatches.call';
CREATE ALIAS clientpay.RefuseReceipt FOR 'com.clientpay.connect.demo.procedures.RefuseReceipt.call';
CREATE ALIAS clientpay.ResolveBatch FOR 'com.clientpay.connect.demo.procedures.ResolveBatch.call';
CREATE ALIAS clientpay.SealBatch FOR 'com.clientpay.connect.demo.procedures.SealBatch.call';
CREATE ALIAS clientpay.SealBatchLine FOR 'com.clientpay.connect.demo.procedures.SealBatchLine.call';
CREATE ALIAS clientpay.SetBatchState FOR 'com.clientpay.connect.demo.procedures.SetBatchState.call';
CREATE ALIAS clientpay.TakeImportAnswer FOR 'com.clientpay.connect.demo.procedures.TakeImportAnswer.call';
