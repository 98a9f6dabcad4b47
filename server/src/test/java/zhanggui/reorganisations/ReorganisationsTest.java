package zhanggui.reorganisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.opportunities.Desk;
import zhanggui.people.Organisation;
import zhanggui.people.Organisations;
import zhanggui.people.Units;
import zhanggui.problems.Refused;

/** A draft changes nothing until it is applied, and then exactly what its effects said. */
@TestPropertySource(properties = "test.database=reorganisations")
class ReorganisationsTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    Desk desk;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Organisations organisations;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Units units;

    private Desk.At at;
    private LocalDate today;
    private static int number;

    @BeforeAll
    void world() {
        world.exists();
        today = world.today();
    }

    @BeforeEach
    void desk() {
        at = desk.at(http);
    }

    @Test
    void aDraftForLaterChangesNothingToday() {
        var draft = draft(today.plusDays(10));
        var team = step(draft, Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "新组"));
        var unit = UUID.fromString(unitCalled(team, "新组").get("id").asString());
        step(draft, Map.of("kind", "MOVE_SEAT", "subject", seatOf("zhao"), "to", unit));
        assertThat(organisations.unit(unit, today.plusDays(10))).isEmpty();

        apply(draft);
        assertThat(organisations.unit(unit, today.plusDays(9))).isEmpty();
        assertThat(unitOf("zhao", today)).isEqualTo(world.id("south"));
        assertThat(unitOf("zhao", today.plusDays(10))).isEqualTo(unit);
        var shown = at.body(at.get("ops", "/api/reorganisations/" + draft), 200);
        assertThat(shown.at("/draft/state").asString()).isEqualTo("APPLIED");
        assertThat(shown.at("/draft/endedBy/name").asString()).isEqualTo("运营");
        assertThat(shown.at("/organisation").isNull()).isTrue();
        assertThat(shown.get("steps")).hasSize(2);

        // Every history says by which draft it came.
        var told = db.fetch("select changes::text as c from audit.entry where subject_id = ?", unit);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().get("c", String.class)).contains("\"reorganisation\"", name(draft));
        back("zhao", "south", today.plusDays(10));
    }

    @Test
    void whatTheEffectsCountIsTrueAfterwards() {
        customers("li", 3);
        customers("wu", 2);
        var sun = seen("sun");
        var zhou = seen("zhou");
        var draft = draft(today);
        // 二组 with its salesperson comes below 一组, whose head then sees them; the head of 华东 sees nobody new.
        step(draft, Map.of("kind", "MOVE_UNIT", "subject", world.id("east2"), "to", world.id("east1")));
        // Li works in the south from then on.
        step(draft, Map.of("kind", "MOVE_SEAT", "subject", seatOf("li"), "to", world.id("south")));
        var effects = effects(draft);

        assertThat(effects.get("applicable").asBoolean()).isTrue();
        assertThat(effects.get("changing").asInt()).isEqualTo(1);
        assertThat(effects.at("/people/0/person/name").asString()).isEqualTo("李雷");
        assertThat(effects.at("/people/0/differences/0/before").asString()).isEqualTo("华东一组");
        assertThat(effects.at("/people/0/differences/0/after").asString()).isEqualTo("华南");
        var ofZhou = reach(effects, "周组长");
        var ofSun = reach(effects, "孙经理");
        assertThat(ofZhou.get("gained").asInt()).isEqualTo(2);
        assertThat(ofZhou.get("lost").asInt()).isEqualTo(3);
        assertThat(ofSun.get("gained").asInt()).isZero();
        assertThat(ofSun.get("lost").asInt()).isEqualTo(3);
        assertThat(seen("sun")).isEqualTo(sun);

        apply(draft);
        assertThat(seen("sun")).isEqualTo(sun - 3);
        assertThat(seen("zhou")).isEqualTo(zhou + 2 - 3);
        back("li", "east1", today);
        units.move(world.id("east2"), world.id("east"), today, world.viewer("ops"));
    }

    @Test
    void unitsWithoutHeadAndPeopleWithoutSeatAreSaid() {
        var draft = draft(today.plusDays(3));
        step(draft, Map.of("kind", "MOVE_SEAT", "subject", seatOf("zhou"), "to", world.id("south")));
        step(draft, Map.of("kind", "VACATE", "subject", seatOf("wu")));
        var warnings = effects(draft)
                .get("warnings")
                .valueStream()
                .map(w -> w.get("concern").asString() + " " + w.get("name").asString())
                .toList();
        assertThat(warnings).containsExactlyInAnyOrder("UNIT_WITHOUT_HEAD 华东一组", "PERSON_WITHOUT_SEAT 吴强");
    }

    @Test
    void whatCannotBeIsRefusedAtOnceInWords() {
        var draft = draft(today.plusDays(3));
        refused(draft, Map.of("kind", "MOVE_UNIT", "subject", world.id("east"), "to", world.id("east1")), "unit-cycle");
        refused(draft, Map.of("kind", "CLOSE_UNIT", "subject", world.id("east2")), "unit-in-use");
        refused(draft, Map.of("kind", "CLOSE_SEAT", "subject", seatOf("wu")), "seat-occupied");
        refused(draft, Map.of("kind", "REPORT", "subject", seatOf("zhou"), "to", seatOf("li")), "seat-cycle");
        refused(draft, Map.of("kind", "LEAD", "subject", seatOf("li"), "head", true), "head-taken");
        refused(
                draft,
                Map.of("kind", "RENAME_UNIT", "subject", UUID.randomUUID(), "name", "无"),
                "reorganisation-step-gone");
        assertThat(at.body(at.post("ops", path(draft) + "/steps", Map.of("kind", "RENAME_UNIT", "version", 1)), 422)
                        .toString())
                .contains("subject", "name");
        assertThat(at.body(at.get("ops", path(draft)), 200).get("steps")).isEmpty();
        assertThat(at.post("ops", path(draft) + "/apply", Map.of("version", 1, "revision", organisations.revision())))
                .hasStatus(409);
        assertThat(at.post("ops", "/api/reorganisations", Map.of("name", "昨天", "day", today.minusDays(1))))
                .hasStatus(409);
    }

    @Test
    void whatChangedMeanwhileIsSaidAndNothingIsHalfApplied() {
        var unit = units.add(new Units.NewUnit(world.id("south"), "会改名", null, null, null), world.viewer("ops"));
        var draft = draft(today.plusDays(5));
        step(draft, Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "不会有"));
        step(draft, Map.of("kind", "RENAME_UNIT", "subject", unit, "name", "草案名"));
        var looked = effects(draft);
        units.rename(unit, "现名", null, today, world.viewer("ops"));

        // What was looked at is no longer what there is.
        assertThat(problem(at.post("ops", path(draft) + "/apply", agreed(looked))))
                .isEqualTo("reorganisation-meanwhile");
        var again = effects(draft);
        assertThat(again.get("applicable").asBoolean()).isFalse();
        assertThat(again.at("/misfits/0/problem").asString()).contains("现名");
        assertThat(problem(at.post("ops", path(draft) + "/apply", agreed(again))))
                .isEqualTo("reorganisation-unfit");
        assertThat(organisations.on(today.plusDays(5)).units())
                .extracting(Organisation.Unit::name)
                .doesNotContain("不会有", "草案名");

        // Whoever wants it nevertheless says so.
        var view = at.body(at.get("ops", path(draft)), 200);
        var step = view.at("/steps/1/id").asString();
        assertThat(view.at("/steps/1/problem").asString()).contains("现名");
        var renewed = at.body(
                at.post("ops", path(draft) + "/steps/renew", Map.of("step", step, "version", version(draft))), 200);
        assertThat(renewed.at("/steps/1/problem").isNull()).isTrue();
        apply(draft);
        assertThat(organisations.unit(unit, today.plusDays(5)).orElseThrow().name())
                .isEqualTo("草案名");
    }

    @Test
    void aStepThatLeavesTakesItsConsequencesAlong() {
        var draft = draft(today.plusDays(4));
        var view = step(draft, Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "临时组"));
        var unit = unitCalled(view, "临时组").get("id").asString();
        step(draft, Map.of("kind", "ADD_SEAT", "to", unit, "name", "新岗", "head", true));
        var first = view.at("/steps/0/id").asString();
        var left = at.body(
                at.post("ops", path(draft) + "/steps/remove", Map.of("step", first, "version", version(draft))), 200);
        assertThat(left.get("steps")).hasSize(1);
        assertThat(left.at("/steps/0/problem").asString()).isNotEmpty();
        assertThat(at.post("ops", path(draft) + "/steps/remove", Map.of("step", first, "version", version(draft))))
                .hasStatus(404);
    }

    @Test
    void ofTwoWhoApplyAtOnceOneDoes() throws Exception {
        var draft = draft(today.plusDays(6));
        step(draft, Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "只一次"));
        var effects = effects(draft);
        var together = new CyclicBarrier(2);
        Callable<Boolean> attempt = () -> {
            together.await();
            try {
                reorganisations.apply(
                        draft,
                        effects.get("version").asInt(),
                        effects.get("revision").asLong(),
                        world.viewer("ops"));
                return true;
            } catch (Refused e) {
                return false;
            }
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var done = new ArrayList<Boolean>();
            for (var one : pool.invokeAll(List.of(attempt, attempt))) done.add(one.get());
            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
        assertThat(organisations.on(today.plusDays(6)).units())
                .filteredOn(u -> u.name().equals("只一次"))
                .hasSize(1);
    }

    @Test
    void somebodyElsesChangeOfTheDraftIsNotOverwritten() {
        var draft = draft(today.plusDays(2));
        step(draft, Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "甲"));
        var late = Map.of("kind", "ADD_UNIT", "to", world.id("south"), "name", "乙", "version", 1);
        assertThat(problem(at.post("ops", path(draft) + "/steps", late))).isEqualTo("stale");
        assertThat(problem(at.put("ops", path(draft), Map.of("name", "另名", "day", today.plusDays(2), "version", 1))))
                .isEqualTo("stale");
        assertThat(at.put(
                        "ops", path(draft), Map.of("name", "另名", "day", today.plusDays(3), "version", version(draft))))
                .hasStatus(204);
        assertThat(at.post("ops", path(draft) + "/discard", Map.of("version", version(draft))))
                .hasStatus(204);
        assertThat(problem(at.post("ops", path(draft) + "/discard", Map.of("version", version(draft)))))
                .isEqualTo("reorganisation-over");
        assertThat(problem(at.get("ops", path(draft) + "/effects"))).isEqualTo("reorganisation-over");
        var all = at.body(at.get("ops", "/api/reorganisations"), 200);
        assertThat(all.valueStream().filter(d -> d.get("id").asString().equals("" + draft)))
                .allMatch(d -> d.get("state").asString().equals("DISCARDED"));
    }

    @Test
    void onlyThoseWhoManageTheOrganisationKnowOfDrafts() {
        var draft = draft(today.plusDays(1));
        for (var who : List.of("li", "sun", "chen")) {
            assertThat(at.get(who, "/api/reorganisations")).hasStatus(403);
            assertThat(at.get(who, path(draft))).hasStatus(403);
            assertThat(at.get(who, path(draft) + "/effects")).hasStatus(403);
        }
    }

    @Test
    void whoDoesNotSeeAllRecordsIsToldNoCounts() {
        customers("wu", 1);
        var draft = draft(today.plusDays(1));
        step(draft, Map.of("kind", "MOVE_UNIT", "subject", world.id("east2"), "to", world.id("south")));
        var effects = reorganisations.effects(
                draft,
                world.viewer("ops")
                        .holding(Map.of("people:edit", zhanggui.access.Grant.of(zhanggui.access.Reach.ALL))));
        assertThat(effects.reaches()).isEmpty();
        assertThat(effects.unseen()).contains("客户");
        assertThat(effects(draft).get("unseen")).isEmpty();
    }

    /** Whatever is drawn up, applying it leaves a tree without circles with everybody once in it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsDrawnUpStaysATree(long seed) {
        var random = new Random(seed);
        var day = today.plusDays(30 + seed);
        var draft = draft(day);
        int taken = 0;
        for (int i = 0; i < 15; i++) {
            var view = at.body(at.get("ops", path(draft)), 200).get("organisation");
            var body = new HashMap<>(anything(view, random));
            body.put("version", version(draft));
            var answer = at.post("ops", path(draft) + "/steps", body);
            assertThat(answer.getResponse().getStatus()).isIn(200, 409);
            if (answer.getResponse().getStatus() == 200) taken++;
        }
        if (taken == 0) return;
        var before = organisations.on(day);
        var people = seated(before);
        apply(draft);
        var after = organisations.on(day);
        assertThat(after.loop()).isEmpty();
        var top = after.units().stream().filter(u -> u.parent() == null).toList();
        var reached = new HashSet<UUID>();
        top.forEach(root -> assertThat(after.tree(root.id())).allMatch(reached::add));
        assertThat(reached).hasSize(after.units().size());
        assertThat(after.seats()).allMatch(seat -> reached.contains(seat.unit()));
        assertThat(seated(after)).isEqualTo(people);
        // So that the next draft finds what this one found.
        db.execute("delete from reorganisations.draft where id = ?", draft);
    }

    private static Set<UUID> seated(Organisation organisation) {
        var main = organisation.seats().stream()
                .filter(s -> s.occupant() != null && s.main())
                .collect(Collectors.groupingBy(s -> java.util.Objects.requireNonNull(s.occupant())));
        assertThat(main.values()).allMatch(seats -> seats.size() == 1);
        return main.keySet();
    }

    private Map<String, Object> anything(JsonNode view, Random random) {
        var units = new ArrayList<String>();
        var seats = new ArrayList<String>();
        view.get("units").forEach(u -> {
            units.add(u.get("id").asString());
            u.get("seats").forEach(s -> seats.add(s.get("id").asString()));
        });
        var unit = units.get(random.nextInt(units.size()));
        var other = units.get(random.nextInt(units.size()));
        var seat = seats.get(random.nextInt(seats.size()));
        return switch (random.nextInt(8)) {
            case 0 -> Map.of("kind", "ADD_UNIT", "to", unit, "name", "组" + ++number);
            case 1, 2 -> Map.of("kind", "MOVE_UNIT", "subject", unit, "to", other);
            case 3 -> Map.of("kind", "CLOSE_UNIT", "subject", unit);
            case 4 -> Map.of("kind", "MOVE_SEAT", "subject", seat, "to", unit);
            case 5 -> Map.of("kind", "REPORT", "subject", seat, "to", seats.get(random.nextInt(seats.size())));
            case 6 -> Map.of("kind", "LEAD", "subject", seat, "head", random.nextBoolean());
            default -> Map.of("kind", "ADD_SEAT", "to", unit, "name", "岗" + ++number, "head", random.nextBoolean());
        };
    }

    private UUID draft(LocalDate day) {
        var made = at.body(at.post("ops", "/api/reorganisations", Map.of("name", "调整" + ++number, "day", day)), 201);
        return UUID.fromString(made.get("id").asString());
    }

    private String name(UUID draft) {
        return at.body(at.get("ops", path(draft)), 200).at("/draft/name").asString();
    }

    private JsonNode step(UUID draft, Map<String, Object> step) {
        var body = new HashMap<>(step);
        body.put("version", version(draft));
        return at.body(at.post("ops", path(draft) + "/steps", body), 200);
    }

    private void refused(UUID draft, Map<String, Object> step, String code) {
        var body = new HashMap<>(step);
        body.put("version", version(draft));
        assertThat(problem(at.post("ops", path(draft) + "/steps", body))).isEqualTo(code);
    }

    private String problem(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        return at.body(answer, 409).get("code").asString();
    }

    private JsonNode effects(UUID draft) {
        return at.body(at.get("ops", path(draft) + "/effects"), 200);
    }

    private static Map<String, Object> agreed(JsonNode effects) {
        return Map.of(
                "version",
                effects.get("version").asInt(),
                "revision",
                effects.get("revision").asLong());
    }

    private void apply(UUID draft) {
        assertThat(at.post("ops", path(draft) + "/apply", agreed(effects(draft))))
                .hasStatus(204);
    }

    private int version(UUID draft) {
        return db.fetchSingle("select version from reorganisations.draft where id = ?", draft)
                .get(0, Integer.class);
    }

    private static String path(UUID draft) {
        return "/api/reorganisations/" + draft;
    }

    private static JsonNode unitCalled(JsonNode view, String name) {
        return view.at("/organisation/units")
                .valueStream()
                .filter(u -> u.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode reach(JsonNode effects, String person) {
        return effects.get("reaches")
                .valueStream()
                .filter(r -> r.at("/person/name").asString().equals(person))
                .flatMap(r -> r.get("parts").valueStream())
                .filter(p -> p.get("kind").asString().equals("customers"))
                .findFirst()
                .orElseThrow();
    }

    private UUID seatOf(String who) {
        return organisations.mainSeat(world.id(who), today).orElseThrow().id();
    }

    private @Nullable UUID unitOf(String who, LocalDate day) {
        return organisations
                .mainSeat(world.id(who), day)
                .map(Organisation.Seat::unit)
                .orElse(null);
    }

    private void back(String who, String unit, LocalDate day) {
        var draft = draft(day);
        step(draft, Map.of("kind", "MOVE_SEAT", "subject", seatOf(who), "to", world.id(unit)));
        apply(draft);
    }

    private void customers(String owner, int many) {
        db.execute("delete from customers.customer where owner_id = ?", world.id(owner));
        for (int i = 0; i < many; i++) {
            db.execute(
                    "insert into customers.customer (name, owner_id, created_by) values (?, ?, ?)",
                    "客户" + UUID.randomUUID(),
                    world.id(owner),
                    world.id(owner));
        }
    }

    private int seen(String who) {
        return at.body(at.get(who, "/api/lists/customers/rows?view=all"), 200)
                .get("total")
                .asInt();
    }
}
