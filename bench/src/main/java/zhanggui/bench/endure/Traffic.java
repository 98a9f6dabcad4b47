package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import zhanggui.bench.server.Wires;

/** Sends requests at a rate whether or not earlier ones are answered, or from so many clients without pause. */
final class Traffic {
    /** What is not answered so long after the end has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** The n-th request as it goes over the wire. */
    interface Source {
        byte[] request(long n);
    }

    private Traffic() {}

    static Tally at(double rate, Duration time, Wires wires, Source source) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return at(rate, () -> System.nanoTime() >= end, wires, source);
    }

    /** @param over whether nothing more is to be asked */
    static Tally at(double rate, BooleanSupplier over, Wires wires, Source source) throws InterruptedException {
        var tally = new Tally();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; !over.getAsBoolean(); n++) {
                long due = start + (long) (n / rate * 1e9);
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
                var request = source.request(n);
                threads.execute(() -> send(request, due, wires, tally));
            }
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                tally.failed("no answer");
                threads.shutdownNow();
            }
        }
        return tally;
    }

    static Tally without(int clients, Duration time, Wires wires, Source source) {
        var tally = new Tally();
        var next = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int c = 0; c < clients; c++) {
                threads.execute(() -> {
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        send(source.request(next.getAndIncrement()), now, wires, tally);
                    }
                });
            }
        }
        return tally;
    }

    private static void send(byte[] request, long due, Wires wires, Tally tally) {
        try {
            tally.answered(wires.send(request), line(request), due);
        } catch (IOException | RuntimeException e) {
            tally.failed(e + " to " + line(request));
        }
    }

    /** Method and path, without the question. */
    private static String line(byte[] request) {
        var head = new String(request, 0, Math.min(request.length, 200), StandardCharsets.UTF_8);
        return head.lines().findFirst().orElse("").replaceAll("[?].*| HTTP.*", "");
    }
}
