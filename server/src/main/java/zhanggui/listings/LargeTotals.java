package zhanggui.listings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Totals over so many rows that the database takes long to count them: kept for a minute for the same question asked with
 * the same reach. Smaller ones are counted each time.
 */
@Component
class LargeTotals {
    static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1000;
    private final DSLContext db;
    private final Clock clock;
    private final long large;
    private final Map<String, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    });

    /** @param large how many rows are many */
    LargeTotals(DSLContext db, Clock clock, @Value("${zhanggui.large}") long large) {
        this.db = db;
        this.clock = clock;
        this.large = large;
    }

    private record Kept(Totals totals, Instant at) {
        boolean holds(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    /** @param parts which rows, as far as whoever asks reaches: part of what is kept under */
    Totals of(Listing list, List<Condition> parts, List<Column> columns, Supplier<Totals> count) {
        var question = question(list, parts, columns);
        var now = clock.instant();
        var known = kept.get(question);
        if (known != null && known.holds(now)) return known.totals();
        var totals = count.get();
        if (totals.count() >= large) kept.put(question, new Kept(totals, now));
        else if (known != null) kept.remove(question, known);
        return totals;
    }

    private String question(Listing list, List<Condition> parts, List<Column> columns) {
        var text = new StringBuilder(list.name());
        columns.stream().filter(Column::totalled).forEach(c -> text.append(' ').append(c.key()));
        parts.forEach(part -> text.append('\n').append(db.renderInlined(part)));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
