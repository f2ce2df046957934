/**
 * Receipts for a system that takes them by its own import: batch files in a folder, and the import's answers.
 *
 * <p>{@link com.clientpay.connect.batches.BatchJob} is what the connector does by itself, {@link
 * com.clientpay.connect.batches.BatchFolder} brings a file into the folder once, {@link
 * com.clientpay.connect.batches.BatchText} makes its bytes, {@link com.clientpay.connect.batches.BatchStore} keeps batches in the
 * database, and {@link com.clientpay.connect.batches.BatchService} is for the people who look after them.
 */
package com.clientpay.connect.batches;
