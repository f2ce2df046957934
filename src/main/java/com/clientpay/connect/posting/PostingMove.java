package com.clientpay.connect.posting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people do to a posting, named as the paths of the API name it. */
enum PostingMove {
    POST("posted"),
    ALLOCATIONS("reallocated"),
    REMOVE("removed"),
    REVERSE("reversed"),
    REOPEN("reopened");

    private final String done;

    PostingMove(String done) {
        this.done = done;
    }

    /** The word for a posting that it was done to. */
    String done() {
        return done;
    }

    /** The moves that change the posting as it stands. */
    static List<PostingMove> allowedFrom(Posting posting) {
        return switch (posting.status()) {
            case PENDING, INCOMPLETE -> List.of(POST, ALLOCATIONS, REMOVE);
            case POSTED -> List.of(REVERSE);
            case REMOVED -> List.of(REOPEN);
            case REVERSED -> wasCorrection(posting) ? List.of(REOPEN) : List.of();
            case QUEUED, REVERSING -> List.of();
        };
    }

    /** The reason stands at the beginning of what the history tells of the reversal. */
    private static boolean wasCorrection(Posting posting) {
        return posting.history().stream()
                .flatMap(event -> reversalReason(event).stream())
                .reduce((earlier, later) -> later)
                .filter(ReversalReason.CORRECTION::equals)
                .isPresent();
    }

    private static Optional<ReversalReason> reversalReason(HistoryEvent event) {
        boolean reversal = event.what().equals(PostingStatus.REVERSING.name())
                || event.what().equals(PostingStatus.REVERSED.name());
        return Arrays.stream(ReversalReason.values())
                .filter(reason -> reversal && event.detail().orElse("").startsWith(reason.name()))
                .findFirst();
    }

    /** As paths and answers write it. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
