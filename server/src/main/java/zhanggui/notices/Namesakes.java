package zhanggui.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import zhanggui.people.Directory;

/** Names that several people have; a new one is known after some minutes. */
@Component
class Namesakes {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private final DSLContext db;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.MIN);

    private record Known(Set<String> names, Instant until) {}

    Namesakes(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    boolean has(String name) {
        var now = clock.instant();
        if (known.until().isBefore(now)) known = new Known(read(), now.plus(KEPT));
        return known.names().contains(name);
    }

    private Set<String> read() {
        var person = Directory.as("namesake");
        return Set.copyOf(db.select(person.name())
                .from(person.table())
                .groupBy(person.name())
                .having(DSL.count().gt(1))
                .fetch(person.name()));
    }
}
