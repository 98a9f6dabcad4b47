package zhanggui.accounts;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static zhanggui.accounts.db.Tables.ACCOUNT;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.ROLE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;
import zhanggui.people.Directory;
import zhanggui.texts.Language;

/** Accounts as a list for administrators, and one of them. */
@Configuration(proxyBeanMethods = false)
class AccountList {
    private static final Directory.People PERSON = Directory.as("person");
    private static final Field<String[]> ROLES = array(select(ROLE.CODE)
            .from(ACCOUNT_ROLE)
            .join(ROLE)
            .on(ROLE.ID.eq(ACCOUNT_ROLE.ROLE_ID))
            .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID))
            .orderBy(ROLE.ID));
    private static final Field<String> STATE = when(
                    ACCOUNT.DISABLED.isFalse().and(PERSON.present()), inline(AccountView.State.ACTIVE.name()))
            .otherwise(inline(AccountView.State.DISABLED.name()));

    @Bean
    Permissions accountPermissions() {
        return Permissions.of(
                Permission.plain("accounts", "read"),
                Permission.plain("accounts", "edit"),
                Permission.plain("accounts", "export"));
    }

    @Bean
    Listing accountListing(RoleStore roles) {
        Options roleOptions = (language, texts) -> roles.all().stream()
                .map(r -> new Options.Option(r.code(), r.in(language), null))
                .toList();
        Options languages = (language, texts) -> Arrays.stream(Language.values())
                .map(l -> new Options.Option(l.tag(), texts.get(language, "language." + l.tag()), null))
                .toList();
        return Listing.of(
                        "accounts",
                        "accounts",
                        ACCOUNT.leftJoin(PERSON.table()).on(PERSON.id().eq(ACCOUNT.PERSON_ID)),
                        ACCOUNT.PERSON_ID,
                        Scope.unlimited(),
                        "name",
                        List.of(
                                Column.person("name", ACCOUNT.PERSON_ID, PERSON.name())
                                        .inSearch(),
                                Column.text("username", ACCOUNT.USERNAME).inSearch(),
                                Column.tags("roles", ROLES, roleOptions),
                                Column.unitOf(
                                        "unit",
                                        ACCOUNT.PERSON_ID,
                                        Directory.unitOf(ACCOUNT.PERSON_ID),
                                        Directory.unitNameOf(ACCOUNT.PERSON_ID)),
                                Column.choice("language", ACCOUNT.LANGUAGE, languages),
                                Column.choice("state", STATE, Options.of(AccountView.State.class, "account.state")),
                                Column.flag("secondFactor", AccountStore.hasFactor()),
                                Column.instant("lastSeenAt", ACCOUNT.LAST_SEEN_AT),
                                Column.flag("hasPassword", field(ACCOUNT.PASSWORD_HASH.isNotNull()))
                                        .onDemand(),
                                Column.instant("createdAt", ACCOUNT.CREATED_AT).onDemand()))
                .withViews(
                        new Listing.View("all", Filter.EVERYTHING),
                        new Listing.View("active", Filter.where("state", Operator.IS, AccountView.State.ACTIVE.name())))
                .withActions("edit", "export");
    }

    static Optional<AccountView> find(DSLContext db, UUID person) {
        return db.select(
                        ACCOUNT.asterisk(),
                        PERSON.name().as("person_name"),
                        ROLES.as("roles"),
                        STATE.as("state"),
                        AccountStore.hasFactor().as("second_factor"))
                .from(ACCOUNT)
                .join(PERSON.table())
                .on(PERSON.id().eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.PERSON_ID.eq(person))
                .fetchOptional(r -> new AccountView(
                        r.get(ACCOUNT.PERSON_ID),
                        r.get("person_name", String.class),
                        r.get(ACCOUNT.USERNAME),
                        Language.of(r.get(ACCOUNT.LANGUAGE)),
                        r.get(ACCOUNT.DISABLED),
                        AccountView.State.valueOf(r.get("state", String.class)),
                        List.of(r.get("roles", String[].class)),
                        r.get(ACCOUNT.PASSWORD_HASH) != null,
                        r.get("second_factor", boolean.class),
                        r.get(ACCOUNT.LAST_SEEN_AT) == null
                                ? null
                                : r.get(ACCOUNT.LAST_SEEN_AT).toInstant(),
                        r.get(ACCOUNT.CREATED_AT).toInstant(),
                        r.get(ACCOUNT.VERSION)));
    }
}
