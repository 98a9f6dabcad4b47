package zhanggui.privacy;

import static zhanggui.privacy.db.Tables.DUE_CONTACT;
import static zhanggui.privacy.db.Tables.ERASURE;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;
import zhanggui.people.Directory;

/** Erasures, and contacts that have been kept for long enough, as lists. */
@Configuration(proxyBeanMethods = false)
class PrivacyLists {
    private static final Directory.People DOER = Directory.as("doer");
    private static final Directory.People OWNER = Directory.as("owner");

    @Bean
    Permissions privacyPermissions() {
        return Permissions.of(
                Permission.plain("privacy", "read"),
                Permission.plain("privacy", "export"),
                Permission.plain("privacy", "erase"));
    }

    @Bean
    Listing erasureListing() {
        return Listing.of(
                        "erasures",
                        "privacy",
                        ERASURE.leftJoin(DOER.table()).on(DOER.id().eq(ERASURE.CREATED_BY)),
                        ERASURE.ID,
                        Scope.unlimited(),
                        "-createdAt",
                        List.of(
                                Column.text("number", ERASURE.NUMBER).inSearch(),
                                Column.choice("state", ERASURE.STATE, Options.of(ErasureState.class, "erasure.state")),
                                Column.longText("reason", ERASURE.REASON).inSearch(),
                                Column.date("requestedOn", ERASURE.REQUESTED_ON),
                                Column.flag("byRule", ERASURE.BY_RULE),
                                Column.number("passages", ERASURE.PASSAGES),
                                Column.number("entries", ERASURE.ENTRIES),
                                Column.person("createdBy", ERASURE.CREATED_BY, DOER.name()),
                                Column.instant("createdAt", ERASURE.CREATED_AT),
                                Column.instant("endedAt", ERASURE.ENDED_AT).onDemand()))
                .withActions("erase", "export");
    }

    /** As far as one may read the customers. */
    @Bean
    Listing dueContactListing() {
        return Listing.of(
                        "due-contacts",
                        "privacy",
                        DUE_CONTACT.leftJoin(OWNER.table()).on(OWNER.id().eq(DUE_CONTACT.OWNER_ID)),
                        DUE_CONTACT.ID,
                        (viewer, permission) ->
                                Scope.ownedBy(DUE_CONTACT.OWNER_ID).of(viewer, "customers:read"),
                        "lastSignAt",
                        List.of(
                                Column.record("contact", "contacts", DUE_CONTACT.ID, DUE_CONTACT.NAME)
                                        .inSearch(),
                                Column.record(
                                                "customer",
                                                "customers",
                                                DUE_CONTACT.CUSTOMER_ID,
                                                DUE_CONTACT.CUSTOMER_NAME)
                                        .inSearch(),
                                Column.instant("lastSignAt", DUE_CONTACT.LAST_SIGN_AT),
                                Column.person("owner", DUE_CONTACT.OWNER_ID, OWNER.name())))
                .withActions("erase", "export");
    }
}
