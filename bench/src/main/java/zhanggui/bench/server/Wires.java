package zhanggui.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to the server that are used again and again, as many as are needed at once. */
public final class Wires implements AutoCloseable {
    /** The server ends connections that nobody used for twenty seconds. */
    private static final long USABLE_NANOS = Duration.ofSeconds(10).toNanos();

    private final int port;
    private final ConcurrentLinkedDeque<Idle> free = new ConcurrentLinkedDeque<>();

    private record Idle(Wire wire, long since) {}

    public Wires(int port) {
        this.port = port;
    }

    public Wire.Answer send(byte[] request) throws IOException {
        var wire = open();
        Wire.Answer answer;
        try {
            answer = wire.send(request);
        } catch (IOException e) {
            wire.close();
            throw e;
        }
        if (wire.isOpen()) free.addFirst(new Idle(wire, System.nanoTime()));
        else wire.close();
        return answer;
    }

    private Wire open() throws IOException {
        for (var idle = free.pollFirst(); idle != null; idle = free.pollFirst()) {
            if (System.nanoTime() - idle.since() < USABLE_NANOS) return idle.wire();
            idle.wire().close();
        }
        return new Wire(port);
    }

    @Override
    public void close() throws IOException {
        for (var idle = free.poll(); idle != null; idle = free.poll())
            idle.wire().close();
    }
}
