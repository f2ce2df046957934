package com.clientpay.connect.posting;

import java.util.Optional;

/**
 * What became of a move, as it was committed.
 *
 * @param posting as it stands after it; empty when there is none, or the move was rolled back
 */
record Moved(MoveOutcome outcome, Optional<Posting> posting) {}
