package zhanggui.bench.work;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import zhanggui.bench.server.Wires;

/**
 * What the web client asks the server for at once, for one screen.
 *
 * @param label what sets it apart from others of its kind, where they differ
 * @param asks requests as they go over the wire
 */
record Visit(String label, List<byte[]> asks) {
    /** A browser opens no more connections to one server. */
    static final int CONNECTIONS = 6;

    static Visit of(byte[] ask) {
        return new Visit(null, List.of(ask));
    }

    /** Returns when everything has been answered. */
    void make(Wires wires, ExecutorService threads) throws Exception {
        if (asks.size() == 1) ask(wires, asks.getFirst());
        else together(asks, threads, ask -> ask(wires, ask));
    }

    /** What does one of several things. */
    interface Step<T> {
        void take(T thing) throws Exception;
    }

    static <T> void together(List<T> things, ExecutorService threads, Step<T> step) throws Exception {
        var left = new java.util.concurrent.ConcurrentLinkedQueue<>(things);
        Callable<Void> connection = () -> {
            for (var thing = left.poll(); thing != null; thing = left.poll()) step.take(thing);
            return null;
        };
        var all = java.util.Collections.nCopies(Math.min(CONNECTIONS, things.size()), connection);
        for (var done : threads.invokeAll(all)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    static void ask(Wires wires, byte[] ask) throws IOException {
        var answer = wires.send(ask);
        if (answer.status() >= 400) {
            var line = new String(ask, 0, Math.min(ask.length, 300))
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new IOException(answer.status() + " to " + line);
        }
    }
}
