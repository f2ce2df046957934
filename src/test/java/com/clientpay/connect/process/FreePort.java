package com.clientpay.connect.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nobody listens on, for processes that are started again on the same one. */
public final class FreePort {
    private static final int TRIES = 200;
    /** Below those that systems give to outgoing connections, one of which would take a port while its process is away. */
    private static final int FIRST = 12_000;

    private static final int LAST = 31_999;

    private FreePort() {}

    /** The first of two adjacent free ports: one for callers, one for the commands. */
    public static int pair() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new IOException("No two adjacent free ports were found.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
