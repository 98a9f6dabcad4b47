package zhanggui.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts this server's own PostgreSQL again when it dies under the server, as it does when the machine runs out of
 * memory. Until then calls are answered with 503; nothing that was acknowledged is lost.
 */
final class DatabaseWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private final Path pidFile;
    private final List<String> restart;
    private final Thread watcher;
    private volatile boolean closing;

    /** @param restart the command that starts PostgreSQL with the options it last had, and waits until it answers */
    DatabaseWatch(Path data, List<String> restart) {
        this.pidFile = data.resolve("postmaster.pid");
        this.restart = restart;
        this.watcher = Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    /** Call this before PostgreSQL is stopped on purpose. */
    @Override
    public void close() {
        closing = true;
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!closing) {
                var running = process();
                if (running.isPresent()) running.get().onExit().join();
                if (!closing) revive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        log.error("PostgreSQL has ended while the server runs; starting it again");
        for (var pause = FIRST_PAUSE; !closing; pause = longer(pause)) {
            // What the dead one left has to end first.
            Thread.sleep(pause);
            if (!closing && started()) {
                log.warn("PostgreSQL runs again");
                return;
            }
        }
    }

    private boolean started() throws InterruptedException {
        try {
            var starting = new ProcessBuilder(restart)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return starting.waitFor() == 0;
        } catch (IOException e) {
            log.error("PostgreSQL cannot be started: {}", e.getMessage());
            return false;
        }
    }

    private Optional<ProcessHandle> process() {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException e) {
            log.debug("no process id of PostgreSQL in {}", pidFile, e);
            return Optional.empty();
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
