package zhanggui.customers;

import static zhanggui.customers.db.Tables.CONTACT;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldHost;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;
import zhanggui.people.Directory;

/** Contacts as a list: those of the customers within reach. */
@Configuration(proxyBeanMethods = false)
class ContactList {
    @Bean
    FieldHost contactFields() {
        return FieldHost.of("contacts", CONTACT.CUSTOM, "role", "main")
                .searchedThrough(CONTACT.SEARCH, CONTACT.CUSTOM_SEARCH);
    }

    @Bean
    Listing contactListing(CustomFields fields) {
        var owner = Directory.as("owner");
        return Listing.of(
                        "contacts",
                        "customers",
                        CONTACT.leftJoin(CUSTOMER)
                                .on(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                                .leftJoin(owner.table())
                                .on(owner.id().eq(CUSTOMER.OWNER_ID)),
                        CONTACT.ID,
                        CustomerStore.SCOPE,
                        "-createdAt",
                        List.of(
                                Column.text("name", CONTACT.NAME).inSearch(CONTACT.SEARCH),
                                Column.record("customer", "customers", CONTACT.CUSTOMER_ID, CUSTOMER.NAME),
                                Column.text("title", CONTACT.TITLE),
                                Column.text("department", CONTACT.DEPARTMENT).onDemand(),
                                Column.choice("role", CONTACT.ROLE, Options.of(ContactRole.class, "contact.role")),
                                Column.phone("mobile", CONTACT.MOBILE).inSearch(CONTACT.SEARCH),
                                Column.phone("phone", CONTACT.PHONE)
                                        .inSearch(CONTACT.SEARCH)
                                        .onDemand(),
                                Column.email("email", CONTACT.EMAIL).inSearch(CONTACT.SEARCH),
                                Column.text("wechat", CONTACT.WECHAT).onDemand(),
                                Column.date("birthday", CONTACT.BIRTHDAY).onDemand(),
                                Column.flag("main", CONTACT.MAIN),
                                Column.person("owner", CUSTOMER.OWNER_ID, owner.name()),
                                Column.instant("lastFollowedAt", CONTACT.LAST_FOLLOWED_AT)
                                        .onDemand(),
                                Column.longText("note", CONTACT.NOTE).onDemand(),
                                Column.text("externalId", CONTACT.EXTERNAL_ID).onDemand(),
                                Column.instant("createdAt", CONTACT.CREATED_AT).onDemand()))
                .withViews(
                        new Listing.View("mine", Filter.where("owner", Operator.ME)),
                        new Listing.View("team", Filter.where("owner", Operator.MY_REPORTS)),
                        new Listing.View("all", Filter.EVERYTHING))
                .titled("name")
                .entering(
                        "name",
                        "title",
                        "department",
                        "role",
                        "mobile",
                        "phone",
                        "email",
                        "wechat",
                        "birthday",
                        "main",
                        "note")
                .deletedWith("customers:edit")
                .foundBySound(CONTACT.SOUND, "name", "title", "customer")
                .needing("customer")
                .withMore(fields.columns("contacts"))
                .groupedBy("role")
                .withActions("edit", "export");
    }
}
