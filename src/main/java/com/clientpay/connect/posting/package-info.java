/**
 * The life of a posting: recorded first, posted into the books second, then reallocated, removed, reversed or reopened.
 *
 * <p>{@link com.clientpay.connect.posting.PostingService} records, {@link com.clientpay.connect.posting.PostingFinisher}
 * takes what is recorded into the books, {@link com.clientpay.connect.posting.PostingMoves} are the moves of people, and
 * {@link com.clientpay.connect.posting.PostingRoutes} is the way in.
 */
package com.clientpay.connect.posting;
