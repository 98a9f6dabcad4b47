package zhanggui.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A line to the database that counts how often something is asked and waited for, and makes each time slow if told to. */
final class SlowLine {
    private final ServerSocket here;
    private final int there;
    private final AtomicLong trips = new AtomicLong();
    private volatile Duration delay = Duration.ZERO;

    /** @param there the port of the database on this machine */
    SlowLine(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    void delay(Duration each) {
        delay = each;
    }

    /** How many round trips there have been. */
    long trips() {
        return trips.get();
    }

    private void accept() {
        try {
            while (true) connect(here.accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Socket client) throws IOException {
        var database = new Socket(InetAddress.getLoopbackAddress(), there);
        client.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        var answered = new AtomicBoolean(true);
        carry(client, database, () -> {
            if (!answered.getAndSet(false)) return;
            trips.incrementAndGet();
            if (delay.isPositive()) Thread.sleep(delay);
        });
        carry(database, client, () -> answered.set(true));
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private static void carry(Socket from, Socket to, Step before) {
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[1 << 16];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    before.take();
                    out.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // One side has gone; the other goes with it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
