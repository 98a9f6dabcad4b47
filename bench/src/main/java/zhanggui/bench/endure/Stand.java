package zhanggui.bench.endure;

import java.nio.file.Path;
import java.time.Duration;
import zhanggui.bench.data.Kept;
import zhanggui.bench.server.Server;

/**
 * What a trial has: a server with its own PostgreSQL, the company it serves, and how long to try.
 *
 * @param app the folder of the unpacked build
 * @param port of the server; the next three are free
 * @param folder for what a trial needs to write
 * @param disk a small disk for uploads that arrive, where one could be mounted
 * @param brief whether only rules matter, not how fast it is
 */
record Stand(
        Path app,
        Server server,
        Kept kept,
        Lengths lengths,
        int port,
        Path folder,
        SmallDisk disk,
        long seed,
        boolean brief) {
    /**
     * How hard and how long.
     *
     * @param rate requests a second that are held
     * @param restartRate the same while servers restart beside it
     */
    record Lengths(
            double rate,
            Duration warm,
            Duration held,
            Duration peak,
            Duration over,
            Duration after,
            double restartRate) {
        static final Lengths SHORT = new Lengths(40, seconds(3), seconds(6), seconds(4), seconds(5), seconds(2), 10);
        static final Lengths LONG =
                new Lengths(200, seconds(60), Duration.ofMinutes(30), seconds(30), seconds(60), seconds(10), 40);

        /** The same, with the load held for so long, and less time to get warm where that is short. */
        Lengths holding(Duration time) {
            var third = time.dividedBy(3);
            return new Lengths(rate, third.compareTo(warm) < 0 ? third : warm, time, peak, over, after, restartRate);
        }

        private static Duration seconds(int n) {
            return Duration.ofSeconds(n);
        }
    }

    Mix mix(String name) throws Exception {
        return new Mix(server, kept, seed, name);
    }
}
