package zhanggui.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.accounts.Accounts;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;
import zhanggui.opportunities.Desk;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.texts.Language;

/** What leavers had in hand goes to others, as was looked at beforehand, and everybody finds out how. */
@TestPropertySource(properties = "test.database=handovers")
class HandoversTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    Desk desk;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    List<JobKind> kinds;

    @Autowired
    PlatformTransactionManager transactions;

    private Desk.At at;
    private UUID leaver;
    private String name;
    private static int number;

    @BeforeAll
    void world() {
        world.exists();
    }

    /** Somebody in 华东一组 with four customers, two open deals, a won one, a task, and a place in others' teams. */
    @BeforeEach
    void somebodyLeaves() {
        at = desk.at(http);
        name = "离职者" + ++number;
        leaver = people.add(NewPerson.named(name, null));
        var seat = UUID.randomUUID();
        db.execute("insert into people.seat (id) values (?)", seat);
        db.execute(
                "insert into people.seat_state (seat_id, unit_id, title, valid) values (?, ?, '岗', '[2020-01-01,)')",
                seat,
                world.id("east1"));
        db.execute(
                "insert into people.occupation (seat_id, person_id, valid) values (?, ?, '[2020-01-01,)')",
                seat,
                leaver);
        db.execute("update people.revision set number = number + 1");
        accounts.open(new Accounts.NewAccount(leaver, "leaver" + number, null, Language.ZH, List.of("salesperson")));
    }

    private UUID customer(String level) {
        return db.fetchSingle(
                        "insert into customers.customer (name, level, owner_id, created_by) values (?, ?, ?, ?) returning id",
                        name + "的客户" + UUID.randomUUID(),
                        level,
                        leaver,
                        leaver)
                .get(0, UUID.class);
    }

    private UUID deal(UUID customer, String stage, int amount) {
        var made = at.created(
                "ops",
                Map.of(
                        "name",
                        name + "的商机",
                        "customer",
                        customer,
                        "amount",
                        amount,
                        "currency",
                        "CNY",
                        "expectedClose",
                        world.today().plusDays(9),
                        "owner",
                        leaver));
        var id = UUID.fromString(made.get("id").asString());
        if (!stage.equals("OPEN")) {
            db.execute(
                    "update opportunities.opportunity set outcome = 'WON', closed_on = current_date, engaged_on = current_date where id = ?",
                    id);
        }
        return id;
    }

    private UUID task(UUID customer) {
        return db.fetchSingle(
                        "insert into activities.task (title, due_on, customer_id, owner_id, created_by)"
                                + " values ('打电话', current_date, ?, ?, ?) returning id",
                        customer,
                        leaver,
                        leaver)
                .get(0, UUID.class);
    }

    private static Map<String, Object> rule(String kind, boolean withCustomer, UUID... heirs) {
        return Map.of("kind", kind, "withCustomer", withCustomer, "heirs", List.of(heirs));
    }

    @SafeVarargs
    private Map<String, Object> plan(Map<String, Object>... rules) {
        return Map.of("leaver", leaver, "rules", List.of(rules));
    }

    private Map<String, Object> start(Map<String, Object> plan) {
        return Map.of("plan", plan, "reason", "离职交接", "block", false);
    }

    private JsonNode done(String who, Map<String, Object> start) {
        var id = at.body(at.post(who, "/api/handovers", start), 202).get("id").asString();
        return over(who, id);
    }

    private JsonNode over(String who, String id) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            var view = at.body(at.get(who, "/api/handovers/" + id), 200);
            if (!view.get("state").asString().equals("RUNNING")) return view;
            assertThat(System.nanoTime()).isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private UUID owner(String table, UUID id) {
        return db.fetchSingle("select owner_id from " + table + " where id = ?", id)
                .get(0, UUID.class);
    }

    @Test
    void everythingOpenGoesToOneSuccessorAndWhatWasWonStays() {
        var customers = List.of(customer("A"), customer("B"));
        var open = deal(customers.getFirst(), "OPEN", 100);
        var won = deal(customers.getFirst(), "WON", 900);
        var todo = task(customers.getFirst());
        var li = world.id("li");
        var plan = plan(rule("customers", false, li), rule("open-deals", false, li), rule("open-tasks", false, li));
        var preview = at.body(at.post("ops", "/api/handovers/preview", plan), 200);
        assertThat(kind(preview, "customers").get("number").asInt()).isEqualTo(2);
        assertThat(kind(preview, "customers").get("moving").asInt()).isEqualTo(2);
        assertThat(kind(preview, "open-deals").at("/sums/0/amount").asInt()).isEqualTo(100);
        assertThat(kind(preview, "closed-deals").get("moving").asInt()).isZero();
        assertThat(kind(preview, "closed-deals").get("staying").asInt()).isEqualTo(1);
        var part = preview.at("/heirs/0/parts/0");
        assertThat(part.get("gains").asInt()).isEqualTo(2);
        assertThat(part.get("before").asInt()).isGreaterThanOrEqualTo(0);

        var over = done("ops", start(plan));
        assertThat(over.get("state").asString()).isEqualTo("DONE");
        assertThat(over.get("moved").asInt()).isEqualTo(4);
        assertThat(over.get("skipped").asInt()).isZero();
        customers.forEach(id -> assertThat(owner("customers.customer", id)).isEqualTo(li));
        assertThat(owner("opportunities.opportunity", open)).isEqualTo(li);
        assertThat(owner("opportunities.opportunity", won)).isEqualTo(leaver);
        assertThat(owner("activities.task", todo)).isEqualTo(li);

        var history = at.body(at.get("ops", "/api/history/opportunities/" + open), 200)
                .get(0);
        assertThat(history.get("actionLabel").asString()).isEqualTo("交接");
        var lines = new HashMap<String, JsonNode>();
        history.get("changes").forEach(c -> lines.put(c.get("field").asString(), c));
        assertThat(lines.get("owner").get("before").asString()).isEqualTo(name);
        assertThat(lines.get("owner").get("after").asString()).isEqualTo("李雷");
        assertThat(lines.get("handover").get("after").asString())
                .isEqualTo(over.get("number").asString() + " 离职交接");
        assertThat(lines.get("handover").get("label").asString()).isEqualTo("交接说明");
    }

    @Test
    void eachSuccessorIsToldOnce() {
        for (int i = 0; i < 7; i++) customer("A");
        var before = told("wang");
        done("ops", start(plan(rule("customers", false, world.id("wang"), world.id("zhou")))));
        var after = told("wang");
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.getFirst()).contains(name, "客户 3", "离职交接");
    }

    private List<String> told(String who) {
        var all = new ArrayList<String>();
        at.body(at.get(who, "/api/notices"), 200)
                .get("notices")
                .forEach(n -> all.add(n.get("text").asString()));
        return all;
    }

    @Test
    void rulesAreAskedInTurnAndDealsGoWithTheirCustomers() {
        var a = List.of(customer("A"), customer("A"));
        var c = List.of(customer("C"), customer("C"));
        var ofA = deal(a.getFirst(), "OPEN", 5);
        var ofC = deal(c.getFirst(), "OPEN", 50);
        var plan = plan(
                Map.of(
                        "kind",
                        "customers",
                        "withCustomer",
                        false,
                        "filter",
                        Map.of("column", "level", "operator", "IS", "values", List.of("A")),
                        "heirs",
                        List.of(world.id("zhou"))),
                rule("customers", false, world.id("li"), world.id("wang")),
                rule("open-deals", true, world.id("wu")));
        done("ops", start(plan));
        a.forEach(id -> assertThat(owner("customers.customer", id)).isEqualTo(world.id("zhou")));
        assertThat(List.of(owner("customers.customer", c.getFirst()), owner("customers.customer", c.getLast())))
                .containsExactlyInAnyOrder(world.id("li"), world.id("wang"));
        assertThat(owner("opportunities.opportunity", ofA)).isEqualTo(world.id("zhou"));
        assertThat(owner("opportunities.opportunity", ofC)).isEqualTo(owner("customers.customer", c.getFirst()));
    }

    @Test
    void placesInTeamsAreTakenOverWithTheirRights() {
        var theirs = db.fetchSingle(
                        "insert into customers.customer (name, owner_id, created_by) values (?, ?, ?) returning id",
                        "同事的客户" + number,
                        world.id("wang"),
                        world.id("wang"))
                .get(0, UUID.class);
        db.execute(
                "insert into customers.collaborator (customer_id, person_id, may_write) values (?, ?, true), (?, ?, false)",
                theirs,
                leaver,
                theirs,
                world.id("li"));
        done("ops", start(plan(rule("customer-teams", false, world.id("li")))));
        assertThat(db.fetch("select person_id, may_write from customers.collaborator where customer_id = ?", theirs)
                        .map(r -> r.get(0) + " " + r.get(1)))
                .containsExactly(world.id("li") + " true");
    }

    @Test
    void aManagerHandsOverWithinTheirReachOnly() {
        customer("A");
        var plan = plan(rule("customers", false, world.id("li")));
        assertThat(at.post("li", "/api/handovers/preview", plan)).hasStatus(403);
        at.body(at.post("zhou", "/api/handovers/preview", plan), 200);
        var other = Map.of("leaver", world.id("zhao"), "rules", List.of());
        assertThat(at.post("zhou", "/api/handovers/preview", other)).hasStatus(403);
        var blocking = Map.of("plan", plan, "reason", "x", "block", true);
        assertThat(at.post("zhou", "/api/handovers", blocking)).hasStatus(403);
        var leaving = Map.of("plan", plan, "reason", "x", "block", false, "leftOn", world.today());
        assertThat(at.post("zhou", "/api/handovers", leaving)).hasStatus(403);
    }

    @Test
    void theLeaverCanBeBlockedAndTheLastDaySaid() {
        customer("A");
        var plan = plan(rule("customers", false, world.id("li")));
        var over = done(
                "admin",
                Map.of(
                        "plan",
                        plan,
                        "reason",
                        "离职",
                        "block",
                        true,
                        "leftOn",
                        world.today().plusDays(7)));
        assertThat(over.get("blocked").asBoolean()).isTrue();
        assertThat(accounts.signsIn(leaver)).isFalse();
        assertThat(db.fetchSingle("select left_on from people.person where id = ?", leaver)
                        .get(0, java.time.LocalDate.class))
                .isEqualTo(world.today().plusDays(7));
        var preview = at.body(at.post("admin", "/api/handovers/preview", plan()), 200);
        assertThat(preview.get("mayBlock").asBoolean()).isFalse();
    }

    @Test
    void nothingIsGivenToWhoHasLeftOrToThemselves() {
        var gone = people.add(NewPerson.named("早走了" + number, null));
        db.execute("update people.person set left_on = current_date - 3 where id = ?", gone);
        for (var heir : List.of(gone, leaver, UUID.randomUUID())) {
            assertThat(at.post("ops", "/api/handovers/preview", plan(rule("customers", false, heir))))
                    .hasStatus(422);
        }
        assertThat(at.post("ops", "/api/handovers/preview", plan(rule("ships", false, world.id("li")))))
                .hasStatus(422);
    }

    /** A server died after some of it: what moved stays moved, what others took meanwhile is theirs, nothing moves twice. */
    @Test
    void itGoesOnWhereItStopped() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 620; i++) ids.add(customer(i % 2 == 0 ? "A" : "B"));
        var li = world.id("li");
        var id = stopped(ids, li);
        var run = new Run(world.viewer("ops"), 1);
        var kind = kinds.stream()
                .filter(k -> k.name().equals("handover"))
                .findFirst()
                .orElseThrow();
        var input = new tools.jackson.databind.json.JsonMapper().valueToTree(Map.of("handover", id));
        try {
            kind.run(input, run);
        } catch (Died e) {
            kind.ended(UUID.randomUUID(), input, zhanggui.jobs.Job.State.CANCELLED, null);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(ids.stream().filter(one -> owner("customers.customer", one).equals(li)))
                .hasSize(500);
        var taken = ids.stream()
                .filter(one -> !owner("customers.customer", one).equals(li))
                .limit(2)
                .toList();
        db.execute("update customers.customer set owner_id = ? where id = ?", world.id("wang"), taken.get(0));
        db.execute("delete from customers.customer where id = ?", taken.get(1));
        assertThat(at.body(at.get("ops", "/api/handovers/" + id), 200)
                        .get("mayResume")
                        .asBoolean())
                .isTrue();
        assertThat(at.post("ops", "/api/handovers/" + id + "/resume", Map.of())).hasStatus(202);
        var over = over("ops", id.toString());
        assertThat(over.get("state").asString()).isEqualTo("DONE");
        assertThat(over.get("moved").asInt()).isEqualTo(618);
        assertThat(over.get("skipped").asInt()).isEqualTo(2);
        var left = at.body(at.get("ops", "/api/handovers/" + id + "/items?state=SKIPPED"), 200);
        assertThat(left.get("total").asInt()).isEqualTo(2);
        var reasons = new ArrayList<String>();
        left.get("items").forEach(i -> reasons.add(i.get("reason").asString()));
        assertThat(reasons).containsExactlyInAnyOrder("期间已转给他人", "已被删除");
        assertThat(owner("customers.customer", taken.getFirst())).isEqualTo(world.id("wang"));
        assertThat(db.fetchValue(
                        "select max(n) from (select count(*) n from audit.entry where action = 'handed-over'"
                                + " and subject_id = any(?) group by subject_id) x",
                        (Object) ids.toArray(UUID[]::new)))
                .isEqualTo(1L);
        assertThat(at.post("ops", "/api/handovers/" + id + "/resume", Map.of())).hasStatus(409);
    }

    private UUID stopped(List<UUID> ids, UUID heir) {
        return new TransactionTemplate(transactions).execute(status -> {
            var id = db.fetchSingle(
                            "insert into handovers.handover (leaver_id, reason, blocked, state, total, created_by)"
                                    + " values (?, '离职', false, 'RUNNING', ?, ?) returning id",
                            leaver,
                            ids.size(),
                            world.id("ops"))
                    .get(0, UUID.class);
            for (int i = 0; i < ids.size(); i++) {
                db.execute(
                        "insert into handovers.item (handover_id, place, kind, record_id, name, heir_id)"
                                + " values (?, ?, 'customers', ?, 'x', ?)",
                        id,
                        i,
                        ids.get(i),
                        heir);
            }
            return id;
        });
    }

    private static final class Died extends RuntimeException {}

    /** A run that is stopped after so many steps. */
    private static final class Run implements JobRun {
        private final Viewer viewer;
        private int steps;

        Run(Viewer viewer, int steps) {
            this.viewer = viewer;
            this.steps = steps;
        }

        @Override
        public UUID id() {
            return new UUID(0, 0);
        }

        @Override
        public Viewer viewer() {
            return viewer;
        }

        @Override
        public void progress(long done, long total) {
            if (steps-- == 0) throw new Died();
        }

        @Override
        public void done(Object result) {}
    }

    @Test
    void oneAtATimeAndItStandsInTheList() {
        customer("A");
        var plan = plan(rule("customers", false, world.id("li")));
        var running = stopped(List.of(), world.id("li"));
        assertThat(at.post("ops", "/api/handovers", start(plan))).hasStatus(409);
        db.execute("update handovers.handover set state = 'FAILED', ended_at = now() where id = ?", running);
        var over = done("ops", start(plan));
        var rows = at.body(at.get("ops", "/api/lists/handovers/rows?size=500"), 200);
        assertThat(rows.get("rows").valueStream().map(r -> r.get("id").asString()))
                .contains(over.get("id").asString());
        assertThat(over.at("/shares/0/moved").asInt()).isEqualTo(1);
    }

    private static JsonNode kind(JsonNode preview, String name) {
        return preview.get("kinds")
                .valueStream()
                .filter(k -> k.get("kind").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
