package com.clientpay.connect.diagnostics.checks;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tries ports of this machine. */
interface PortProbe {

    /** How a port stands. */
    enum State {
        FREE,
        TAKEN,
        /** This user may not listen there: ports below 1024 on some systems. */
        FORBIDDEN,
        /** The host is no address of this machine. */
        ELSEWHERE
    }

    State state(String host, int port);

    /** Whether a connector's loopback listener answers at this port. */
    boolean isConnector(int loopbackPort);

    /** The real thing. */
    final class Real implements PortProbe {
        private static final int TIMEOUT_MILLIS = 2000;

        @Override
        public State state(String host, int port) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
                return State.FREE;
            } catch (UnknownHostException e) {
                return State.ELSEWHERE;
            } catch (BindException e) {
                String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
                return text.contains("assign")
                        ? State.ELSEWHERE
                        : text.contains("permission") ? State.FORBIDDEN : State.TAKEN;
            } catch (IOException e) {
                return State.TAKEN;
            }
        }

        @Override
        public boolean isConnector(int loopbackPort) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create("http://127.0.0.1:" + loopbackPort + "/v1/health/live")
                                .toURL()
                                .openConnection();
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                connection.setInstanceFollowRedirects(false);
                try (InputStream in = connection.getInputStream()) {
                    return connection.getHeaderField("X-Request-Id") != null
                            && "live".equals(new String(in.readNBytes(16), StandardCharsets.UTF_8).strip());
                }
            } catch (IOException e) {
                return false;
            }
        }
    }
}
