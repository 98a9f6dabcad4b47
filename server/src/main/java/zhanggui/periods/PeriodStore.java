package zhanggui.periods;

import static zhanggui.periods.db.Tables.MONTH;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.periods.MonthStatuses.Moved;

/** How far months are, in PostgreSQL. */
@Repository
class PeriodStore {
    private final DSLContext db;
    private final Clock clock;

    PeriodStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<LocalDate, Moved> moved() {
        return db.selectFrom(MONTH)
                .fetchMap(MONTH.FIRST_DAY, r -> new Moved(PeriodStatus.valueOf(r.getStatus()), r.getVersion()));
    }

    void save(LocalDate first, PeriodStatus status, UUID by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var changed = db.update(MONTH)
                .set(MONTH.STATUS, status.name())
                .set(MONTH.CHANGED_BY, by)
                .set(MONTH.CHANGED_AT, now)
                .set(MONTH.VERSION, MONTH.VERSION.plus(1))
                .where(MONTH.FIRST_DAY.eq(first))
                .execute();
        if (changed > 0) return;
        db.insertInto(MONTH)
                .set(MONTH.FIRST_DAY, first)
                .set(MONTH.STATUS, status.name())
                .set(MONTH.CHANGED_BY, by)
                .set(MONTH.CHANGED_AT, now)
                .execute();
    }

    /** Months are moved one after the other. */
    void lock() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('periods.month', 0))");
    }
}
