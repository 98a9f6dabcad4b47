package zhanggui.rates;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.val;
import static zhanggui.rates.db.Tables.RATE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.company.CompanyDirectory;
import zhanggui.rates.Rates.SaveRate;
import zhanggui.rates.Rates.Wanted;

/** Rates in PostgreSQL. */
@Repository
class RateStore {
    private final DSLContext db;

    RateStore(DSLContext db) {
        this.db = db;
    }

    /** The latest rate told for each currency on or before each day. */
    Map<Wanted, Rate> on(Collection<Wanted> wanted) {
        var all = List.copyOf(wanted);
        var found = new HashMap<Wanted, Rate>();
        db.resultQuery(
                        """
                        select w.currency, w.day, r.rate, r.valid_from
                        from unnest({0}::text[], {1}::date[]) as w (currency, day)
                        join lateral (
                          select rate, valid_from from rates.rate
                          where rate.currency = w.currency and valid_from <= w.day
                          order by valid_from desc limit 1) r on true""",
                        val(all.stream().map(Wanted::currency).toArray(String[]::new)),
                        val(all.stream().map(Wanted::day).toArray(LocalDate[]::new)))
                .forEach(r -> found.put(
                        new Wanted(r.get(0, String.class), r.get(1, LocalDate.class)),
                        new Rate(r.get(2, java.math.BigDecimal.class), r.get(3, LocalDate.class))));
        return found;
    }

    Optional<RateView> find(UUID id) {
        var company = CompanyDirectory.currency().as("company");
        return db.select(RATE.ID, RATE.CURRENCY, RATE.VALID_FROM, RATE.RATE_, company, RATE.VERSION)
                .from(RATE)
                .where(RATE.ID.eq(id))
                .fetchOptional(r -> new RateView(
                        r.value1(), r.value2(), r.value3(), r.value4().stripTrailingZeros(), r.value5(), r.value6()));
    }

    /** Those that are told for the same days already, by currency and day. */
    Map<Wanted, UUID> known(Collection<Wanted> days) {
        var all = List.copyOf(days);
        var found = new HashMap<Wanted, UUID>();
        db.select(RATE.CURRENCY, RATE.VALID_FROM, RATE.ID)
                .from(RATE)
                .where(RATE.CURRENCY.eq(any(all.stream().map(Wanted::currency).toArray(String[]::new))))
                .and(RATE.VALID_FROM.eq(any(all.stream().map(Wanted::day).toArray(LocalDate[]::new))))
                .forEach(r -> found.put(new Wanted(r.value1(), r.value2()), r.value3()));
        return found;
    }

    UUID add(SaveRate rate, UUID by) {
        return db.insertInto(RATE)
                .set(RATE.CURRENCY, rate.currency())
                .set(RATE.VALID_FROM, rate.from())
                .set(RATE.RATE_, rate.rate())
                .set(RATE.CREATED_BY, by)
                .returningResult(RATE.ID)
                .fetchSingle()
                .value1();
    }

    boolean change(UUID id, SaveRate rate, int version) {
        return db.update(RATE)
                        .set(RATE.CURRENCY, rate.currency())
                        .set(RATE.VALID_FROM, rate.from())
                        .set(RATE.RATE_, rate.rate())
                        .set(RATE.UPDATED_AT, currentOffsetDateTime())
                        .set(RATE.VERSION, version + 1)
                        .where(RATE.ID.eq(id), RATE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(RATE).where(RATE.ID.eq(id)).execute();
    }

    boolean isEmpty() {
        return !db.fetchExists(RATE);
    }
}
