package zhanggui.edits;

import static org.jooq.impl.DSL.falseCondition;
import static zhanggui.edits.db.Tables.TARGET;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.edits.TargetStore.Outcome;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;

/** What became of each record of bulk actions, for whoever asked for them. */
@Configuration(proxyBeanMethods = false)
class OutcomeList {
    private static final Scope OWN = (viewer, permission) ->
            viewer.origin().way() == Viewer.Way.TOKEN ? falseCondition() : TARGET.OWNER_ID.eq(viewer.id());

    @Bean
    Listing outcomeListing() {
        return Listing.of(
                        "outcomes",
                        "jobs",
                        TARGET,
                        TARGET.ID,
                        OWN,
                        "position",
                        List.of(
                                Column.text("title", TARGET.TITLE).inSearch(),
                                Column.choice("outcome", TARGET.OUTCOME, Options.of(Outcome.class, "bulk.outcome")),
                                Column.longText("message", TARGET.MESSAGE),
                                Column.number("position", TARGET.POSITION).onDemand(),
                                Column.record("job", "jobs", TARGET.JOB_ID, TARGET.LIST)
                                        .onDemand()))
                .withViews(
                        new Listing.View("all", Filter.EVERYTHING),
                        new Listing.View("refused", Filter.where("outcome", Operator.IS, "REFUSED")))
                .withOwn();
    }
}
