package zhanggui.calendar;

import static zhanggui.calendar.db.Tables.DAY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.calendar.db.tables.records.DayRecord;

/** Days told apart, in PostgreSQL. */
@Repository
class CalendarStore {
    private final DSLContext db;
    private final Clock clock;

    CalendarStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<LocalDate, Boolean> all() {
        return db.select(DAY.DAY_, DAY.WORKS).from(DAY).fetchMap(DAY.DAY_, DAY.WORKS);
    }

    List<CalendarDay> of(int year) {
        return db.selectFrom(DAY)
                .where(DAY.DAY_.ge(LocalDate.of(year, 1, 1)).and(DAY.DAY_.lt(LocalDate.of(year + 1, 1, 1))))
                .orderBy(DAY.DAY_)
                .fetch(CalendarStore::day);
    }

    Optional<CalendarDay> find(LocalDate day) {
        return db.selectFrom(DAY).where(DAY.DAY_.eq(day)).fetchOptional(CalendarStore::day);
    }

    void save(LocalDate day, boolean works, TellDay told, UUID by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(DAY)
                .set(DAY.DAY_, day)
                .set(DAY.WORKS, works)
                .set(DAY.NAME_ZH, told.nameZh())
                .set(DAY.NAME_EN, told.nameEn())
                .set(DAY.CHANGED_BY, by)
                .set(DAY.CHANGED_AT, now)
                .onConflict(DAY.DAY_)
                .doUpdate()
                .set(DAY.WORKS, works)
                .set(DAY.NAME_ZH, told.nameZh())
                .set(DAY.NAME_EN, told.nameEn())
                .set(DAY.CHANGED_BY, by)
                .set(DAY.CHANGED_AT, now)
                .set(DAY.VERSION, DAY.VERSION.plus(1))
                .execute();
    }

    void forget(LocalDate day) {
        db.deleteFrom(DAY).where(DAY.DAY_.eq(day)).execute();
    }

    /** Changes to the calendar come one after the other. */
    void lock() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('calendar.day', 0))");
    }

    private static CalendarDay day(DayRecord r) {
        return new CalendarDay(r.getDay(), r.getWorks(), r.getNameZh(), r.getNameEn(), r.getVersion());
    }
}
