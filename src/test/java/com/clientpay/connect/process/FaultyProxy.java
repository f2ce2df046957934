package com.clientpay.connect.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between connectors and their database, and delays what passes or cuts a connection: at any moment, or at a commit
 * that it knows by its bytes ({@link CommitSpotter}).
 */
final class FaultyProxy implements AutoCloseable {
    private static final int PIECE = 16 << 10;

    /** Where a connection is cut. */
    enum Cut {
        /** The commit is not passed on. */
        BEFORE_COMMIT,
        /** Half of its bytes are. */
        DURING_COMMIT,
        /** It is passed on and carried out, and its answer is dropped. */
        AFTER_COMMIT
    }

    private final ServerSocket door;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> wanted = new AtomicReference<>();
    private final Map<Cut, Integer> done = new EnumMap<>(Cut.class);
    private volatile Duration delay = Duration.ZERO;

    /** @param target the database's port on this machine */
    FaultyProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run("proxy", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on each piece of data, in both directions, is held up for so long. */
    void delay(Duration time) {
        delay = time;
    }

    /** The next commit of any connection is cut so; see {@link #isCut}. */
    void cutNextCommit(Cut cut) {
        wanted.set(cut);
    }

    /** Whether the commit that was to be cut has come. */
    boolean isCut() {
        return wanted.get() == null;
    }

    /** Cuts every connection, wherever it is. */
    void cutAll() {
        links.forEach(Link::cut);
    }

    /** How many commits were cut so. */
    synchronized int count(Cut cut) {
        return done.getOrDefault(cut, 0);
    }

    private synchronized void count(Cut cut, int one) {
        done.merge(cut, one, Integer::sum);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Link link = new Link(door.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                links.add(link);
                run("proxy-up", link::up);
                run("proxy-down", link::down);
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5)); // the door is closed, or the database is away
            }
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    /** One connection. */
    private final class Link {
        private final Socket connector;
        private final Socket database;
        private final CommitSpotter commits = new CommitSpotter();
        private volatile boolean dropsAnswer;

        Link(Socket connector, Socket database) throws IOException {
            this.connector = connector;
            this.database = database;
            connector.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
        }

        void up() {
            pass(connector, database, (piece, out) -> {
                Cut cut = commits.isCommit(piece) ? wanted.getAndSet(null) : null;
                if (cut == null) {
                    out.write(piece);
                    return true;
                }
                count(cut, 1);
                if (cut == Cut.DURING_COMMIT) {
                    out.write(piece, 0, piece.length / 2);
                } else if (cut == Cut.AFTER_COMMIT) {
                    dropsAnswer = true;
                    out.write(piece);
                }
                return cut == Cut.AFTER_COMMIT;
            });
        }

        void down() {
            pass(database, connector, (piece, out) -> {
                if (dropsAnswer) {
                    return false;
                }
                out.write(piece);
                return true;
            });
        }

        private void pass(Socket from, Socket to, Passage passage) {
            byte[] buffer = new byte[PIECE];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    LockSupport.parkNanos(delay.toNanos());
                    if (!passage.take(Arrays.copyOf(buffer, count), out)) {
                        return;
                    }
                }
            } catch (IOException e) {
                return; // cut, here or at its other end
            } finally {
                cut();
            }
        }

        void cut() {
            links.remove(this);
            try {
                connector.close();
                database.close();
            } catch (IOException e) {
                return; // closed all the same
            }
        }
    }

    private interface Passage {
        /** Whether the connection goes on. */
        boolean take(byte[] piece, OutputStream out) throws IOException;
    }
}
