package zhanggui.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.people.OccupationStore.Occupation;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.people.UnitStore.UnitState;

/** The organisation of today while an import adds to it; what was added is written in one go. */
final class Draft {
    private final Map<UUID, UnitState> units = new LinkedHashMap<>();
    private final Map<UUID, SeatState> seats = new LinkedHashMap<>();
    private final Map<UUID, Occupation> occupations = new HashMap<>();
    private final Map<UUID, Set<UUID>> seatsOf = new HashMap<>();
    private final Map<UUID, UUID> heads = new HashMap<>();
    private Added added = new Added(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /** What is not written yet. */
    record Added(List<UnitState> units, List<SeatState> seats, List<Occupation> occupations) {
        boolean isEmpty() {
            return units.isEmpty() && seats.isEmpty() && occupations.isEmpty();
        }
    }

    Draft(Collection<UnitState> units, Collection<SeatState> seats, Collection<Occupation> occupations) {
        units.forEach(this::changed);
        seats.forEach(this::changed);
        occupations.forEach(this::sits);
    }

    UnitState add(UnitState unit) {
        changed(unit);
        added.units().add(unit);
        return unit;
    }

    SeatState add(SeatState seat) {
        changed(seat);
        added.seats().add(seat);
        return seat;
    }

    /** @param now whether the person sits there today, or did once or will */
    void add(Occupation occupation, boolean now) {
        if (now) sits(occupation);
        added.occupations().add(occupation);
    }

    /** What was added since this was last asked. */
    Added take() {
        var taken = added;
        added = new Added(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        return taken;
    }

    /** A unit is like this from today on. */
    void changed(UnitState unit) {
        units.put(unit.id(), unit);
    }

    /** A seat is like this from today on. */
    void changed(SeatState seat) {
        var before = seats.put(seat.id(), seat);
        if (before != null && before.head()) heads.remove(before.unit());
        if (seat.head()) heads.put(seat.unit(), seat.id());
    }

    /** A person sits here from today on; on another main seat no more when this is one. */
    void sits(Occupation occupation) {
        if (occupation.main()) {
            mainSeat(occupation.person()).ifPresent(seat -> {
                occupations.remove(seat.id());
                seatsOf(occupation.person()).remove(seat.id());
            });
        }
        occupations.put(occupation.seat(), occupation);
        seatsOf.computeIfAbsent(occupation.person(), p -> new LinkedHashSet<>()).add(occupation.seat());
    }

    UnitState unit(UUID id) {
        return Objects.requireNonNull(units.get(id));
    }

    SeatState seat(UUID id) {
        return Objects.requireNonNull(seats.get(id));
    }

    List<UnitState> roots() {
        return units.values().stream().filter(u -> u.parent() == null).toList();
    }

    /** Units of this name, in either language. */
    List<UnitState> called(String name) {
        return units.values().stream().filter(u -> isCalled(u, name)).toList();
    }

    Optional<UnitState> below(UUID parent, String name) {
        return called(name).stream().filter(u -> parent.equals(u.parent())).findFirst();
    }

    long countBelow(UUID parent) {
        return units.values().stream().filter(u -> parent.equals(u.parent())).count();
    }

    /** Whether a unit is another or hangs below it. */
    boolean isWithin(UUID unit, UUID above) {
        for (@Nullable UUID at = unit; at != null; at = unit(at).parent()) {
            if (at.equals(above)) return true;
        }
        return false;
    }

    /** The unit a person leads that is {@code above} or hangs below it. */
    Optional<UnitState> ledBy(UUID person, UUID above) {
        return seatsOf(person).stream()
                .map(this::seat)
                .filter(s -> s.head() && isWithin(s.unit(), above))
                .map(s -> unit(s.unit()))
                .findFirst();
    }

    Optional<SeatState> mainSeat(UUID person) {
        return seatsOf(person).stream()
                .filter(seat -> Objects.requireNonNull(occupations.get(seat)).main())
                .map(this::seat)
                .findFirst();
    }

    /** The person above a seat, as {@link Organisation#superior} finds them. */
    Optional<UUID> superiorOf(SeatState seat) {
        return above(seat).map(s -> occupations.get(s.id())).map(Occupation::person);
    }

    /** The person who would be above a new seat in a unit. */
    Optional<UUID> leaderOver(UUID unit) {
        return headOver(unit, null).map(s -> occupations.get(s.id())).map(Occupation::person);
    }

    /** Whether going up from a seat leads over another. */
    boolean isBelow(SeatState seat, UUID other) {
        var seen = new LinkedHashSet<UUID>();
        Optional<SeatState> at = Optional.of(seat);
        while (at.isPresent() && seen.add(at.get().id())) {
            if (at.get().id().equals(other)) return true;
            at = above(at.get());
        }
        return false;
    }

    /** A seat of this title in a unit on which nobody sits. */
    Optional<SeatState> vacant(UUID unit, String title) {
        return seats.values().stream()
                .filter(s -> s.unit().equals(unit) && !s.head() && s.title().equals(title))
                .filter(s -> !occupations.containsKey(s.id()) && s.during().until() == null)
                .findFirst();
    }

    private Optional<SeatState> above(SeatState seat) {
        if (seat.reportsTo() != null) return Optional.ofNullable(seats.get(seat.reportsTo()));
        return headOver(seat.unit(), seat.id());
    }

    private Optional<SeatState> headOver(UUID unit, @Nullable UUID except) {
        for (@Nullable UUID at = unit; at != null; at = unit(at).parent()) {
            var head = heads.get(at);
            if (head != null && !head.equals(except)) return Optional.of(seat(head));
        }
        return Optional.empty();
    }

    private Set<UUID> seatsOf(UUID person) {
        return seatsOf.getOrDefault(person, Set.of());
    }

    private static boolean isCalled(UnitState unit, String name) {
        var word = PersonIndex.word(name);
        return PersonIndex.word(unit.name()).equals(word)
                || (unit.nameEn() != null && PersonIndex.word(unit.nameEn()).equals(word));
    }
}
