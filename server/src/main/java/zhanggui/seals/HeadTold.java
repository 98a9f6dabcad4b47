package zhanggui.seals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes at the start of the server and once a day how far the log is sealed, into the server's log and the file of heads:
 * a log that is cut off or rewritten by whoever owns the database does not fit what was told before.
 */
@Component
class HeadTold {
    private static final Logger log = LoggerFactory.getLogger(HeadTold.class);
    private static final Duration PAUSE = Duration.ofDays(1);
    private final LogVerification verification;
    private final HeadFile file;
    private final Clock clock;
    private @Nullable Instant told;

    HeadTold(LogVerification verification, HeadFile file, Clock clock) {
        this.verification = verification;
        this.file = file;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atTheStart() {
        tell();
    }

    /** Looks more often than it tells: a new log has no head at the start of its server. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    synchronized void tell() {
        var now = clock.instant();
        if (told != null && told.plus(PAUSE).isAfter(now)) return;
        try {
            var head = verification.head();
            if (head == null) return;
            log.info("Audit log sealed up to {}", head.line());
            file.add(head);
            told = now;
        } catch (DataAccessException e) {
            log.warn("The head of the audit log cannot be read: {}", e.getMessage());
        }
    }
}
