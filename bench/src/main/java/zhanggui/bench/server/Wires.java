package zhanggui.bench.server;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to the server that are used again and again, as many as are needed at once. */
public final class Wires implements AutoCloseable {
    private final int port;
    private final ConcurrentLinkedDeque<Wire> free = new ConcurrentLinkedDeque<>();

    Wires(int port) {
        this.port = port;
    }

    public Wire.Answer send(byte[] request) throws IOException {
        var idle = free.pollFirst();
        var wire = idle != null ? idle : new Wire(port);
        Wire.Answer answer;
        try {
            answer = wire.send(request);
        } catch (IOException e) {
            wire.close();
            throw e;
        }
        if (wire.isOpen()) free.addFirst(wire);
        else wire.close();
        return answer;
    }

    @Override
    public void close() throws IOException {
        for (var wire = free.poll(); wire != null; wire = free.poll()) wire.close();
    }
}
