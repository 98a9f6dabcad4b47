package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.people.Occupations.Occupy;
import zhanggui.people.Seats.ChangeSeat;
import zhanggui.people.Seats.NewSeat;
import zhanggui.people.Units.ChangeUnit;
import zhanggui.people.Units.NewUnit;
import zhanggui.problems.Refused;

/** Dated changes, through the API and the commands behind it. */
@TestPropertySource(properties = "test.database=reorganisation")
class ReorganisationTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Units units;

    @Autowired
    Seats seats;

    @Autowired
    Occupations occupations;

    @Autowired
    People people;

    @Autowired
    OrganisationStore store;

    private Viewer ops;
    private LocalDate today;

    @BeforeAll
    void company() {
        world.exists();
        ops = world.viewer("ops");
        today = world.today();
    }

    @Test
    void theTreeShowsUnitsSeatsAndWhoSitsThere() {
        var tree = http.get()
                .uri("/api/organisation?on={day}", today.minusDays(1))
                .with(world.as("li"))
                .exchange();
        assertThat(tree).hasStatusOk();
        assertThat(tree)
                .bodyJson()
                .extractingPath("$.units[?(@.name=='华东一组')].head.person.name")
                .isEqualTo(List.of("周组长"));
        assertThat(tree)
                .bodyJson()
                .extractingPath("$.units[?(@.name=='华东一组')].seats[*].occupant.name")
                .asArray()
                .contains("李雷", "王梅", "周组长");
        assertThat(http.get().uri("/api/organisation?on=2019-12-31").with(world.as("li")))
                .bodyJson()
                .extractingPath("units")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/api/organisation").exchange()).hasStatus(401);
    }

    @Test
    void onlyThoseWhoManageTheOrganisationChangeIt() {
        var body = "{\"parentId\":\"%s\",\"name\":\"新部门\"}".formatted(world.id("south"));
        for (var who : List.of("li", "sun", "chen")) {
            assertThat(http.post()
                            .uri("/api/organisation/units")
                            .with(world.as(who))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .hasStatus(403);
        }
        assertThat(post("/api/organisation/units", body)).hasStatus(201);
    }

    @Test
    void aChangeHoldsFromItsDayAndNotBefore() {
        var unit = unit("甲", world.id("south"), today);
        change(unit, "乙", world.id("south"), today.plusDays(3));
        assertThat(name(unit, today)).isEqualTo("甲");
        assertThat(name(unit, today.plusDays(2))).isEqualTo("甲");
        assertThat(name(unit, today.plusDays(3))).isEqualTo("乙");
        assertThat(store.view(today.minusDays(1)).unit(unit)).isEmpty();
    }

    @Test
    void whatIsPlannedForLaterComesToPass() {
        var unit = unit("计划前", world.id("south"), today);
        change(unit, "计划中", world.id("south"), today.plusDays(30));
        change(unit, "今天", world.id("east"), today);
        assertThat(name(unit, today.plusDays(29))).isEqualTo("今天");
        assertThat(name(unit, today.plusDays(30))).isEqualTo("计划中");
    }

    @Test
    void aStaleChangeIsRefusedWithWhatHoldsNow() {
        var unit = unit("旧", world.id("south"), today);
        var body = "{\"parentId\":\"%s\",\"name\":\"新\",\"version\":%d}";
        assertThat(put("/api/organisation/units/" + unit, body.formatted(world.id("south"), 1)))
                .hasStatus(204);
        var stale = put("/api/organisation/units/" + unit, body.formatted(world.id("south"), 1));
        assertThat(stale).hasStatus(409);
        assertThat(stale).bodyJson().extractingPath("code").isEqualTo("stale");
        assertThat(stale).bodyJson().extractingPath("current.version").isEqualTo(2);
    }

    @Test
    void noUnitHangsBelowItself() {
        var a = unit("上", world.id("company"), today);
        var b = unit("中", a, today);
        var c = unit("下", b, today);
        var refused =
                put("/api/organisation/units/" + a, "{\"parentId\":\"%s\",\"name\":\"上\",\"version\":1}".formatted(c));
        assertThat(refused).hasStatus(409);
        assertThat(refused).bodyJson().extractingPath("code").isEqualTo("unit-cycle");
        assertThat(refused).bodyJson().extractingPath("detail").asString().contains("下级部门");
        assertRefused("unit-cycle", () -> change(a, "上", a, today));
    }

    @Test
    void aUnitIsClosedWhenNothingIsLeftInIt() {
        var unit = unit("关", world.id("south"), today);
        var below = unit("关下", unit, today);
        var seat = seat(unit, "岗", false, null);
        assertRefused("unit-in-use", () -> units.close(unit, today.plusDays(9), ops));
        units.close(below, today.plusDays(9), ops);
        seats.close(seat, today.plusDays(9), ops);
        units.close(unit, today.plusDays(9), ops);
        assertThat(store.view(today.plusDays(8)).unit(unit)).isPresent();
        assertThat(store.view(today.plusDays(9)).unit(unit)).isEmpty();
        assertRefused("unit-not-there", () -> units.add(new NewUnit(unit, "晚", null, null, today.plusDays(9)), ops));
        assertRefused("unit-not-there", () -> units.add(new NewUnit(unit, "长", null, null, today), ops));
    }

    @Test
    void aUnitHasOneHead() {
        var unit = unit("一个头", world.id("south"), today);
        seat(unit, "头", true, null);
        assertRefused("head-taken", () -> seat(unit, "另一个头", true, null));
    }

    @Test
    void noSeatReportsToItselfThroughOthers() {
        var unit = unit("圈", world.id("south"), today);
        var head = seat(unit, "头", true, null);
        var one = seat(unit, "一", false, null);
        var two = seat(unit, "二", false, one);
        assertRefused("seat-cycle", () -> report(one, unit, two));
        assertRefused(
                "seat-cycle",
                () -> seats.change(
                        head,
                        new ChangeSeat(
                                unit,
                                "头",
                                null,
                                true,
                                two,
                                today,
                                store.view(today).seat(head).orElseThrow().version()),
                        ops));
        assertRefused("seat-reported-to", () -> seats.close(one, today.plusDays(1), ops));
    }

    @Test
    void oneSitsOnASeatAndEachHasOneMainSeat() {
        var unit = unit("坐", world.id("south"), today);
        var first = seat(unit, "一", false, null);
        var second = seat(unit, "二", false, null);
        var ann = people.create(People.NewPerson.named("安", null), ops);
        var bob = people.create(People.NewPerson.named("鲍", null), ops);
        occupy(first, ann, false, today);
        assertRefused("seat-taken", () -> occupy(first, bob, false, today));
        assertRefused("main-seat-taken", () -> occupy(second, ann, false, today.plusDays(5)));
        occupy(second, ann, true, today.plusDays(5));
        assertThat(occupant(first, today.plusDays(4))).isEqualTo(ann);
        assertThat(occupant(first, today.plusDays(5))).isNull();
        assertThat(occupant(second, today.plusDays(5))).isEqualTo(ann);
        assertRefused("seat-occupied", () -> seats.close(second, today.plusDays(6), ops));
        occupy(second, bob, false, today);
        assertThat(occupant(second, today.plusDays(4))).isEqualTo(bob);
        assertThat(occupant(second, today.plusDays(5))).isEqualTo(ann);
        occupations.vacate(second, today.plusDays(7), ops);
        seats.close(second, today.plusDays(7), ops);
        assertRefused("not-then", () -> occupations.vacate(second, today.plusDays(8), ops));
    }

    @Test
    void dottedLinesStandBesideTheSolidOneUntilTheyEnd() {
        var unit = unit("虚线", world.id("south"), today);
        var one = seat(unit, "一", false, null);
        var two = seat(unit, "二", false, null);
        var body = "{\"reportsTo\":\"%s\"}".formatted(two);
        assertThat(post("/api/organisation/seats/" + one + "/dotted-lines", body))
                .hasStatus(204);
        assertThat(post("/api/organisation/seats/" + one + "/dotted-lines", body))
                .hasStatus(204);
        assertThat(store.view(today).dottedLines()).contains(new OrganisationView.DottedLine(one, two));
        seats.close(two, today.plusDays(2), ops);
        assertThat(store.view(today.plusDays(2)).dottedLines())
                .doesNotContain(new OrganisationView.DottedLine(one, two));
        assertThat(post("/api/organisation/seats/" + one + "/dotted-lines/end", body))
                .hasStatus(204);
        assertThat(store.view(today).dottedLines()).doesNotContain(new OrganisationView.DottedLine(one, two));
        assertRefused("seat-cycle", () -> seats.draw(one, one, today, ops));
    }

    @Test
    void ofTwoMovesThatContradictEachOtherOneIsRefused() throws Exception {
        for (int round = 0; round < 5; round++) {
            var a = unit("并发甲" + round, world.id("company"), today);
            var b = unit("并发乙" + round, world.id("company"), today);
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var first = threads.submit(moving(a, b, start));
                var second = threads.submit(moving(b, a, start));
                assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("moved", "unit-cycle");
            }
        }
    }

    @Test
    void everyChangeIsInTheLog() {
        var unit = unit("记录", world.id("south"), today);
        change(unit, "记录二", world.id("south"), today);
        var filter = "{\"column\":\"subject\",\"operator\":\"CONTAINS\",\"values\":[\"记录\"]}";
        var rows = http.get()
                .uri("/api/lists/audit/rows?filter={f}", filter)
                .with(world.as("admin"))
                .exchange();
        assertThat(rows).bodyJson().extractingPath("total").isEqualTo(2);
        assertThat(rows).bodyJson().extractingPath("rows[0].cells.type").isEqualTo("units");
    }

    /** Whatever is done from today on: the days before stay as they were, and no day has a circle or a double seat. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void yesterdayStaysAsItWas(long seed) {
        var random = new Random(seed);
        var before = List.of(store.on(today.minusDays(1)), store.on(LocalDate.of(2020, 6, 1)));
        for (int i = 0; i < 40; i++) {
            try {
                anything(random);
            } catch (Refused e) {
                assertThat(e.reason().status()).isIn(404, 409, 422);
            }
        }
        for (var was : before) {
            var is = store.on(was.day());
            assertThat(new HashSet<>(is.units())).isEqualTo(new HashSet<>(was.units()));
            assertThat(new HashSet<>(is.seats())).isEqualTo(new HashSet<>(was.seats()));
        }
        for (var day : List.of(today, today.plusDays(7), today.plusDays(40), today.plusDays(400))) {
            var organisation = store.on(day);
            assertThat(organisation.loop()).isEmpty();
            for (var unit : organisation.units()) {
                if (unit.parent() == null) continue;
                assertThat(organisation.unit(unit.parent())).isPresent();
                assertThat(organisation.tree(unit.id())).doesNotContain(unit.parent());
            }
            for (var seat : organisation.seats()) {
                assertThat(organisation.unit(seat.unit())).isPresent();
                if (seat.reportsTo() != null)
                    assertThat(organisation.seat(seat.reportsTo())).isPresent();
                if (seat.occupant() != null) {
                    assertThat(organisation.seatsOf(seat.occupant()).stream().filter(Organisation.Seat::main))
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }

    private void anything(Random random) {
        var day = today.plusDays(random.nextInt(3) * random.nextInt(30));
        var tree = store.view(day);
        var unit = tree.units().get(random.nextInt(tree.units().size()));
        var other = tree.units().get(random.nextInt(tree.units().size()));
        var all = tree.units().stream().flatMap(u -> u.seats().stream()).toList();
        var seat = all.get(random.nextInt(all.size()));
        var above = random.nextInt(3) == 0 ? all.get(random.nextInt(all.size())).id() : null;
        var who = List.of("li", "wang", "wu", "zhao", "zhou", "sun").get(random.nextInt(6));
        switch (random.nextInt(8)) {
            case 0 -> units.add(new NewUnit(unit.id(), "随机" + random.nextInt(1000), null, null, day), ops);
            case 1 ->
                units.change(unit.id(), new ChangeUnit(other.id(), unit.name(), null, null, day, unit.version()), ops);
            case 2 -> units.close(unit.id(), day, ops);
            case 3 -> seats.add(new NewSeat(unit.id(), "岗", null, random.nextInt(4) == 0, above, day), ops);
            case 4 ->
                seats.change(
                        seat.id(),
                        new ChangeSeat(other.id(), seat.title(), null, seat.head(), above, day, seat.version()),
                        ops);
            case 5 -> seats.close(seat.id(), day, ops);
            case 6 -> occupy(seat.id(), world.id(who), random.nextBoolean(), day);
            default -> occupations.vacate(seat.id(), day, ops);
        }
    }

    private Callable<String> moving(UUID unit, UUID below, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                change(unit, "动", below, today);
                return "moved";
            } catch (Refused e) {
                return e.reason().code();
            }
        };
    }

    private UUID unit(String name, UUID parent, LocalDate from) {
        return units.add(new NewUnit(parent, name, null, null, from), ops);
    }

    private void change(UUID unit, String name, UUID parent, LocalDate from) {
        var version = store.view(from).unit(unit).orElseThrow().version();
        units.change(unit, new ChangeUnit(parent, name, null, null, from, version), ops);
    }

    private UUID seat(UUID unit, String title, boolean head, UUID reportsTo) {
        return seats.add(new NewSeat(unit, title, null, head, reportsTo, today), ops);
    }

    private void report(UUID seat, UUID unit, UUID to) {
        var version = store.view(today).seat(seat).orElseThrow().version();
        seats.change(seat, new ChangeSeat(unit, "报", null, false, to, today, version), ops);
    }

    private void occupy(UUID seat, UUID person, boolean move, LocalDate from) {
        occupations.occupy(seat, new Occupy(person, true, move, from), ops);
    }

    private UUID occupant(UUID seat, LocalDate day) {
        return store.on(day).seat(seat).orElseThrow().occupant();
    }

    private String name(UUID unit, LocalDate day) {
        return store.on(day).unit(unit).orElseThrow().name();
    }

    private static void assertRefused(String code, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason().code()).isEqualTo(code));
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .with(world.as("ops"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String uri, String body) {
        return http.put()
                .uri(uri)
                .with(world.as("ops"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
