package zhanggui.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Circle;
import zhanggui.access.Colleagues;
import zhanggui.access.Grant;

/** The organisation as it stands on one day. Immutable: any number of requests share one. */
public final class Organisation implements Colleagues {
    /** @param position its place among its siblings */
    public record Unit(
            UUID id,
            @Nullable UUID parent,
            String name,
            @Nullable String nameEn,
            int position) {}

    /**
     * @param head whether it leads its unit
     * @param reportsTo the seat above when it is not the one the tree implies
     * @param occupant who sits there; absent while vacant
     * @param main whether it is the occupant's main seat
     */
    public record Seat(
            UUID id,
            UUID unit,
            String title,
            @Nullable String duties,
            boolean head,
            @Nullable UUID reportsTo,
            @Nullable UUID occupant,
            boolean main) {}

    private final LocalDate day;
    private final Map<UUID, Unit> units;
    private final Map<UUID, Seat> seats;
    private final Map<UUID, Set<UUID>> unitsBelow = new HashMap<>();
    private final Map<UUID, Set<Seat>> seatsIn = new HashMap<>();
    private final Map<UUID, Set<Seat>> seatsOf = new HashMap<>();
    private final Map<UUID, Seat> heads = new HashMap<>();
    private final Map<UUID, Set<Seat>> seatsUnder = new HashMap<>();
    private final Map<UUID, Set<UUID>> formerIn = new HashMap<>();
    private final Map<UUID, Set<UUID>> formerUnder = new HashMap<>();
    private final Set<UUID> everybody;
    /** Found once: of a large company it takes a while, and every request asks. */
    private final Map<Covering, Circle> covered = new ConcurrentHashMap<>();

    private final Map<UUID, Circle> within = new ConcurrentHashMap<>();

    private record Covering(Grant grant, UUID person) {}

    /**
     * @param former the last main seat of people who have none on that day: their records stay in its reach
     * @param everybody all the people there are, whether they have a seat or not
     */
    Organisation(
            LocalDate day,
            Collection<Unit> units,
            Collection<Seat> seats,
            Map<UUID, Seat> former,
            Collection<UUID> everybody) {
        this.day = day;
        this.everybody = Set.copyOf(everybody);
        this.units = units.stream().collect(Collectors.toUnmodifiableMap(Unit::id, u -> u));
        this.seats = seats.stream().collect(Collectors.toUnmodifiableMap(Seat::id, s -> s));
        for (var unit : units) {
            if (unit.parent() != null) at(unitsBelow, unit.parent()).add(unit.id());
        }
        for (var seat : seats) {
            at(seatsIn, seat.unit()).add(seat);
            if (seat.occupant() != null) at(seatsOf, seat.occupant()).add(seat);
            if (seat.head()) heads.put(seat.unit(), seat);
        }
        for (var seat : seats)
            superior(seat).ifPresent(above -> at(seatsUnder, above.id()).add(seat));
        former.forEach((person, seat) -> {
            at(formerIn, seat.unit()).add(person);
            var still = this.seats.get(seat.id());
            superior(still == null ? seat : still)
                    .ifPresent(above -> at(formerUnder, above.id()).add(person));
        });
    }

    public LocalDate day() {
        return day;
    }

    public Collection<Unit> units() {
        return units.values();
    }

    public Collection<Seat> seats() {
        return seats.values();
    }

    public Optional<Unit> unit(UUID id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<Seat> seat(UUID id) {
        return Optional.ofNullable(seats.get(id));
    }

    public Optional<Seat> head(UUID unit) {
        return Optional.ofNullable(heads.get(unit));
    }

    public Set<Seat> seatsOf(UUID person) {
        return seatsOf.getOrDefault(person, Set.of());
    }

    /** The seat a person mainly works on. */
    public Optional<Seat> mainSeat(UUID person) {
        return seatsOf(person).stream().filter(Seat::main).findFirst();
    }

    @Override
    public Optional<Place> unitOf(UUID person) {
        return mainSeat(person).flatMap(seat -> unit(seat.unit())).map(unit -> new Place(unit.id(), unit.name()));
    }

    /** The seat above: the one named, else the head of the unit, else the head of the nearest unit above that has one. */
    public Optional<Seat> superior(Seat seat) {
        if (seat.reportsTo() != null) return seat(seat.reportsTo());
        var unit = units.get(seat.unit());
        while (unit != null) {
            var head = heads.get(unit.id());
            if (head != null && !head.id().equals(seat.id())) return Optional.of(head);
            unit = unit.parent() == null ? null : units.get(unit.parent());
        }
        return Optional.empty();
    }

    /** The person above on the solid line; looks further up while the seat above is vacant. */
    public Optional<UUID> managerOf(UUID person) {
        var seen = new HashSet<UUID>();
        var seat = mainSeat(person).flatMap(this::superior);
        while (seat.isPresent() && seen.add(seat.get().id())) {
            var occupant = seat.get().occupant();
            if (occupant != null && !occupant.equals(person)) return Optional.of(occupant);
            seat = superior(seat.get());
        }
        return Optional.empty();
    }

    /** A seat that would report to itself through others, where there is one: no day may have any. */
    public Optional<Seat> loop() {
        var fine = new HashSet<UUID>();
        for (var seat : seats.values()) {
            var way = new LinkedHashSet<UUID>();
            var at = Optional.of(seat);
            while (at.isPresent() && !fine.contains(at.get().id())) {
                if (!way.add(at.get().id())) return at;
                at = superior(at.get());
            }
            fine.addAll(way);
        }
        return Optional.empty();
    }

    /** The units directly below a unit. */
    public List<Unit> below(UUID unit) {
        return unitsBelow.getOrDefault(unit, Set.of()).stream()
                .map(id -> Objects.requireNonNull(units.get(id)))
                .toList();
    }

    /** A unit and all units below it. */
    public Set<UUID> tree(UUID unit) {
        var found = new LinkedHashSet<UUID>();
        var open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (found.add(next)) open.addAll(unitsBelow.getOrDefault(next, Set.of()));
        }
        return found;
    }

    /** Everyone below a person on solid lines, vacant seats between them notwithstanding; without the person. */
    public Set<UUID> subordinates(UUID person) {
        var found = new LinkedHashSet<UUID>();
        var seen = new HashSet<UUID>();
        var open = new ArrayDeque<>(seatsOf(person));
        while (!open.isEmpty()) {
            var above = open.poll();
            found.addAll(formerUnder.getOrDefault(above.id(), Set.of()));
            for (var below : seatsUnder.getOrDefault(above.id(), Set.of())) {
                if (!seen.add(below.id())) continue;
                if (below.occupant() != null) found.add(below.occupant());
                open.add(below);
            }
        }
        found.remove(person);
        return found;
    }

    @Override
    public Circle coveredBy(Grant grant, UUID person) {
        return covered.computeIfAbsent(new Covering(grant, person), c -> Circle.of(covers(grant, person), everybody));
    }

    private Set<UUID> covers(Grant grant, UUID person) {
        var people = new HashSet<UUID>();
        people.add(person);
        for (var reach : grant.reaches()) {
            switch (reach) {
                case OWN -> {}
                case SUBORDINATES -> people.addAll(subordinates(person));
                case DEPARTMENT -> seatsOf(person).forEach(seat -> people.addAll(occupants(Set.of(seat.unit()))));
                case DEPARTMENT_TREE -> seatsOf(person).forEach(seat -> people.addAll(occupants(tree(seat.unit()))));
                case CHOSEN -> grant.units().forEach(unit -> people.addAll(occupants(tree(unit))));
                case ALL -> throw new IllegalArgumentException("ALL is not a set of people");
            }
        }
        return people;
    }

    @Override
    public Circle inUnit(UUID unit) {
        return within.computeIfAbsent(unit, u -> Circle.of(occupants(tree(u)), everybody));
    }

    /** Those who sit there, and those who sat there last and sit nowhere now. */
    private Set<UUID> occupants(Set<UUID> of) {
        var people = new HashSet<UUID>();
        for (var unit : of) {
            for (var seat : seatsIn.getOrDefault(unit, Set.of())) {
                if (seat.occupant() != null) people.add(seat.occupant());
            }
            people.addAll(formerIn.getOrDefault(unit, Set.of()));
        }
        return people;
    }

    private static <V> Set<V> at(Map<UUID, Set<V>> map, UUID key) {
        return map.computeIfAbsent(key, k -> new LinkedHashSet<>());
    }
}
