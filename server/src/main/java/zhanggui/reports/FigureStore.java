package zhanggui.reports;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static zhanggui.reports.Asked.LOST;
import static zhanggui.reports.Asked.OPEN;
import static zhanggui.reports.Asked.WON;
import static zhanggui.reports.db.Tables.DEAL;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was won and lost and is open, each one statement over the deals asked about. */
@Repository
class FigureStore {
    private final DSLContext db;

    FigureStore(DSLContext db) {
        this.db = db;
    }

    /** @param cycleDays mean days from engaging to winning */
    record Outcomes(Sum won, Sum lost, Sum open, @Nullable Double cycleDays) {}

    Outcomes outcomes(Asked asked) {
        var closed = asked.closed();
        var cycle = field("{0} - {1}", SQLDataType.INTEGER, DEAL.CLOSED_ON, DEAL.ENGAGED_ON);
        return db.select(
                        Sum.of(WON.and(closed), asked),
                        Sum.of(LOST.and(closed), asked),
                        Sum.of(OPEN, asked),
                        avg(cycle).filterWhere(WON.and(closed)))
                .from(DEAL)
                .where(asked.whose())
                .and(OPEN.or(closed))
                .fetchSingle(r -> new Outcomes(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4() == null ? null : r.value4().doubleValue()));
    }

    TreeMap<YearMonth, Sum> wonByMonth(Asked asked) {
        var month = field("date_trunc('month', {0})::date", LocalDate.class, DEAL.CLOSED_ON)
                .as("month");
        var months = new TreeMap<YearMonth, Sum>();
        db.select(month, Sum.of(noCondition(), asked))
                .from(DEAL)
                .where(asked.whose(), WON, asked.closed())
                .groupBy(month)
                .forEach(r -> months.put(YearMonth.from(r.value1()), r.value2()));
        return months;
    }
}
