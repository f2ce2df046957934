package com.clientpay.connect.diagnostics.activity;

import com.clientpay.connect.http.FinishedRequest;
import com.clientpay.connect.http.RequestObserver;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The last 100 problems this connector answered, in memory. */
public final class RecentProblems implements RequestObserver {
    private static final int KEPT = 100;

    private final Clock clock;
    private final Deque<RecentProblem> problems = new ArrayDeque<>();

    public RecentProblems(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void finished(FinishedRequest request) {
        request.problem()
                .filter(code -> !isSignedOut(request))
                .ifPresent(code -> add(new RecentProblem(
                        clock.instant(),
                        request.requestId(),
                        request.method(),
                        request.route(),
                        request.status(),
                        code,
                        request.caller())));
    }

    /** A console that nobody is signed in to asks whether somebody is: that is no problem. */
    private static boolean isSignedOut(FinishedRequest request) {
        return request.console() && request.status() == 401;
    }

    private synchronized void add(RecentProblem problem) {
        problems.addLast(problem);
        if (problems.size() > KEPT) {
            problems.removeFirst();
        }
    }

    /** The newest first. */
    public synchronized List<RecentProblem> list() {
        List<RecentProblem> newestFirst = new ArrayList<>(problems);
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
