package zhanggui.accounts;

import static org.jooq.impl.DSL.val;
import static zhanggui.accounts.db.Tables.ADDRESS_FAILURE;
import static zhanggui.accounts.db.Tables.FAILURE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Failed attempts in PostgreSQL, so that all servers count together. */
@Repository
class AttemptStore {
    private final DSLContext db;

    AttemptStore(DSLContext db) {
        this.db = db;
    }

    /** @param count how many attempts failed in a row */
    record Failure(int count, Instant retryAfter) {}

    Optional<Failure> failure(String key) {
        return db.selectFrom(FAILURE)
                .where(FAILURE.KEY.eq(key))
                .fetchOptional(r -> new Failure(r.getCount(), r.getRetryAfter().toInstant()));
    }

    /**
     * Counts an attempt; once {@code free} in a row have failed, each next one has to wait twice as long as the last.
     *
     * @return false when it is too early for another
     */
    boolean attempt(String key, Instant now, int free, Duration longestWait) {
        var at = now.atOffset(ZoneOffset.UTC);
        return db.execute("""
                        insert into accounts.failure as f (key, count, retry_after) values ({0}, 1, {1})
                        on conflict (key) do update set
                          count = f.count + 1,
                          retry_after = {1} + case when f.count + 1 < {2} then interval '0'
                            else make_interval(secs => least({3}, power(2, least(f.count + 1 - {2}, 20)))) end
                        where f.count < {2} or f.retry_after <= {1}
                        """, val(key), val(at), val(free), val((double) longestWait.toSeconds())) == 1;
    }

    /** An attempt that was counted and then not made. */
    void takeBack(String key, Instant now) {
        db.update(FAILURE)
                .set(FAILURE.COUNT, FAILURE.COUNT.minus(1))
                .set(FAILURE.RETRY_AFTER, now.atOffset(ZoneOffset.UTC))
                .where(FAILURE.KEY.eq(key), FAILURE.COUNT.gt(0))
                .execute();
    }

    void forget(String key) {
        db.deleteFrom(FAILURE).where(FAILURE.KEY.eq(key)).execute();
    }

    /**
     * Counts an attempt from an address.
     *
     * @return false when there were {@code most} within the time that is still running
     */
    boolean attemptFrom(String address, Instant now, int most, Duration during) {
        var at = now.atOffset(ZoneOffset.UTC);
        return db.execute("""
                        insert into accounts.address_failure as f (address, count, until) values ({0}, 1, {2})
                        on conflict (address) do update set
                          count = case when f.until <= {1} then 1 else f.count + 1 end,
                          until = case when f.until <= {1} then {2} else f.until end
                        where f.until <= {1} or f.count < {3}
                        """, val(address), val(at), val(at.plus(during)), val(most)) == 1;
    }

    /** An attempt that did not fail. */
    void takeBackFrom(String address) {
        db.update(ADDRESS_FAILURE)
                .set(ADDRESS_FAILURE.COUNT, ADDRESS_FAILURE.COUNT.minus(1))
                .where(ADDRESS_FAILURE.ADDRESS.eq(address), ADDRESS_FAILURE.COUNT.gt(0))
                .execute();
    }

    Optional<Instant> againFrom(String address) {
        return db.selectFrom(ADDRESS_FAILURE)
                .where(ADDRESS_FAILURE.ADDRESS.eq(address))
                .fetchOptional(r -> r.getUntil().toInstant());
    }

    /** Failures nobody has added to for a day are forgotten. */
    void forgetOld() {
        db.deleteFrom(FAILURE).where("retry_after < now() - interval '1 day'").execute();
        db.deleteFrom(ADDRESS_FAILURE).where("until < now() - interval '1 day'").execute();
    }
}
