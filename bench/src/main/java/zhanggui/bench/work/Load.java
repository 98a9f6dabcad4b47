package zhanggui.bench.work;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/** Does one thing again and again and measures how long it takes. */
final class Load {
    /** So many at once at most; the others wait, and their waiting counts. */
    private static final int MOST_AT_ONCE = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** With so many seconds' worth waiting nothing more is asked: it will not get better. */
    private static final int HOPELESS = 8;

    /** The n-th of whatever is done; it fails by throwing. */
    interface Action {
        void run(int n) throws Exception;
    }

    private Load() {}

    /**
     * At a fixed rate, whether or not the earlier ones are done; the time is taken from when each should have begun.
     * Those that are not done some time after the end count as they stand then.
     */
    static Latencies open(double rate, Duration warm, Duration time, Action action) throws InterruptedException {
        var histogram = new ConcurrentHistogram(3);
        var failures = new AtomicLong();
        var turns = new Semaphore(MOST_AT_ONCE, true);
        var running = ConcurrentHashMap.<Long>newKeySet();
        long start = System.nanoTime();
        long counted = start + warm.toNanos();
        long end = counted + time.toNanos();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int n = 0; ; n++) {
            long due = start + (long) (n / rate * 1e9);
            if (due >= end || running.size() > HOPELESS * rate) break;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) LockSupport.parkNanos(due - now);
            int at = n;
            if (due >= counted) running.add(due);
            threads.execute(() -> {
                try {
                    turns.acquire();
                    try {
                        action.run(at);
                    } finally {
                        turns.release();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) {
                    failed(failures, e);
                }
                if (running.remove(due)) histogram.recordValue((System.nanoTime() - due) / 1000);
            });
        }
        threads.shutdown();
        boolean all = threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        long over = System.nanoTime();
        for (var due : running) if (running.remove(due)) histogram.recordValue((over - due) / 1000);
        if (!all) threads.shutdownNow();
        return new Latencies(histogram.copy(), (over - counted) / 1e9, failures.get());
    }

    /** So many clients, each without pause. */
    static Latencies closed(int clients, Duration warm, Duration time, Action action) throws InterruptedException {
        var histogram = new ConcurrentHistogram(3);
        var failures = new AtomicLong();
        var next = new AtomicInteger();
        long counted = System.nanoTime() + warm.toNanos();
        long end = counted + time.toNanos();
        var last = new AtomicLong(end);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int c = 0; c < clients; c++) {
                threads.execute(() -> {
                    for (long began = System.nanoTime(); began < end; began = System.nanoTime()) {
                        try {
                            action.run(next.getAndIncrement());
                        } catch (Exception e) {
                            failed(failures, e);
                            if (failures.get() > 100) return;
                        }
                        long done = System.nanoTime();
                        if (began >= counted) histogram.recordValue((done - began) / 1000);
                        last.accumulateAndGet(done, Math::max);
                    }
                });
            }
        }
        return new Latencies(histogram.copy(), (last.get() - counted) / 1e9, failures.get());
    }

    private static void failed(AtomicLong failures, Exception e) {
        if (failures.getAndIncrement() == 0) System.err.println("  failed: " + e);
    }
}
