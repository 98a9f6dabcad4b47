package zhanggui.accounts;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.accounts.db.Tables.CHANGE;
import static zhanggui.accounts.db.Tables.FOLDED_CHANGES;

import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.people.Directory;

/** Counts changes of what viewers are made of, those of the organisation apart. */
@Repository
class Changes {
    /** Longer than any transaction lasts. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext db;

    Changes(DSLContext db) {
        this.db = db;
    }

    /** How far both counts have come: never the same again once a change was committed. */
    record Mark(long accounts, long organisation) {}

    /** What was committed before this question. */
    Mark mark() {
        var accounts = field(select(FOLDED_CHANGES.NUMBER).from(FOLDED_CHANGES))
                .plus(field(select(count()).from(CHANGE)));
        return db.select(accounts, Directory.revision())
                .fetchSingle(r -> new Mark(r.value1().longValue(), r.value2()));
    }

    /** Old rows become a number; the count stays what it is. */
    @Transactional
    void fold() {
        var old = currentOffsetDateTime().minus(val(DayToSecond.valueOf(KEPT)));
        int gone = db.deleteFrom(CHANGE).where(CHANGE.AT.lt(old)).execute();
        db.update(FOLDED_CHANGES)
                .set(FOLDED_CHANGES.NUMBER, FOLDED_CHANGES.NUMBER.plus(gone))
                .execute();
    }
}
