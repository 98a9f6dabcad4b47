package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import zhanggui.rights.Firm.Contact;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Handover;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Firm.Todo;
import zhanggui.rights.Firm.Work;
import zhanggui.rights.Oracle.Asker;

/** Looks at everything as one person, wherever records can be seen, and compares with the oracle's set. */
final class Inspection {
    private static final Map<Class<? extends Thing>, String> MODULES = Map.of(
            Customer.class, "customers",
            Contact.class, "customers",
            Deal.class, "opportunities",
            FollowUp.class, "activities",
            Todo.class, "activities",
            Work.class, "jobs",
            Handover.class, "handovers");
    private static final Map<String, String> NAMES = Map.of(
            "customers",
            "name",
            "contacts",
            "name",
            "opportunities",
            "name",
            "activities",
            "text",
            "tasks",
            "title",
            "handovers",
            "reason");
    private static final Map<String, List<String>> GROUPS = Map.of(
            "customers", List.of("level", "status"),
            "contacts", List.of("role"),
            "opportunities", List.of("stage", "outcome", "pipeline", "category"));
    private final Firm firm;
    private final Oracle oracle;
    private final Asker asker;
    private final Wire.Visitor visitor;
    private final String who;

    Inspection(Firm firm, Asker asker, Wire.Visitor visitor, String who) {
        this.firm = firm;
        this.oracle = new Oracle(firm);
        this.asker = asker;
        this.visitor = visitor;
        this.who = who;
    }

    void everything() {
        MODULES.forEach(this::rows);
        firm.things.forEach(this::page);
        firm.all(Customer.class).forEach(this::customer);
        firm.all(Deal.class).forEach(this::deal);
        report();
    }

    private <T extends Thing> void rows(Class<T> kind, String module) {
        var list = Settlement.list(firm.all(kind).findFirst().orElseThrow());
        var at = "/api/lists/" + list;
        if (!oracle.may(asker, module + ":read")) {
            for (var path : List.of("", "/rows", "/groups?by=level", "/export")) denied(at + path);
            return;
        }
        var seen = set(kind, thing -> oracle.lists(asker, thing, "read"));
        var page = visitor.read(at + "/rows?size=500");
        assertThat(ids(page)).as(says(list)).isEqualTo(seen);
        assertThat(page.get("total").asInt()).as(says(list + " in all")).isEqualTo(seen.size());
        var second = visitor.read(at + "/rows?size=3&page=2");
        assertThat(seen).as(says(list + ", page 2")).containsAll(ids(second));
        assertThat(second.get("total").asInt()).isEqualTo(seen.size());
        for (var by : GROUPS.getOrDefault(list, List.of())) {
            var counts = visitor.read(at + "/groups?by=" + by);
            var sum = counts.valueStream().mapToInt(g -> g.get("count").asInt()).sum();
            assertThat(sum).as(says(list + " by " + by)).isEqualTo(seen.size());
        }
        hidden(list, page);
        firm.all(kind)
                .filter(thing -> !seen.contains(thing.id()) && !(thing instanceof Work))
                .limit(2)
                .forEach(thing -> assertThat(visitor.read(at + "/rows?q=" + Wire.encoded(Settlement.name(thing)))
                                .get("total")
                                .asInt())
                        .as(says("search for " + thing))
                        .isZero());
        if (kind == Deal.class) sums(page);
        export(kind, list, module);
    }

    /** Rights by field join here: what is hidden stands in no row. */
    private void hidden(String list, JsonNode page) {
        var hidden = oracle.hidden(asker, list);
        if (hidden.isEmpty()) return;
        page.get("rows").forEach(row -> assertThat(row.get("cells").propertyNames())
                .as(says(list))
                .doesNotContainAnyElementsOf(hidden));
    }

    private void sums(JsonNode page) {
        var sum = firm.all(Deal.class)
                .filter(deal -> oracle.lists(asker, deal, "read"))
                .map(Deal::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var shown = page.at("/sums/amount/0/amount");
        assertThat(shown.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(shown.asString()))
                .as(says("sum of deals"))
                .isEqualByComparingTo(sum);
        var byOutcome = firm.all(Deal.class)
                .filter(deal -> oracle.lists(asker, deal, "read"))
                .collect(Collectors.groupingBy(Deal::outcome, Collectors.counting()));
        visitor.read("/api/lists/opportunities/groups?by=outcome")
                .forEach(group -> assertThat(group.get("count").asLong())
                        .as(says("board"))
                        .isEqualTo(byOutcome.getOrDefault(group.get("value").asString(), 0L)));
    }

    private void export(Class<? extends Thing> kind, String list, String module) {
        var at = "/api/lists/" + list + "/export?format=csv&columns=" + NAMES.getOrDefault(list, "title");
        if (!oracle.may(asker, module + ":export")) {
            denied(at);
            return;
        }
        var lines = visitor.get(at).body().lines().skip(1).collect(Collectors.toSet());
        var names = firm.all(kind)
                .filter(thing -> oracle.lists(asker, thing, "read") && oracle.lists(asker, thing, "export"))
                .map(Settlement::name)
                .collect(Collectors.toSet());
        assertThat(lines).as(says("export of " + list)).isEqualTo(names);
    }

    private void page(Thing thing) {
        var list = Settlement.list(thing);
        var module = MODULES.get(thing.getClass());
        var needed = thing instanceof Work || oracle.may(asker, module + ":read");
        opens("/api/" + list + "/" + thing.id(), needed, oracle.sees(asker, thing));
        var logged = thing instanceof FollowUp || thing instanceof Todo
                ? oracle.sees(asker, thing)
                : oracle.lists(asker, thing, "read");
        opens("/api/history/" + list + "/" + thing.id(), oracle.may(asker, module + ":read"), logged);
    }

    private boolean opens(String path, boolean permitted, boolean seen) {
        var status = visitor.get(path).status();
        assertThat(status).as(says(path)).isEqualTo(permitted ? seen ? 200 : 404 : 403);
        return permitted && seen;
    }

    private void customer(Customer customer) {
        var at = "/api/customers/" + customer.id() + "/timeline";
        var permitted = oracle.may(asker, "customers:read") && oracle.may(asker, "activities:read");
        if (opens(at, permitted, oracle.sees(asker, customer))) {
            timeline(
                    at,
                    f -> oracle.showsOnTimeline(asker, customer, f.owner(), f.customer(), f.deal()),
                    t -> oracle.showsOnTimeline(asker, customer, t.owner(), t.customer(), t.deal()));
        }
        var summary = "/api/opportunities/of-customer/" + customer.id() + "/summary";
        if (opens(summary, oracle.may(asker, "opportunities:read"), oracle.sees(asker, customer))) {
            var deals = firm.all(Deal.class)
                    .filter(deal -> customer.equals(deal.customer()) && oracle.lists(asker, deal, "read"))
                    .toList();
            var answer = visitor.read(summary);
            for (var outcome : List.of("OPEN", "WON", "LOST")) {
                assertThat(answer.get(outcome.toLowerCase(java.util.Locale.ROOT) + "Count")
                                .asLong())
                        .as(says(summary))
                        .isEqualTo(deals.stream()
                                .filter(d -> d.outcome().equals(outcome))
                                .count());
            }
        }
        if (oracle.sees(asker, customer)) {
            assertThat(visitor.read("/api/customers/" + customer.id())
                            .get("children")
                            .asLong())
                    .as(says("companies below " + customer.id()))
                    .isEqualTo(firm.all(Customer.class)
                            .filter(c -> customer.id().equals(c.parent()) && oracle.sees(asker, c))
                            .count());
        }
        duplicates(customer);
    }

    private void duplicates(Customer customer) {
        var answer = visitor.send("POST", "/api/customers/duplicates", "{\"name\":\"" + customer.name() + "\"}");
        if (!oracle.may(asker, "customers:create") && !oracle.may(asker, "customers:edit")) {
            assertThat(answer.status()).as(says("duplicates")).isEqualTo(403);
            return;
        }
        var seen = oracle.sees(asker, customer);
        assertThat(answer.json()).as(says("one like " + customer.name())).hasSize(1);
        var candidate = answer.json().get(0);
        assertThat(candidate.get("visible").asBoolean()).as(says("duplicate")).isEqualTo(seen);
        assertThat(candidate.get("id").isNull()).isEqualTo(!seen);
        if (seen) return;
        assertThat(candidate.get("owner").isNull()).isTrue();
        assertThat(answer.body())
                .doesNotContain(customer.name())
                .doesNotContain(customer.id().toString());
    }

    private void deal(Deal deal) {
        var at = "/api/opportunities/" + deal.id() + "/timeline";
        var permitted = oracle.may(asker, "opportunities:read") && oracle.may(asker, "activities:read");
        if (opens(at, permitted, oracle.sees(asker, deal))) {
            timeline(at, f -> deal.equals(f.deal()), t -> deal.equals(t.deal()));
        }
    }

    private void timeline(String at, Predicate<FollowUp> followUps, Predicate<Todo> todos) {
        var timeline = visitor.read(at);
        assertThat(idsOf(timeline.get("activities"))).as(says(at)).isEqualTo(set(FollowUp.class, followUps));
        assertThat(idsOf(timeline.get("tasks"))).as(says(at)).isEqualTo(set(Todo.class, todos));
    }

    /** Figures are of the deals whose owners one covers; a share in a deal adds nothing to them. */
    private void report() {
        if (!oracle.may(asker, "reports:read") || !oracle.may(asker, "opportunities:read")) {
            denied("/api/reports/sales");
            return;
        }
        var report = visitor.read("/api/reports/sales");
        for (var outcome : List.of("WON", "LOST", "OPEN")) {
            var figure = report.get(outcome.toLowerCase(java.util.Locale.ROOT));
            var deals = set(
                    Deal.class,
                    d -> d.outcome().equals(outcome) && oracle.covers(asker, "opportunities:read", d.owner()));
            assertThat(figure.get("count").asInt()).as(says("report")).isEqualTo(deals.size());
            assertThat(drilled(figure.get("drill")))
                    .as(says("behind " + outcome))
                    .isEqualTo(deals);
        }
        for (var parts : List.of("people", "units", "funnel")) {
            for (var part : report.get(parts)) {
                var count = part.has("now") ? part.get("now") : part.get("count");
                assertThat(drilled(part.get("drill"))).as(says(parts)).hasSize(count.asInt());
            }
        }
    }

    private Set<UUID> drilled(JsonNode drill) {
        return ids(visitor.read("/api/lists/" + drill.get("list").asString() + "/rows?size=500&filter="
                + Wire.encoded(drill.get("filter").toString())));
    }

    private void denied(String path) {
        assertThat(visitor.get(path).status()).as(says(path)).isEqualTo(403);
    }

    private <T extends Thing> Set<UUID> set(Class<T> kind, Predicate<T> which) {
        return firm.all(kind).filter(which).map(Thing::id).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(JsonNode page) {
        return idsOf(page.get("rows"));
    }

    private static Set<UUID> idsOf(JsonNode rows) {
        var ids = new HashSet<UUID>();
        rows.forEach(row -> ids.add(UUID.fromString(row.get("id").asString())));
        return ids;
    }

    private String says(String what) {
        return who + ": " + what;
    }
}
