package zhanggui.customers;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static zhanggui.customers.db.Tables.CONTACT;
import static zhanggui.customers.db.Tables.CONTACT_LOOKALIKE;
import static zhanggui.customers.db.Tables.CUSTOMER;
import static zhanggui.customers.db.Tables.LOOKALIKE;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Viewer;
import zhanggui.customers.db.tables.Contact;
import zhanggui.customers.db.tables.Customer;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;

/**
 * Pairs that may be one, as lists: for those who may read both, and who may ask by the fields in which the two are alike.
 */
@Configuration(proxyBeanMethods = false)
class LookalikeList {
    private static final Customer FIRST = CUSTOMER.as("first");
    private static final Customer SECOND = CUSTOMER.as("second");
    private static final Contact ONE = CONTACT.as("one");
    private static final Contact OTHER = CONTACT.as("other");
    private static final Listing.View OPEN = new Listing.View("open", Filter.where("dismissed", Operator.IS, "false"));
    private static final Listing.View DISMISSED =
            new Listing.View("dismissed", Filter.where("dismissed", Operator.IS, "true"));

    private static final Listing.View ALL = new Listing.View("all", Filter.EVERYTHING);

    /** The fields that a likeness tells of, as {@code list.field}. */
    private static final Map<String, List<String>> TELLING = Map.of(
            "CREDIT_CODE", List.of("customers.creditCode"),
            "NAME_SAME", List.of("customers.nameEn", "customers.shortName"),
            "NAME_SIMILAR", List.of("customers.nameEn", "customers.shortName"),
            "PHONE", List.of("customers.phone", "contacts.mobile", "contacts.phone"),
            "DOMAIN", List.of("customers.site", "contacts.email"),
            "SAME_PHONE", List.of("contacts.mobile"),
            "SAME_EMAIL", List.of("contacts.email"));

    @Bean
    Listing lookalikeListing() {
        var l = LOOKALIKE;
        return Listing.of(
                        "duplicates",
                        "customers",
                        l.join(FIRST).on(FIRST.ID.eq(l.FIRST_ID)).join(SECOND).on(SECOND.ID.eq(l.SECOND_ID)),
                        l.ID,
                        (viewer, permission) -> CustomerDirectory.scope(FIRST)
                                .of(viewer, permission)
                                .and(CustomerDirectory.scope(SECOND).of(viewer, permission))
                                .and(askable(l.REASONS, viewer)),
                        "-score",
                        List.of(
                                Column.record("first", "customers", l.FIRST_ID, FIRST.NAME),
                                Column.record("second", "customers", l.SECOND_ID, SECOND.NAME),
                                Column.number("score", l.SCORE),
                                Column.tags(
                                        "reasons", l.REASONS, Options.of(Resemblance.Reason.class, "duplicate.reason")),
                                Column.instant("foundAt", l.FOUND_AT),
                                Column.flag("dismissed", l.DISMISSED).onDemand(),
                                Column.record("entry", "duplicates", l.ID, FIRST.NAME)
                                        .unsorted()
                                        .onDemand()))
                .withViews(OPEN, DISMISSED, ALL);
    }

    @Bean
    Listing contactLookalikeListing() {
        var l = CONTACT_LOOKALIKE;
        return Listing.of(
                        "contactduplicates",
                        "customers",
                        l.join(ONE)
                                .on(ONE.ID.eq(l.FIRST_ID))
                                .join(OTHER)
                                .on(OTHER.ID.eq(l.SECOND_ID))
                                .join(FIRST)
                                .on(FIRST.ID.eq(ONE.CUSTOMER_ID)),
                        l.ID,
                        (viewer, permission) -> CustomerDirectory.scope(FIRST)
                                .of(viewer, permission)
                                .and(askable(l.REASONS, viewer)),
                        "-score",
                        List.of(
                                Column.record("first", "contacts", l.FIRST_ID, ONE.NAME),
                                Column.record("second", "contacts", l.SECOND_ID, OTHER.NAME),
                                Column.record("customer", "customers", ONE.CUSTOMER_ID, FIRST.NAME),
                                Column.number("score", l.SCORE),
                                Column.tags("reasons", l.REASONS, Options.of(ContactReason.class, "duplicate.reason")),
                                Column.instant("foundAt", l.FOUND_AT),
                                Column.flag("dismissed", l.DISMISSED).onDemand(),
                                Column.record("entry", "contactduplicates", l.ID, ONE.NAME)
                                        .unsorted()
                                        .onDemand()))
                .withViews(OPEN, DISMISSED, ALL);
    }

    private static Condition askable(Field<String[]> reasons, Viewer viewer) {
        return TELLING.entrySet().stream()
                .filter(told -> told.getValue().stream().anyMatch(field -> isClosed(field, viewer)))
                .map(told -> condition(
                        "not {0} @> {1}", reasons, inline(new String[] {told.getKey()}, SQLDataType.CLOB.array())))
                .reduce(noCondition(), Condition::and);
    }

    private static boolean isClosed(String field, Viewer viewer) {
        var at = field.indexOf('.');
        return !viewer.fields()
                .of(field.substring(0, at), field.substring(at + 1))
                .isAskable();
    }
}
