package zhanggui.accounts;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.accounts.db.Tables.ACCOUNT;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.FAILURE;
import static zhanggui.accounts.db.Tables.ROLE_GRANT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.people.Directory;
import zhanggui.texts.Language;

/** Accounts in PostgreSQL. */
@Repository
class AccountStore {
    private final DSLContext db;

    AccountStore(DSLContext db) {
        this.db = db;
    }

    /**
     * An account with everything a request needs to know of it.
     *
     * @param disabled whether it does not work: switched off, or its person left
     */
    record Account(
            UUID person,
            String username,
            String name,
            @Nullable String passwordHash,
            Language language,
            boolean disabled,
            Instant signedOutUntil,
            int version,
            List<Granted> grants) {}

    record Granted(String permission, Grant grant) {}

    /** @param count how many sign-ins failed in a row */
    record Failure(int count, Instant retryAfter) {}

    Optional<Account> byUsername(String username) {
        return find(lower(ACCOUNT.USERNAME).eq(username.toLowerCase(Locale.ROOT)));
    }

    Optional<Account> byPerson(UUID person) {
        return find(ACCOUNT.PERSON_ID.eq(person));
    }

    private Optional<Account> find(Condition which) {
        var person = Directory.as("person");
        var grants = multiset(select(ROLE_GRANT.PERMISSION, ROLE_GRANT.REACH, ROLE_GRANT.UNITS)
                        .from(ACCOUNT_ROLE)
                        .join(ROLE_GRANT)
                        .on(ROLE_GRANT.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                        .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID)))
                .convertFrom(r ->
                        r.map(g -> new Granted(g.value1(), new Grant(Reach.valueOf(g.value2()), Set.of(g.value3())))));
        return db.select(
                        ACCOUNT.PERSON_ID,
                        ACCOUNT.USERNAME,
                        person.name(),
                        ACCOUNT.PASSWORD_HASH,
                        ACCOUNT.LANGUAGE,
                        field(ACCOUNT.DISABLED.isTrue().or(person.present().not())),
                        ACCOUNT.SIGNED_OUT_UNTIL,
                        ACCOUNT.VERSION,
                        grants)
                .from(ACCOUNT)
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .where(which)
                .fetchOptional(r -> new Account(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        Language.of(r.value5()),
                        r.value6(),
                        r.value7().toInstant(),
                        r.value8(),
                        r.value9()));
    }

    boolean exists(String username) {
        return db.fetchExists(ACCOUNT, lower(ACCOUNT.USERNAME).eq(username.toLowerCase(Locale.ROOT)));
    }

    void add(UUID person, String username, @Nullable String hash, Language language) {
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.PERSON_ID, person)
                .set(ACCOUNT.USERNAME, username)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.LANGUAGE, language.tag())
                .execute();
    }

    void setRoles(UUID person, Collection<UUID> roles) {
        db.deleteFrom(ACCOUNT_ROLE).where(ACCOUNT_ROLE.PERSON_ID.eq(person)).execute();
        for (var role : roles) {
            db.insertInto(ACCOUNT_ROLE)
                    .set(ACCOUNT_ROLE.PERSON_ID, person)
                    .set(ACCOUNT_ROLE.ROLE_ID, role)
                    .execute();
        }
    }

    void setLanguage(UUID person, Language language) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LANGUAGE, language.tag())
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    void setPassword(UUID person, String hash) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    /** Sessions begun before {@code until} are over. */
    void signOut(UUID person, Instant until) {
        db.update(ACCOUNT)
                .set(ACCOUNT.SIGNED_OUT_UNTIL, until.atOffset(ZoneOffset.UTC))
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
        db.execute("delete from accounts.spring_session where principal_name = ?", person.toString());
    }

    /** What a person who has no account yet is called; empty where there is no such person. */
    Optional<String> nameOf(UUID person) {
        var who = Directory.as("person");
        return db.select(who.name())
                .from(who.table())
                .where(who.id().eq(person))
                .fetchOptional(who.name());
    }

    /** Returns whether {@code version} was still current. */
    boolean change(UUID person, String username, Language language, boolean disabled, int version) {
        return db.update(ACCOUNT)
                        .set(ACCOUNT.USERNAME, username)
                        .set(ACCOUNT.LANGUAGE, language.tag())
                        .set(ACCOUNT.DISABLED, disabled)
                        .set(ACCOUNT.VERSION, version + 1)
                        .where(ACCOUNT.PERSON_ID.eq(person), ACCOUNT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void seen(UUID person) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LAST_SEEN_AT, currentOffsetDateTime())
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    Optional<Failure> failure(String username) {
        return db.selectFrom(FAILURE)
                .where(FAILURE.USERNAME.eq(username.toLowerCase(Locale.ROOT)))
                .fetchOptional(r -> new Failure(r.getCount(), r.getRetryAfter().toInstant()));
    }

    /**
     * Counts an attempt; once {@code free} in a row have failed, each next one has to wait twice as long as the last.
     *
     * @return false when it is too early for another
     */
    boolean attempt(String username, Instant now, int free, Duration longestWait) {
        var at = now.atOffset(ZoneOffset.UTC);
        return db.execute(
                        """
                        insert into accounts.failure as f (username, count, retry_after) values ({0}, 1, {1})
                        on conflict (username) do update set
                          count = f.count + 1,
                          retry_after = {1} + case when f.count + 1 < {2} then interval '0'
                            else make_interval(secs => least({3}, power(2, least(f.count + 1 - {2}, 20)))) end
                        where f.count < {2} or f.retry_after <= {1}
                        """,
                        val(username.toLowerCase(Locale.ROOT)), val(at), val(free), val((double)
                                longestWait.toSeconds()))
                == 1;
    }

    /** Failures nobody has added to for a day are forgotten. */
    void forgetOldFailures() {
        db.deleteFrom(FAILURE).where("retry_after < now() - interval '1 day'").execute();
    }

    void forgetFailures(String username) {
        db.deleteFrom(FAILURE)
                .where(FAILURE.USERNAME.eq(username.toLowerCase(Locale.ROOT)))
                .execute();
    }
}
