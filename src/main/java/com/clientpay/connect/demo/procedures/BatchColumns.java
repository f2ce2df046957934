package com.clientpay.connect.demo.procedures;

/** The columns of a batch {@code b}, in the contract's order. */
final class BatchColumns {
    static final String SELECT = """
            SELECT b.Number, b.FileName, b.State, b.StateSince, b.StateBy, b.Token, b.Receipts, b.Lines, b.Total, b.Sha256,
                   b.SealedAt, (SELECT COUNT(*) FROM clientpay_internal.BatchLine l
                                WHERE l.BatchNumber = b.Number AND l.Answer IS NULL AND l.Position = 0)""";

    private BatchColumns() {}
}
