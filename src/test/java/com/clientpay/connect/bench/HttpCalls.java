package com.clientpay.connect.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * A client in a process of its own, over sockets, so that it costs as little as possible: arguments URL, key, {@code get} or
 * {@code post}, path or invoice count, threads, seconds. Prints a {@link Throughput}.
 */
final class HttpCalls {
    private HttpCalls() {}

    public static void main(String[] arguments) throws Exception {
        URI url = URI.create(arguments[0]);
        String key = arguments[1];
        boolean isGet = arguments[2].equals("get");
        String run = Long.toString(System.nanoTime(), 36);
        System.out.println(Callers.run(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), number -> {
                    Requests requests = isGet
                            ? n -> get(arguments[3], key)
                            : new Payments(run + "-" + number, key, Integer.parseInt(arguments[3]), number);
                    return new Connection(url, requests);
                })
                .line());
    }

    /** The bytes of a request. */
    private interface Requests {
        byte[] request(long number);
    }

    private static byte[] get(String path, String key) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Payments with two allocations each, of one cent each. */
    private record Payments(String name, String key, int invoices, Random random) implements Requests {
        Payments(String name, String key, int invoices, int seed) {
            this(name, key, invoices, new Random(seed));
        }

        @Override
        public byte[] request(long number) {
            String id = name + "-" + number;
            String body =
                    """
                    {"paymentId":"%s","merchantAccountId":"operating","amount":"0.02","paymentDate":"2026-11-20",\
                    "allocations":[{"invoiceId":"%s","amount":"0.01"},{"invoiceId":"%s","amount":"0.01"}]}""".formatted(id, DirectCalls.invoice(random, invoices), DirectCalls.invoice(random, invoices));
            return ("POST /v1/postings HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                            + "\r\nIdempotency-Key: " + id + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** A connection that is kept. */
    private static final class Connection implements Callers.Caller {
        private final Socket socket;
        private final InputStream in;
        private final Requests requests;

        Connection(URI url, Requests requests) throws IOException {
            this.socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
            this.in = new BufferedInputStream(socket.getInputStream(), 65536);
            this.requests = requests;
        }

        @Override
        public boolean call(long number) throws IOException {
            socket.getOutputStream().write(requests.request(number));
            int status = Integer.parseInt(line().split(" ")[1]);
            long length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
                chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            }
            if (chunked) {
                for (int size = -1; size != 0; ) {
                    size = Integer.parseInt(line().strip(), 16);
                    in.skipNBytes(size);
                    line();
                }
            }
            in.skipNBytes(length);
            return status == 200 || status == 201;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
