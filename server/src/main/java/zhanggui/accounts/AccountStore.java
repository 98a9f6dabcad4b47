package zhanggui.accounts;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zhanggui.accounts.db.Tables.ACCOUNT;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.DEVICE;
import static zhanggui.accounts.db.Tables.ROLE_FIELD;
import static zhanggui.accounts.db.Tables.ROLE_GRANT;
import static zhanggui.accounts.db.Tables.SECOND_FACTOR;
import static zhanggui.accounts.db.Tables.SIGN_IN_RULES;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.FieldLevel;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.accounts.oidc.Claims;
import zhanggui.accounts.oidc.ProviderSettings;
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
     * @param hasFactor whether a second factor is asked for
     * @param demand of whom the company asks for one
     */
    record Account(
            UUID person,
            String username,
            String name,
            @Nullable String passwordHash,
            Language language,
            Theme theme,
            boolean disabled,
            Instant signedOutUntil,
            boolean hasFactor,
            SignInRules.Demand demand,
            int version,
            List<Granted> grants,
            List<Ruled> ruled) {
        boolean needsFactor() {
            return demand.isOf(grants.stream().map(Granted::permission).toList());
        }
    }

    /** @param role whose grant it is */
    record Granted(UUID role, String permission, Grant grant) {}

    record Ruled(UUID role, String list, String field, FieldLevel level) {}

    Optional<Account> byUsername(String username) {
        return find(lower(ACCOUNT.USERNAME).eq(username.toLowerCase(Locale.ROOT)));
    }

    Optional<Account> byPerson(UUID person) {
        return find(ACCOUNT.PERSON_ID.eq(person));
    }

    /** The one account that is meant; empty too where it could be several. */
    Optional<Account> known(Claims claims, ProviderSettings.Match match) {
        if (match == ProviderSettings.Match.USERNAME) {
            return Optional.ofNullable(claims.username()).flatMap(this::byUsername);
        }
        if (claims.email() == null) return Optional.empty();
        var person = Directory.as("by_email");
        var people = db.select(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .where(lower(person.email()).eq(claims.email().toLowerCase(Locale.ROOT)), person.present())
                .fetch(ACCOUNT.PERSON_ID);
        return people.size() == 1 ? byPerson(people.getFirst()) : Optional.empty();
    }

    /** Those whose accounts work and are granted a permission. */
    Set<UUID> holding(String permission) {
        var person = Directory.as("holder");
        return db.selectDistinct(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .join(ACCOUNT_ROLE)
                .on(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                .where(ROLE_GRANT.PERMISSION.eq(permission), ACCOUNT.DISABLED.isFalse(), person.present())
                .fetchSet(ACCOUNT.PERSON_ID);
    }

    /** What roles grant of some permissions to those whose accounts work. */
    Map<UUID, List<Granted>> grants(Collection<String> permissions) {
        var person = Directory.as("holder");
        return db.select(
                        ACCOUNT.PERSON_ID,
                        ROLE_GRANT.ROLE_ID,
                        ROLE_GRANT.PERMISSION,
                        ROLE_GRANT.REACH,
                        ROLE_GRANT.UNITS)
                .from(ACCOUNT)
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .join(ACCOUNT_ROLE)
                .on(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID))
                .join(ROLE_GRANT)
                .on(ROLE_GRANT.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                .where(ROLE_GRANT.PERMISSION.in(permissions), ACCOUNT.DISABLED.isFalse(), person.present())
                .fetchGroups(
                        ACCOUNT.PERSON_ID,
                        r -> new Granted(
                                r.value2(), r.value3(), new Grant(Reach.valueOf(r.value4()), Set.of(r.value5()))));
    }

    private Optional<Account> find(Condition which) {
        var person = Directory.as("person");
        var grants = multiset(select(ROLE_GRANT.ROLE_ID, ROLE_GRANT.PERMISSION, ROLE_GRANT.REACH, ROLE_GRANT.UNITS)
                        .from(ACCOUNT_ROLE)
                        .join(ROLE_GRANT)
                        .on(ROLE_GRANT.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                        .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID)))
                .convertFrom(r -> r.map(g ->
                        new Granted(g.value1(), g.value2(), new Grant(Reach.valueOf(g.value3()), Set.of(g.value4())))));
        var ruled = multiset(select(ROLE_FIELD.ROLE_ID, ROLE_FIELD.LIST, ROLE_FIELD.FIELD, ROLE_FIELD.LEVEL)
                        .from(ACCOUNT_ROLE)
                        .join(ROLE_FIELD)
                        .on(ROLE_FIELD.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                        .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID)))
                .convertFrom(
                        r -> r.map(f -> new Ruled(f.value1(), f.value2(), f.value3(), FieldLevel.valueOf(f.value4()))));
        return db.select(
                        ACCOUNT.PERSON_ID,
                        ACCOUNT.USERNAME,
                        person.name(),
                        ACCOUNT.PASSWORD_HASH,
                        ACCOUNT.LANGUAGE,
                        ACCOUNT.THEME,
                        field(ACCOUNT.DISABLED.isTrue().or(person.present().not())),
                        ACCOUNT.SIGNED_OUT_UNTIL,
                        hasFactor(),
                        field(select(SIGN_IN_RULES.SECOND_FACTOR).from(SIGN_IN_RULES)),
                        ACCOUNT.VERSION,
                        grants,
                        ruled)
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
                        Theme.valueOf(r.value6()),
                        r.value7(),
                        r.value8().toInstant(),
                        r.value9(),
                        SignInRules.Demand.valueOf(r.value10()),
                        r.value11(),
                        r.value12(),
                        r.value13()));
    }

    /** Whether an account has a second factor that is asked for. */
    static Field<Boolean> hasFactor() {
        return field(DSL.exists(selectOne()
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.PERSON_ID.eq(ACCOUNT.PERSON_ID), SECOND_FACTOR.CONFIRMED_AT.isNotNull())));
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

    void setTheme(UUID person, Theme theme) {
        db.update(ACCOUNT)
                .set(ACCOUNT.THEME, theme.name())
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    void setPassword(UUID person, String hash) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
    }

    /** Sessions begun before {@code until} are over, and no browser is known any more. */
    void signOut(UUID person, Instant until) {
        db.update(ACCOUNT)
                .set(ACCOUNT.SIGNED_OUT_UNTIL, greatest(ACCOUNT.SIGNED_OUT_UNTIL, val(until.atOffset(ZoneOffset.UTC))))
                .where(ACCOUNT.PERSON_ID.eq(person))
                .execute();
        db.deleteFrom(DEVICE).where(DEVICE.PERSON_ID.eq(person)).execute();
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
}
