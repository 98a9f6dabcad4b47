package zhanggui.handovers;

import static zhanggui.handovers.db.Tables.HANDOVER;

import java.util.List;
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
import zhanggui.notices.NoticeKind;
import zhanggui.notices.ToldOtherwise;
import zhanggui.people.Directory;
import zhanggui.people.Handing;

/** Hand-overs as a list; they are reached by whose things were handed over. */
@Configuration(proxyBeanMethods = false)
class HandoverList {
    static final Scope SCOPE = Scope.ownedBy(HANDOVER.LEAVER_ID);
    static final Directory.People LEAVER = Directory.as("leaver");
    static final Directory.People DOER = Directory.as("doer");

    @Bean
    Permissions handoverPermissions() {
        return Permissions.of(
                Permission.scoped("handovers", "read"),
                Permission.scoped("handovers", "run"),
                Permission.scoped("handovers", "export"));
    }

    @Bean
    NoticeKind handedOver() {
        return new NoticeKind("handed-over", true);
    }

    @Bean
    ToldOtherwise handoversTellThemselves() {
        return new ToldOtherwise(Handing.ACTION);
    }

    @Bean
    Listing handoverListing() {
        return Listing.of(
                        "handovers",
                        "handovers",
                        HANDOVER.leftJoin(LEAVER.table())
                                .on(LEAVER.id().eq(HANDOVER.LEAVER_ID))
                                .leftJoin(DOER.table())
                                .on(DOER.id().eq(HANDOVER.CREATED_BY)),
                        HANDOVER.ID,
                        SCOPE,
                        "-createdAt",
                        List.of(
                                Column.text("number", HANDOVER.NUMBER).inSearch(),
                                Column.person("leaver", HANDOVER.LEAVER_ID, LEAVER.name())
                                        .inSearch(),
                                Column.choice(
                                        "state", HANDOVER.STATE, Options.of(HandoverState.class, "handover.state")),
                                Column.number("total", HANDOVER.TOTAL),
                                Column.number("moved", HANDOVER.MOVED),
                                Column.number("skipped", HANDOVER.SKIPPED),
                                Column.longText("reason", HANDOVER.REASON).inSearch(),
                                Column.date("leftOn", HANDOVER.LEFT_ON).onDemand(),
                                Column.flag("blocked", HANDOVER.BLOCKED).onDemand(),
                                Column.person("createdBy", HANDOVER.CREATED_BY, DOER.name()),
                                Column.instant("createdAt", HANDOVER.CREATED_AT),
                                Column.instant("endedAt", HANDOVER.ENDED_AT).onDemand()))
                .withViews(
                        new Listing.View("all", Filter.EVERYTHING),
                        new Listing.View("mine", Filter.where("createdBy", Operator.ME)))
                .withActions("run", "export");
    }
}
