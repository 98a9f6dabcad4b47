package zhanggui.reports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhanggui.access.Calendar;
import zhanggui.access.Circle;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.texts.Language;

/**
 * Answers reports, and keeps those over very many deals: for a minute as they are; until half an hour has passed they are
 * still answered, with the moment they are of, and renewed meanwhile. What is kept belongs to a reach: who reaches other
 * deals than before is answered anew.
 */
@Component
class LargeReports {
    static final Duration FRESH = Duration.ofMinutes(1);
    static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 200;
    private static final Logger log = LoggerFactory.getLogger(LargeReports.class);
    private final Reports reports;
    private final CompanySettings company;
    private final Clock clock;
    private final long large;
    private final Map<Key, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST;
        }
    });
    private final Set<Key> renewed = Collections.synchronizedSet(new HashSet<>());
    /** One at a time: nobody waits for them, and those who work go first. */
    private final ExecutorService behind = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("reports-", 0).factory());

    /** @param large how many deals are many */
    LargeReports(Reports reports, CompanySettings company, Clock clock, @Value("${zhanggui.large}") long large) {
        this.reports = reports;
        this.company = company;
        this.clock = clock;
        this.large = large;
    }

    /**
     * All an answer depends on beside the deals.
     *
     * @param viewer absent where everybody with the same grant is answered the same
     */
    private record Key(
            Question question,
            Set<Report.Section> sections,
            Optional<Grant> grant,
            Optional<UUID> viewer,
            Optional<Circle> owners,
            Language language,
            String currency,
            Calendar calendar,
            LocalDate today) {}

    private record Kept(Report report, Instant at) {
        boolean younger(Duration than, Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(than));
        }
    }

    Report answer(Question question, Set<Report.Section> sections, Viewer viewer) {
        var now = clock.instant();
        var key = key(question, sections, viewer, now);
        var known = kept.get(key);
        if (known == null || !known.younger(KEPT, now)) return figure(key, viewer);
        if (!known.younger(FRESH, now)) renew(key, viewer);
        return known.report().asOf(known.at());
    }

    private Key key(Question question, Set<Report.Section> sections, Viewer viewer, Instant now) {
        var grant = viewer.grant(Reports.READ);
        var everything = grant.filter(g -> g.reach() == Reach.ALL).isPresent();
        return new Key(
                question,
                Set.copyOf(sections),
                grant,
                everything ? Optional.empty() : Optional.of(viewer.id()),
                viewer.covered(Reports.READ),
                viewer.language(),
                company.get().currency(),
                viewer.calendar(),
                viewer.calendar().day(now));
    }

    private Report figure(Key key, Viewer viewer) {
        var at = clock.instant();
        var report = reports.answer(key.question(), key.sections(), viewer);
        var deals = report.won().count() + report.lost().count() + report.open().count();
        if (deals >= large) kept.put(key, new Kept(report, at));
        else kept.remove(key);
        return report;
    }

    private void renew(Key key, Viewer viewer) {
        if (!renewed.add(key)) return;
        try {
            behind.execute(() -> {
                try {
                    figure(key, viewer);
                } catch (RuntimeException e) {
                    log.warn("a kept report could not be renewed", e);
                } finally {
                    renewed.remove(key);
                }
            });
        } catch (RejectedExecutionException e) {
            renewed.remove(key);
        }
    }

    @PreDestroy
    void end() {
        behind.shutdownNow();
    }
}
