package zhanggui.customers;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.customers.db.Tables.COLLABORATOR;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.choices.Choices;
import zhanggui.company.CompanyDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldHost;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Kind;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;
import zhanggui.people.Directory;

/** Customers as a list. What can be sorted by is in the index {@code customer_sorted}. */
@Configuration(proxyBeanMethods = false)
class CustomerList {
    @Bean
    Permissions customerPermissions() {
        return Permissions.of(
                Permission.scoped("customers", "read"),
                Permission.scoped("customers", "create"),
                Permission.scoped("customers", "edit"),
                Permission.scoped("customers", "assign"),
                Permission.scoped("customers", "delete"),
                Permission.scoped("customers", "export"));
    }

    @Bean
    FieldHost customerFields() {
        return FieldHost.of("customers", CUSTOMER.CUSTOM, "level", "status", "industry", "source")
                .searchedThrough(CUSTOMER.SEARCH, CUSTOMER.CUSTOM_SEARCH)
                .withNumber("employees", CUSTOMER.EMPLOYEES)
                .withMoney("annualRevenue", CUSTOMER.ANNUAL_REVENUE);
    }

    @Bean
    Listing customerListing(Choices choices, CustomFields fields) {
        var owner = Directory.as("owner");
        var creator = Directory.as("creator");
        var parent = CUSTOMER.as("parent");
        return Listing.of(
                        "customers",
                        "customers",
                        CUSTOMER.leftJoin(owner.table())
                                .on(owner.id().eq(CUSTOMER.OWNER_ID))
                                .leftJoin(creator.table())
                                .on(creator.id().eq(CUSTOMER.CREATED_BY))
                                .leftJoin(parent)
                                .on(parent.ID.eq(CUSTOMER.PARENT_ID)),
                        CUSTOMER.ID,
                        CustomerStore.SCOPE,
                        "-createdAt",
                        List.of(
                                Column.text("name", CUSTOMER.NAME).inSearch(CUSTOMER.SEARCH),
                                Column.text("shortName", CUSTOMER.SHORT_NAME)
                                        .inSearch(CUSTOMER.SEARCH)
                                        .unsorted()
                                        .onDemand(),
                                Column.text("nameEn", CUSTOMER.NAME_EN)
                                        .inSearch(CUSTOMER.SEARCH)
                                        .unsorted()
                                        .onDemand(),
                                Column.text("number", CUSTOMER.NUMBER).inSearch(CUSTOMER.SEARCH),
                                Column.choice(
                                        "level", CUSTOMER.LEVEL, Options.of(CustomerLevel.class, "customer.level")),
                                Column.choice(
                                        "status", CUSTOMER.STATUS, Options.of(CustomerStatus.class, "customer.status")),
                                Column.choice(
                                        "industry", CUSTOMER.INDUSTRY, choices.options(CustomerChoices.INDUSTRIES)),
                                Column.person("owner", CUSTOMER.OWNER_ID, owner.name()),
                                Column.unitOf(
                                                "unit",
                                                CUSTOMER.OWNER_ID,
                                                Directory.unitOf(CUSTOMER.OWNER_ID),
                                                Directory.unitNameOf(CUSTOMER.OWNER_ID))
                                        .unsorted()
                                        .revealing("owner"),
                                Column.instant("lastFollowedAt", CUSTOMER.LAST_FOLLOWED_AT),
                                Column.phone("phone", CUSTOMER.PHONE).inSearch(CUSTOMER.SEARCH),
                                Column.text("province", CUSTOMER.PROVINCE).onDemand(),
                                Column.text("city", CUSTOMER.CITY),
                                Column.text("district", CUSTOMER.DISTRICT)
                                        .unsorted()
                                        .onDemand(),
                                Column.text("country", CUSTOMER.COUNTRY)
                                        .unsorted()
                                        .onDemand(),
                                Column.text("address", CUSTOMER.ADDRESS)
                                        .unsorted()
                                        .onDemand(),
                                Column.tags("tags", CUSTOMER.TAGS),
                                Column.number("employees", CUSTOMER.EMPLOYEES).onDemand(),
                                Column.money("annualRevenue", CUSTOMER.ANNUAL_REVENUE, CompanyDirectory.currency())
                                        .withTotal()
                                        .onDemand(),
                                Column.choice("source", CUSTOMER.SOURCE, choices.options(CustomerChoices.SOURCES))
                                        .onDemand(),
                                Column.record("parent", "customers", CUSTOMER.PARENT_ID, parent.NAME)
                                        .unsorted()
                                        .onDemand(),
                                collaborators(),
                                Column.text("creditCode", CUSTOMER.CREDIT_CODE)
                                        .inSearch(CUSTOMER.SEARCH)
                                        .onDemand(),
                                Column.link("site", CUSTOMER.SITE).onDemand(),
                                Column.longText("description", CUSTOMER.DESCRIPTION)
                                        .onDemand(),
                                Column.text("externalId", CUSTOMER.EXTERNAL_ID)
                                        .unsorted()
                                        .onDemand(),
                                Column.person("createdBy", CUSTOMER.CREATED_BY, creator.name())
                                        .unsorted()
                                        .onDemand(),
                                Column.instant("createdAt", CUSTOMER.CREATED_AT),
                                Column.instant("updatedAt", CUSTOMER.UPDATED_AT).onDemand()))
                .withViews(
                        new Listing.View("mine", Filter.where("owner", Operator.ME)),
                        new Listing.View("team", Filter.where("owner", Operator.MY_REPORTS)),
                        new Listing.View("department", Filter.where("owner", Operator.MY_DEPARTMENT)),
                        new Listing.View("shared", Filter.where("collaborators", Operator.ME)),
                        new Listing.View("all", Filter.EVERYTHING))
                .titled("name")
                .entering(
                        "name",
                        "nameEn",
                        "shortName",
                        "creditCode",
                        "parent",
                        "industry",
                        "employees",
                        "annualRevenue",
                        "level",
                        "source",
                        "country",
                        "province",
                        "city",
                        "district",
                        "address",
                        "site",
                        "phone",
                        "tags",
                        "status",
                        "description")
                .deletedWith("customers:delete")
                .foundBySound(CUSTOMER.SOUND, "name", "number", "city", "owner")
                .withMore(fields.columns("customers"))
                .groupedBy("level", "status")
                .withActions("create", "edit", "assign", "delete", "export");
    }

    /** The cell names everyone under the id of the first. */
    private static Column collaborators() {
        var person = Directory.as("collaborating");
        var first = select(COLLABORATOR.PERSON_ID)
                .from(COLLABORATOR)
                .where(COLLABORATOR.CUSTOMER_ID.eq(CUSTOMER.ID))
                .orderBy(COLLABORATOR.PERSON_ID)
                .limit(1);
        var names = select(DSL.listAgg(person.name(), inline(", ")).withinGroupOrderBy(person.id()))
                .from(COLLABORATOR)
                .join(person.table())
                .on(person.id().eq(COLLABORATOR.PERSON_ID))
                .where(COLLABORATOR.CUSTOMER_ID.eq(CUSTOMER.ID));
        return Column.related("collaborators", Kind.PERSON, "people", field(first), field(names), new Column.Related() {
                    @Override
                    public Condition any(Collection<UUID> ids) {
                        return linked(CustomerStore.among(COLLABORATOR.PERSON_ID, ids));
                    }

                    @Override
                    public Condition some() {
                        return linked(noCondition());
                    }
                })
                .onDemand();
    }

    private static Condition linked(Condition to) {
        return exists(selectOne()
                .from(COLLABORATOR)
                .where(COLLABORATOR.CUSTOMER_ID.eq(CUSTOMER.ID))
                .and(to));
    }
}
