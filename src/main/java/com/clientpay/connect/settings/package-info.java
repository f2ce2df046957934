/**
 * Connect settings: how merchant accounts map to the firm's books, how postings are made, and which Connect fields are
 * shown where. They live in the firm's database, so that every connector on it shares them; each change is one row of the
 * audit trail, written in the same transaction.
 */
package com.clientpay.connect.settings;
