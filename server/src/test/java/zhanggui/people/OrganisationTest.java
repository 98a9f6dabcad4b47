package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.people.Organisation.Seat;
import zhanggui.people.Organisation.Unit;

class OrganisationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Property(tries = 300)
    void everyReachHoldsOneselfAndNobodyFromOutside(@ForAll("organisations") Organisation organisation) {
        var everyone = people(organisation);
        for (var person : everyone) {
            for (var reach : List.of(Reach.OWN, Reach.SUBORDINATES, Reach.DEPARTMENT, Reach.DEPARTMENT_TREE)) {
                assertThat(organisation.coveredBy(Grant.of(reach), person).people())
                        .contains(person)
                        .isSubsetOf(everyone);
            }
            assertThat(organisation
                            .coveredBy(Grant.of(Reach.DEPARTMENT_TREE), person)
                            .people())
                    .containsAll(organisation
                            .coveredBy(Grant.of(Reach.DEPARTMENT), person)
                            .people());
        }
    }

    @Property(tries = 300)
    void whoHasAManagerIsBelowThem(@ForAll("organisations") Organisation organisation) {
        for (var person : people(organisation)) {
            organisation.managerOf(person).ifPresent(manager -> assertThat(organisation.subordinates(manager))
                    .contains(person));
        }
    }

    @Property(tries = 300)
    void nobodyIsBelowThoseBelowThem(@ForAll("organisations") Organisation organisation) {
        for (var person : people(organisation)) {
            for (var below : organisation.subordinates(person)) {
                assertThat(organisation.subordinates(below)).doesNotContain(person);
            }
        }
    }

    @Property(tries = 300)
    void theTreeAloneNeverClosesACircle(@ForAll long seed) {
        assertThat(random(seed, false).loop()).isEmpty();
    }

    @Example
    void aHeadWhoReportsToOneOfTheirOwnClosesACircle() {
        var unit = unit(null);
        var member = UUID.randomUUID();
        var organisation = organisation(
                List.of(unit), List.of(seat(UUID.randomUUID(), unit, true, member), seat(member, unit, false, null)));
        assertThat(organisation.loop()).isPresent();
    }

    @Example
    void linesLeadOverVacantSeats() {
        var top = unit(null);
        var below = unit(top.id());
        var chief = seat(UUID.randomUUID(), top, true, null);
        var vacant = new Seat(UUID.randomUUID(), below.id(), "head", null, true, null, null, false);
        var member = seat(UUID.randomUUID(), below, false, null);
        var organisation = organisation(List.of(top, below), List.of(chief, vacant, member));
        assertThat(organisation.managerOf(person(member))).contains(person(chief));
        assertThat(organisation.subordinates(person(chief))).containsOnly(person(member));
    }

    /** One seat each, some vacant, some lines drawn by hand, no circles: as the database lets them be. */
    @Provide
    Arbitrary<Organisation> organisations() {
        return Arbitraries.longs().map(seed -> random(seed, true)).filter(o -> o.loop()
                .isEmpty());
    }

    private static Organisation random(long seed, boolean drawn) {
        var random = new Random(seed);
        var units = new ArrayList<Unit>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            units.add(unit(
                    units.isEmpty()
                            ? null
                            : units.get(random.nextInt(units.size())).id()));
        }
        var seats = new ArrayList<Seat>();
        var headed = new HashSet<UUID>();
        for (int i = 0; i < random.nextInt(20); i++) {
            var unit = units.get(random.nextInt(units.size()));
            var head = random.nextInt(3) == 0 && headed.add(unit.id());
            var above = drawn && !seats.isEmpty() && random.nextInt(5) == 0
                    ? seats.get(random.nextInt(seats.size())).id()
                    : null;
            var seat = seat(UUID.randomUUID(), unit, head, above);
            seats.add(
                    random.nextInt(6) > 0
                            ? seat
                            : new Seat(seat.id(), seat.unit(), "vacant", null, head, above, null, false));
        }
        return organisation(units, seats);
    }

    private static Organisation organisation(List<Unit> units, List<Seat> seats) {
        var everybody =
                seats.stream().map(Seat::occupant).filter(Objects::nonNull).toList();
        return new Organisation(DAY, units, seats, Map.of(), everybody);
    }

    private static Set<UUID> people(Organisation organisation) {
        var people = new HashSet<UUID>();
        organisation.seats().stream().filter(s -> s.occupant() != null).forEach(s -> people.add(s.occupant()));
        return people;
    }

    private static Unit unit(UUID parent) {
        return new Unit(UUID.randomUUID(), parent, "unit", null, 1);
    }

    private static Seat seat(UUID id, Unit unit, boolean head, UUID reportsTo) {
        return new Seat(id, unit.id(), "seat", null, head, reportsTo, UUID.randomUUID(), true);
    }

    private static UUID person(Seat seat) {
        return seat.occupant();
    }
}
