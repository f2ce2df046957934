package com.clientpay.connect.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jetty.util.NanoTime;

/**
 * The client's end of a streamed answer: knows whether it was the client that failed, and ends the stream for clients
 * that take less than a piece a minute (that they take anything at all, the connection's idle time-out sees to).
 */
final class ClientStream extends FilterOutputStream {
    private static final Duration SLOWEST_PIECE = Duration.ofMinutes(1);

    private boolean gone;

    ClientStream(OutputStream out) {
        super(out);
    }

    /** Whether writing to the client has failed. */
    boolean isGone() {
        return gone;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long start = NanoTime.now();
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            gone = true;
            throw e;
        }
        if (NanoTime.since(start) > SLOWEST_PIECE.toNanos()) {
            gone = true;
            throw new IOException("The client reads too slowly.");
        }
    }

    /** Pieces go out when they are written; a flush of the writer's must not make smaller ones. */
    @Override
    public void flush() {}

    /** The answer ends when the writer returns. */
    @Override
    public void close() {}
}
