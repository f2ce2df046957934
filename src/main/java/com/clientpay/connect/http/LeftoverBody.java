package com.clientpay.connect.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Takes what a client still sends after it was refused. A connection that is closed while bytes arrive is reset, and the
 * reset can overtake the answer: the client would see a broken connection instead of the problem. So the rest is thrown
 * away as it comes, without holding a thread, up to a bound in bytes and time; then the connection ends.
 */
final class LeftoverBody implements Runnable {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_SECONDS = 5;

    private final Request request;
    private final Callback callback;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Scheduler.Task deadline;
    private long bytes;

    private LeftoverBody(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
        this.deadline = request.getComponents().getScheduler().schedule(this::finish, MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** Completes the callback when nothing is left, or enough was taken. */
    static void discard(Request request, Callback callback) {
        if (!RequestBody.isAnnounced(request) || request.getHeaders().contains(HttpHeader.EXPECT)) {
            callback.succeeded();
        } else {
            new LeftoverBody(request, callback).run();
        }
    }

    @Override
    public void run() {
        while (!over.get()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            bytes += chunk.remaining();
            boolean last = chunk.isLast() || Content.Chunk.isFailure(chunk) || bytes > MOST_BYTES;
            chunk.release();
            if (last) {
                finish();
            }
        }
    }

    private void finish() {
        if (over.compareAndSet(false, true)) {
            deadline.cancel();
            callback.succeeded();
        }
    }
}
