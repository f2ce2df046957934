package com.clientpay.connect.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listens on, for processes that are started again on the same one. */
public final class FreePort {
    private static final int TRIES = 50;

    private FreePort() {}

    /** The first of two adjacent free ports: one for callers, one for the commands. */
    public static int pair() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = first.getLocalPort();
                if (port < 65_535 && isFree(port + 1)) {
                    return port;
                }
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
