package zhanggui.reports;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zhanggui.reports.db.Tables.DEAL;
import static zhanggui.reports.db.Tables.FURTHEST;
import static zhanggui.reports.db.Tables.SHARE;
import static zhanggui.reports.db.Tables.STAGE;
import static zhanggui.reports.db.Tables.WORKPLACE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.Calendar;
import zhanggui.access.Scope;
import zhanggui.people.Directory;
import zhanggui.texts.Language;

/** The sums behind reports, each one statement over the deals in question. */
@Repository
class FigureStore {
    private static final Condition WON = DEAL.OUTCOME.eq("WON");
    private static final Condition LOST = DEAL.OUTCOME.eq("LOST");
    private static final Condition OPEN = DEAL.OUTCOME.eq("OPEN");
    private final DSLContext db;

    FigureStore(DSLContext db) {
        this.db = db;
    }

    /** The deals in question: whose, in which pipeline and currency, over which days. */
    record Among(Question question, Optional<Set<UUID>> owners, String currency, Calendar calendar) {
        Among over(LocalDate from, LocalDate to) {
            return new Among(new Question(from, to, question.unit(), question.pipeline()), owners, currency, calendar);
        }

        Condition whose() {
            var condition =
                    owners.map(people -> Scope.among(DEAL.OWNER_ID, people)).orElse(noCondition());
            return question.pipeline() == null ? condition : condition.and(DEAL.PIPELINE_ID.eq(question.pipeline()));
        }

        Condition counted() {
            return whose().and(DEAL.CURRENCY.eq(currency));
        }

        Condition closed() {
            var condition = DEAL.CLOSED_ON.isNotNull();
            if (question.from() != null) condition = condition.and(DEAL.CLOSED_ON.ge(question.from()));
            if (question.to() != null) condition = condition.and(DEAL.CLOSED_ON.lt(question.to()));
            return condition;
        }

        Condition created() {
            var condition = noCondition();
            if (question.from() != null) condition = condition.and(DEAL.CREATED_AT.ge(start(question.from())));
            if (question.to() != null) condition = condition.and(DEAL.CREATED_AT.lt(start(question.to())));
            return condition;
        }

        private java.time.OffsetDateTime start(LocalDate day) {
            return calendar.start(day).atOffset(ZoneOffset.UTC);
        }
    }

    record Sum(long count, BigDecimal amount) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);
    }

    record Outcomes(Sum won, Sum lost, Sum open, @Nullable Double cycleDays) {}

    /** What one owner closed while working in one unit. */
    record Closed(
            @Nullable UUID owner,
            @Nullable String ownerName,
            @Nullable UUID unit,
            long won,
            BigDecimal wonAmount,
            long lost) {
        Closed plus(Closed other) {
            return new Closed(
                    owner, ownerName, unit, won + other.won, wonAmount.add(other.wonAmount), lost + other.lost);
        }
    }

    record ByProduct(UUID product, String name, BigDecimal amount, long count) {}

    record Step(
            UUID pipeline,
            UUID stage,
            String name,
            BigDecimal probability,
            long now,
            BigDecimal amount,
            long reached,
            long wonOfReached) {}

    Outcomes outcomes(Among among) {
        var closed = among.closed();
        var cycle = field("{0} - {1}", SQLDataType.INTEGER, DEAL.CLOSED_ON, DEAL.ENGAGED_ON);
        return db.select(
                        count().filterWhere(WON.and(closed)),
                        total(WON.and(closed)),
                        count().filterWhere(LOST.and(closed)),
                        total(LOST.and(closed)),
                        count().filterWhere(OPEN),
                        total(OPEN),
                        avg(cycle).filterWhere(WON.and(closed)))
                .from(DEAL)
                .where(among.counted())
                .and(OPEN.or(closed))
                .fetchSingle(r -> new Outcomes(
                        new Sum(r.value1(), r.value2()),
                        new Sum(r.value3(), r.value4()),
                        new Sum(r.value5(), r.value6()),
                        r.value7() == null ? null : r.value7().doubleValue()));
    }

    TreeMap<YearMonth, Sum> wonByMonth(Among among) {
        var month = field("date_trunc('month', {0})::date", LocalDate.class, DEAL.CLOSED_ON)
                .as("month");
        var months = new TreeMap<YearMonth, Sum>();
        db.select(month, count(), total(noCondition()))
                .from(DEAL)
                .where(among.counted(), WON, among.closed())
                .groupBy(month)
                .forEach(r -> months.put(YearMonth.from(r.value1()), new Sum(r.value2(), r.value3())));
        return months;
    }

    /** By owner and by the unit they worked in on the day of closing. */
    List<Closed> closedByUnit(Among among) {
        return db.select(
                        DEAL.OWNER_ID,
                        WORKPLACE.UNIT_ID,
                        count().filterWhere(WON),
                        total(WON),
                        count().filterWhere(LOST))
                .from(DEAL)
                .leftJoin(WORKPLACE)
                .on(WORKPLACE.PERSON_ID.eq(DEAL.OWNER_ID))
                .and(condition("{0} @> {1}", WORKPLACE.VALID, DEAL.CLOSED_ON))
                .where(among.counted(), among.closed())
                .groupBy(DEAL.OWNER_ID, WORKPLACE.UNIT_ID)
                .fetch(r -> new Closed(r.value1(), null, r.value2(), r.value3(), r.value4(), r.value5()));
    }

    List<Closed> closedByOwner(Among among) {
        var owner = Directory.as("owner");
        return db.select(DEAL.OWNER_ID, owner.name(), count().filterWhere(WON), total(WON), count().filterWhere(LOST))
                .from(DEAL)
                .leftJoin(owner.table())
                .on(owner.id().eq(DEAL.OWNER_ID))
                .where(among.counted(), among.closed())
                .groupBy(DEAL.OWNER_ID, owner.name())
                .fetch(r -> new Closed(r.value1(), r.value2(), null, r.value3(), r.value4(), r.value5()));
    }

    List<ByProduct> wonByProduct(Among among) {
        return db.select(SHARE.PRODUCT_ID, SHARE.PRODUCT_NAME, sum(SHARE.AMOUNT), countDistinct(DEAL.ID))
                .from(DEAL)
                .join(SHARE)
                .on(SHARE.DEAL_ID.eq(DEAL.ID))
                .where(among.counted(), WON, among.closed())
                .groupBy(SHARE.PRODUCT_ID, SHARE.PRODUCT_NAME)
                .fetch(r -> new ByProduct(
                        r.value1(), r.value2(), r.value3() == null ? BigDecimal.ZERO : r.value3(), r.value4()));
    }

    /** The open stages in order: who stands there now, and how many of those created in the period came so far. */
    List<Step> funnel(Among among, Language language) {
        var name = language == Language.EN ? STAGE.NAME_EN : STAGE.NAME;
        var cohort = among.created();
        var far = DEAL.OUTCOME.eq("WON").or(FURTHEST.POSITION.ge(STAGE.POSITION));
        return db.select(
                        STAGE.PIPELINE_ID,
                        STAGE.ID,
                        name,
                        STAGE.PROBABILITY,
                        count(DEAL.ID).filterWhere(OPEN.and(DEAL.STAGE_ID.eq(STAGE.ID))),
                        total(OPEN.and(DEAL.STAGE_ID.eq(STAGE.ID))),
                        count(DEAL.ID).filterWhere(cohort.and(far)),
                        count(DEAL.ID).filterWhere(cohort.and(WON)))
                .from(STAGE)
                .leftJoin(DEAL)
                .on(DEAL.PIPELINE_ID.eq(STAGE.PIPELINE_ID))
                .and(among.counted())
                .leftJoin(FURTHEST)
                .on(FURTHEST.DEAL_ID.eq(DEAL.ID))
                .where(STAGE.OUTCOME.eq("OPEN"), STAGE.PIPELINE_ID.eq(pipeline(among)))
                .groupBy(STAGE.PIPELINE_ID, STAGE.ID, name, STAGE.PROBABILITY, STAGE.POSITION)
                .orderBy(STAGE.POSITION)
                .fetch(r -> new Step(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        r.value8()));
    }

    long inOtherCurrencies(Among among) {
        return db.select(count())
                .from(DEAL)
                .where(among.whose(), DEAL.CURRENCY.ne(among.currency()))
                .and(OPEN.or(among.closed()))
                .fetchSingle()
                .value1();
    }

    /** The pipeline asked for, else the one with the most deals in question. */
    private Field<UUID> pipeline(Among among) {
        if (among.question().pipeline() != null) return val(among.question().pipeline());
        return field(select(DEAL.PIPELINE_ID)
                .from(DEAL)
                .where(among.counted())
                .groupBy(DEAL.PIPELINE_ID)
                .orderBy(count().desc(), DEAL.PIPELINE_ID)
                .limit(1));
    }

    private static Field<BigDecimal> total(Condition which) {
        return coalesce(sum(DEAL.AMOUNT).filterWhere(which), BigDecimal.ZERO);
    }
}
