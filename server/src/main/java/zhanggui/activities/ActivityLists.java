package zhanggui.activities;

import static zhanggui.activities.db.Tables.ACTIVITY;
import static zhanggui.activities.db.Tables.TASK;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldHost;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;
import zhanggui.people.Directory;

/** Follow-ups and tasks as lists. */
@Configuration(proxyBeanMethods = false)
class ActivityLists {
    private static final Listing.View MINE = new Listing.View("mine", Filter.where("owner", Operator.ME));
    private static final Listing.View TEAM = new Listing.View("team", Filter.where("owner", Operator.MY_REPORTS));
    private static final Listing.View ALL = new Listing.View("all", Filter.EVERYTHING);
    private static final Filter OPEN = Filter.where("doneAt", Operator.EMPTY);

    @Bean
    Permissions activityPermissions() {
        return Permissions.of(
                Permission.scoped("activities", "read"),
                Permission.scoped("activities", "create"),
                Permission.scoped("activities", "edit"),
                Permission.scoped("activities", "delete"),
                Permission.scoped("activities", "export"));
    }

    @Bean
    FieldHost activityFields() {
        return FieldHost.of("activities", ACTIVITY.CUSTOM, "kind")
                .searchedThrough(ACTIVITY.SEARCH, ACTIVITY.CUSTOM_SEARCH);
    }

    @Bean
    Listing activityListing(CustomFields fields) {
        return Listing.of(
                        "activities",
                        "activities",
                        ActivityStore.WITH_NAMES,
                        ACTIVITY.ID,
                        Scope.ownedBy(ACTIVITY.OWNER_ID),
                        "-happenedAt",
                        List.of(
                                Column.instant("happenedAt", ACTIVITY.HAPPENED_AT),
                                Column.choice("kind", ACTIVITY.KIND, Options.of(ActivityKind.class, "activity.kind")),
                                Column.longText("text", ACTIVITY.TEXT).inSearch(ACTIVITY.SEARCH),
                                Column.record("customer", "customers", ACTIVITY.CUSTOMER_ID, Relations.CUSTOMER)
                                        .inSearch(ACTIVITY.SEARCH)
                                        .unsorted(),
                                Column.record("contact", "contacts", ACTIVITY.CONTACT_ID, Relations.CONTACT)
                                        .unsorted()
                                        .onDemand(),
                                Column.record(
                                                "opportunity",
                                                "opportunities",
                                                ACTIVITY.OPPORTUNITY_ID,
                                                Relations.OPPORTUNITY)
                                        .unsorted(),
                                Column.longText("nextStep", ACTIVITY.NEXT_STEP),
                                Column.person("owner", ACTIVITY.OWNER_ID, Relations.OWNER.name()),
                                Column.unitOf(
                                                "unit",
                                                ACTIVITY.OWNER_ID,
                                                Directory.unitOf(ACTIVITY.OWNER_ID),
                                                Directory.unitNameOf(ACTIVITY.OWNER_ID))
                                        .unsorted()
                                        .onDemand(),
                                Column.text("externalId", ACTIVITY.EXTERNAL_ID)
                                        .unsorted()
                                        .onDemand(),
                                Column.instant("createdAt", ACTIVITY.CREATED_AT).onDemand()))
                .titled("text")
                .entering("kind", "text", "nextStep")
                .deletedWith("activities:edit")
                .found("text", "kind", "happenedAt", "customer")
                .following("contact")
                .needing("kind", "happenedAt", "owner")
                .withMore(fields.columns("activities"))
                .withViews(MINE, TEAM, ALL)
                .withActions("create", "edit", "delete", "export");
    }

    @Bean
    Listing taskListing() {
        return Listing.of(
                        "tasks",
                        "activities",
                        TaskStore.WITH_NAMES,
                        TASK.ID,
                        Scope.ownedBy(TASK.OWNER_ID),
                        "dueOn",
                        List.of(
                                Column.text("title", TASK.TITLE).inSearch(TASK.SEARCH),
                                Column.date("dueOn", TASK.DUE_ON),
                                Column.choice(
                                        "priority", TASK.PRIORITY, Options.of(Task.Priority.class, "task.priority")),
                                Column.record("customer", "customers", TASK.CUSTOMER_ID, Relations.CUSTOMER)
                                        .inSearch(TASK.SEARCH),
                                Column.record("contact", "contacts", TASK.CONTACT_ID, Relations.CONTACT)
                                        .onDemand(),
                                Column.record(
                                        "opportunity", "opportunities", TASK.OPPORTUNITY_ID, Relations.OPPORTUNITY),
                                Column.person("owner", TASK.OWNER_ID, Relations.OWNER.name()),
                                Column.instant("doneAt", TASK.DONE_AT),
                                Column.longText("note", TASK.NOTE).onDemand(),
                                Column.text("externalId", TASK.EXTERNAL_ID).onDemand(),
                                Column.instant("createdAt", TASK.CREATED_AT).onDemand()))
                .withViews(
                        new Listing.View(
                                "mine", Filter.where("owner", Operator.ME).and(OPEN)),
                        new Listing.View("overdue", OPEN.and(Filter.where("dueOn", Operator.WITHIN, "PAST"))),
                        new Listing.View(
                                "team",
                                Filter.where("owner", Operator.MY_REPORTS).and(OPEN)),
                        new Listing.View("done", Filter.where("doneAt", Operator.NOT_EMPTY)),
                        ALL)
                .titled("title")
                .entering("title", "dueOn", "priority", "note", "owner")
                .deletedWith("activities:edit")
                .foundBySound(TASK.SOUND, "title", "dueOn", "customer")
                .following("contact")
                .needing("dueOn", "priority", "doneAt", "owner")
                .telling("done", "doneAt")
                .withActions("create", "edit", "export");
    }
}
