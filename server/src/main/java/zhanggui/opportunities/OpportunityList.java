package zhanggui.opportunities;

import static org.jooq.impl.DSL.field;
import static zhanggui.listings.Operator.EMPTY;
import static zhanggui.listings.Operator.IS;
import static zhanggui.listings.Operator.ME;
import static zhanggui.listings.Operator.MY_DEPARTMENT;
import static zhanggui.listings.Operator.MY_REPORTS;
import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.STAGE;

import java.util.List;
import org.jooq.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.choices.Choice;
import zhanggui.choices.ChoiceList;
import zhanggui.choices.Choices;
import zhanggui.company.CompanyDirectory;
import zhanggui.customers.CustomerDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldHost;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Listing.View;
import zhanggui.listings.Options;
import zhanggui.people.Directory;
import zhanggui.products.ProductDirectory;
import zhanggui.rates.Currencies;

/** Opportunities as a list and as a board. What can be sorted by is in the index {@code opportunity_sorted}. */
@Configuration(proxyBeanMethods = false)
class OpportunityList {
    private static final CustomerDirectory.CustomersAs CUSTOMER = CustomerDirectory.as("customer");
    private static final Directory.People OWNER = Directory.as("owner");
    private static final zhanggui.opportunities.db.tables.Line FIRST = LINE.as("first_line");
    private static final ProductDirectory.ProductsAs MAIN = ProductDirectory.as("main_product");

    @Bean
    Permissions opportunityPermissions() {
        return Permissions.of(
                Permission.scoped("opportunities", "read"),
                Permission.scoped("opportunities", "create"),
                Permission.scoped("opportunities", "edit"),
                Permission.scoped("opportunities", "assign"),
                Permission.scoped("opportunities", "delete"),
                Permission.scoped("opportunities", "export"),
                Permission.plain("pipelines", "edit"));
    }

    @Bean
    ChoiceList lossReasons() {
        return ChoiceList.of(
                "loss-reasons",
                Choice.of("price", "价格", "Price"),
                Choice.of("competitor", "选择了竞争对手", "Chose a competitor"),
                Choice.of("no-budget", "没有预算", "No budget"),
                Choice.of("no-decision", "没有决定", "No decision"),
                Choice.of("product-fit", "产品不合适", "Product did not fit"),
                Choice.of("timing", "时机不对", "Timing"),
                Choice.of("no-contact", "失去联系", "Lost contact"),
                Choice.of("other", "其他", "Other"),
                Choice.of("no-reason-given", "未说明原因", "No reason given"));
    }

    @Bean
    FieldHost opportunityFields() {
        return FieldHost.of("opportunities", OPPORTUNITY.CUSTOM, "source")
                .in(OPPORTUNITY.CURRENCY)
                .searchedThrough(OPPORTUNITY.SEARCH, OPPORTUNITY.CUSTOM_SEARCH)
                .withMoney("amount", OPPORTUNITY.AMOUNT)
                .withDate("expectedClose", OPPORTUNITY.EXPECTED_CLOSE)
                .withDate("engagedOn", OPPORTUNITY.ENGAGED_ON)
                .withDate("closedOn", OPPORTUNITY.CLOSED_ON)
                .withDate("nextStepOn", OPPORTUNITY.NEXT_STEP_ON);
    }

    @Bean
    Listing opportunityListing(Pipelines pipelines, Choices choices, CustomFields fields) {
        return Listing.of(
                        "opportunities",
                        "opportunities",
                        from(),
                        OPPORTUNITY.ID,
                        OpportunityReach.SCOPE,
                        "-createdAt",
                        columns(pipelines, choices))
                .withViews(
                        new View("open", open()),
                        new View("mine", Filter.where("owner", ME)),
                        new View("team", Filter.where("owner", MY_REPORTS)),
                        new View("department", Filter.where("owner", MY_DEPARTMENT)),
                        new View("won", Filter.where("outcome", IS, "WON")),
                        new View("lost", Filter.where("outcome", IS, "LOST")),
                        new View("stale", Filter.where("overdue", IS, "true")),
                        new View("noNextStep", open().and(Filter.where("nextStepOn", EMPTY))),
                        new View("all", Filter.EVERYTHING))
                .titled("name")
                .entering(
                        "name", "customer", "amount", "expectedClose", "source", "competitor", "nextStep", "nextStepOn")
                .deletedWith("opportunities:delete")
                .foundBySound(OPPORTUNITY.SOUND, "name", "number", "customer", "owner")
                .following("engagedOn", "closedOn", "outcome", "rate", "rateFrom", "baseAmount")
                .needing("stage", "pipeline", "outcome", "currency")
                .telling("lines", "amount", "products")
                .telling("amountFromLines", "amount")
                .telling("openAmount", "amount")
                .telling("wonAmount", "amount")
                .telling("lastWonOn", "closedOn")
                .withMore(fields.columns("opportunities"))
                .groupedBy("stage", "outcome", "pipeline", "category", "lossReason", "source")
                .withActions("create", "edit", "assign", "delete", "export");
    }

    private static Filter open() {
        return Filter.where("outcome", IS, "OPEN");
    }

    private static Table<?> from() {
        return OPPORTUNITY
                .leftJoin(STAGE)
                .on(STAGE.ID.eq(OPPORTUNITY.STAGE_ID))
                .leftJoin(CUSTOMER.table())
                .on(CUSTOMER.id().eq(OPPORTUNITY.CUSTOMER_ID))
                .leftJoin(OWNER.table())
                .on(OWNER.id().eq(OPPORTUNITY.OWNER_ID))
                .leftJoin(FIRST)
                .on(FIRST.OPPORTUNITY_ID.eq(OPPORTUNITY.ID), FIRST.POSITION.eq(1))
                .leftJoin(MAIN.table())
                .on(MAIN.id().eq(FIRST.PRODUCT_ID));
    }

    private static List<Column> columns(Pipelines pipelines, Choices choices) {
        var o = OPPORTUNITY;
        var daysInStage = field(
                "case when {0} = 'OPEN' then extract(day from now() - {1})::int end",
                Integer.class, o.OUTCOME, o.STAGE_SINCE);
        var overdue = field(
                "coalesce({0} = 'OPEN' and {1} < now() - make_interval(days => {2}), false)",
                Boolean.class, o.OUTCOME, o.STAGE_SINCE, STAGE.NORMAL_DAYS);
        var rateMissing = field("({0} is not null and {1} is null)", Boolean.class, o.AMOUNT, o.BASE_AMOUNT);
        var cycle = field("({0} - {1})", Integer.class, o.CLOSED_ON, o.ENGAGED_ON);
        return List.of(
                Column.text("name", o.NAME).inSearch(o.SEARCH),
                Column.text("number", o.NUMBER).inSearch(o.SEARCH).onDemand(),
                Column.record("customer", "customers", CUSTOMER.id(), CUSTOMER.name())
                        .inSearch(o.SEARCH),
                Column.money("amount", o.AMOUNT, o.CURRENCY).withTotal(o.BASE_AMOUNT, CompanyDirectory.currency()),
                Column.money("baseAmount", o.BASE_AMOUNT, CompanyDirectory.currency())
                        .onDemand()
                        .revealing("amount"),
                Column.choice("currency", o.CURRENCY, Currencies.options()).onDemand(),
                Column.number("rate", o.RATE).unsorted().onDemand().revealing("amount"),
                Column.date("rateFrom", o.RATE_FROM).unsorted().onDemand().revealing("amount"),
                Column.flag("rateMissing", rateMissing).unsorted().onDemand().revealing("amount"),
                Column.choice("stage", o.STAGE_ID, pipelines.stageOptions()).sortedBy(STAGE.POSITION),
                RelatedColumns.furthestStage(pipelines).onDemand(),
                Column.choice("pipeline", o.PIPELINE_ID, pipelines.pipelineOptions())
                        .onDemand(),
                Column.choice("outcome", o.OUTCOME, Options.of(Outcome.class, "opportunity.outcome"))
                        .onDemand(),
                Column.percent("probability", STAGE.PROBABILITY).onDemand().revealing("stage"),
                Column.choice("category", STAGE.CATEGORY, Options.of(ForecastCategory.class, "opportunity.category"))
                        .onDemand()
                        .revealing("stage"),
                Column.date("expectedClose", o.EXPECTED_CLOSE),
                Column.date("closedOn", o.CLOSED_ON),
                Column.date("engagedOn", o.ENGAGED_ON).onDemand(),
                Column.person("owner", o.OWNER_ID, OWNER.name()),
                Column.unitOf("unit", o.OWNER_ID, Directory.unitOf(o.OWNER_ID), Directory.unitNameOf(o.OWNER_ID))
                        .unsorted()
                        .onDemand()
                        .revealing("owner"),
                RelatedColumns.unitAtClosing().onDemand().revealing("owner", "closedOn"),
                Column.record("product", "products", FIRST.PRODUCT_ID, MAIN.name())
                        .revealing("products"),
                RelatedColumns.products().onDemand(),
                Column.choice("source", o.SOURCE, choices.options("sources")).onDemand(),
                Column.choice("lossReason", o.LOSS_REASON, choices.options("loss-reasons"))
                        .onDemand(),
                Column.text("competitor", o.COMPETITOR).onDemand(),
                Column.text("nextStep", o.NEXT_STEP).unsorted(),
                Column.date("nextStepOn", o.NEXT_STEP_ON),
                Column.number("daysInStage", daysInStage),
                Column.number("cycleDays", cycle).onDemand().revealing("engagedOn", "closedOn"),
                Column.flag("overdue", overdue).unsorted().onDemand(),
                Column.instant("lastFollowedAt", o.LAST_FOLLOWED_AT),
                Column.text("externalId", o.EXTERNAL_ID).unsorted().onDemand(),
                Column.instant("createdAt", o.CREATED_AT),
                Column.instant("updatedAt", o.UPDATED_AT).onDemand());
    }
}
