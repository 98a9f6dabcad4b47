package zhanggui.backups;

import static zhanggui.backups.db.Tables.INSTALLATION;
import static zhanggui.backups.db.Tables.SCHEDULE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When backups are made, and whether this system came out of one. */
@Repository
class ScheduleStore {
    private final DSLContext db;

    ScheduleStore(DSLContext db) {
        this.db = db;
    }

    Schedule get() {
        return db.selectFrom(SCHEDULE)
                .fetchSingle(r -> new Schedule(
                        r.getEnabled(),
                        r.getAt(),
                        r.getDaily(),
                        r.getWeekly(),
                        r.getDoneOn(),
                        instant(r.getTriedAt()),
                        r.getFailed(),
                        r.getVersion()));
    }

    /** Returns whether nobody changed it meanwhile. */
    boolean change(boolean enabled, LocalTime at, int daily, int weekly, int version) {
        return db.update(SCHEDULE)
                        .set(SCHEDULE.ENABLED, enabled)
                        .set(SCHEDULE.AT, at)
                        .set(SCHEDULE.DAILY, daily)
                        .set(SCHEDULE.WEEKLY, weekly)
                        .set(SCHEDULE.VERSION, version + 1)
                        .where(SCHEDULE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void done(LocalDate day, Instant now) {
        db.update(SCHEDULE)
                .set(SCHEDULE.DONE_ON, day)
                .set(SCHEDULE.TRIED_AT, now.atOffset(ZoneOffset.UTC))
                .setNull(SCHEDULE.FAILED)
                .execute();
    }

    void failed(String why, Instant now) {
        db.update(SCHEDULE)
                .set(SCHEDULE.TRIED_AT, now.atOffset(ZoneOffset.UTC))
                .set(SCHEDULE.FAILED, why)
                .execute();
    }

    /**
     * @param at when this system was made of a backup
     * @param backupAt of when that backup was
     */
    record Restored(Instant at, Instant backupAt) {}

    Optional<Restored> restored() {
        return db.selectFrom(INSTALLATION)
                .where(INSTALLATION.RESTORED_AT.isNotNull())
                .fetchOptional(r -> new Restored(
                        r.getRestoredAt().toInstant(), r.getBackupAt().toInstant()));
    }

    boolean restoredSince(Instant moment) {
        return restored().filter(r -> r.at().isAfter(moment)).isPresent();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
