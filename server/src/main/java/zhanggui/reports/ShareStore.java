package zhanggui.reports;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static zhanggui.reports.Asked.LOST;
import static zhanggui.reports.Asked.WON;
import static zhanggui.reports.db.Tables.DEAL;
import static zhanggui.reports.db.Tables.LINE;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** Who, where and what made up what was won; each one statement over the deals asked about. */
@Repository
class ShareStore {
    /**
     * A deal's amount shared among its lines by their own amounts, equally where those are all zero. What is rounded off
     * one line falls to the next, so that the shares of a deal are its amount to the cent.
     */
    private static final Field<BigDecimal> SHARE =
            field("""
            case when {1} is null then {3}
                 when sum({2}) over (partition by {0}) = 0
                 then round({3} * row_number() over (partition by {0} order by {1}) / count(*) over (partition by {0}), 2)
                    - round({3} * (row_number() over (partition by {0} order by {1}) - 1) / count(*) over (partition by {0}), 2)
                 else round({3} * sum({2}) over (partition by {0} order by {1}) / sum({2}) over (partition by {0}), 2)
                    - round({3} * (sum({2}) over (partition by {0} order by {1}) - {2}) / sum({2}) over (partition by {0}), 2)
            end""", BigDecimal.class, DEAL.ID, LINE.POSITION, LINE.AMOUNT, DEAL.BASE_AMOUNT);

    private final DSLContext db;

    ShareStore(DSLContext db) {
        this.db = db;
    }

    /**
     * What someone closed, or what was closed somewhere.
     *
     * @param settled of a unit: whether it has always been where it is counted
     */
    record Closed(@Nullable UUID id, @Nullable String name, Sum won, long lost, boolean settled) {}

    record Sold(@Nullable UUID product, @Nullable String name, Sum won) {}

    /**
     * By the units right below {@code top}, or at the top where that is absent: each deal in the one its owner worked in,
     * or below, on the day of closing, as the tree stood then. Those right in {@code top} count there, those elsewhere
     * in none.
     */
    List<Closed> closedByUnit(Asked asked, @Nullable UUID top) {
        var b = Directory.belonging("part");
        var there = top == null
                ? b.parent().isNull()
                : b.parent().eq(top).or(b.unit().eq(top).and(b.own()));
        var byUnit = db.select(
                        b.unit(),
                        Directory.unitName(b.unit()),
                        Sum.of(WON, asked),
                        count().filterWhere(LOST),
                        field(Directory.alwaysBelow(b.unit(), top)))
                .from(DEAL)
                .leftJoin(b.table())
                .on(b.of(DEAL.OWNER_ID, DEAL.CLOSED_ON), there)
                .where(asked.whose(), asked.closed())
                .groupBy(b.unit());
        // How many people count where is not known to the planner: it would walk the tree again for each deal.
        db.execute("set local enable_nestloop = off");
        var closed = byUnit.fetch(r -> new Closed(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
        db.execute("set local enable_nestloop = on");
        return closed;
    }

    List<Closed> closedByOwner(Asked asked) {
        var owner = Directory.as("owner");
        return db.select(DEAL.OWNER_ID, owner.name(), Sum.of(WON, asked), count().filterWhere(LOST))
                .from(DEAL)
                .leftJoin(owner.table())
                .on(owner.id().eq(DEAL.OWNER_ID))
                .where(asked.whose(), asked.closed())
                .groupBy(DEAL.OWNER_ID, owner.name())
                .fetch(r -> new Closed(r.value1(), r.value2(), r.value3(), r.value4(), true));
    }

    /** By every product of the lines; deals without lines are of no product. */
    List<Sold> wonByProduct(Asked asked) {
        var shares = select(
                        DEAL.ID.as("deal"),
                        LINE.PRODUCT_ID.as("product"),
                        LINE.PRODUCT_NAME.as("name"),
                        field(asked.priced()).as("priced"),
                        SHARE.as("share"))
                .from(DEAL)
                .leftJoin(LINE)
                .on(LINE.DEAL_ID.eq(DEAL.ID))
                .where(asked.whose(), WON, asked.closed())
                .asTable("shares");
        var deal = shares.field("deal", UUID.class);
        var product = shares.field("product", UUID.class);
        var name = shares.field("name", String.class);
        var priced = trueCondition().and(shares.field("priced", Boolean.class));
        return db.select(
                        product,
                        name,
                        countDistinct(deal),
                        countDistinct(deal).filterWhere(priced),
                        coalesce(sum(shares.field("share", BigDecimal.class)).filterWhere(priced), BigDecimal.ZERO))
                .from(shares)
                .groupBy(product, name)
                .fetch(r -> new Sold(r.value1(), r.value2(), new Sum(r.value3(), r.value4(), r.value5())));
    }
}
