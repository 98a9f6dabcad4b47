package zhanggui.reorganisations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Organisation;
import zhanggui.people.Organisation.Seat;
import zhanggui.people.Organisation.Unit;
import zhanggui.reorganisations.Effects.Aspect;
import zhanggui.reorganisations.Effects.Difference;
import zhanggui.reorganisations.Effects.EffectConcern;
import zhanggui.reorganisations.Effects.EffectWarning;
import zhanggui.reorganisations.Effects.Fate;
import zhanggui.reorganisations.Effects.SeatEffect;
import zhanggui.reorganisations.Effects.UnitEffect;
import zhanggui.texts.Language;

/** Two organisations of the same day side by side. */
final class Comparison {
    private final Organisation before;
    private final Organisation after;
    private final Map<UUID, String> names;
    private final Language language;

    Comparison(Organisation before, Organisation after, Map<UUID, String> names, Language language) {
        this.before = before;
        this.after = after;
        this.names = names;
        this.language = language;
    }

    /** Somebody who comes to work elsewhere, or for somebody else. */
    record Move(UUID person, boolean toAnotherUnit, List<Difference> differences) {}

    List<UnitEffect> units() {
        var sizeBefore = sizes(before);
        var sizeAfter = sizes(after);
        var effects = new ArrayList<UnitEffect>();
        for (var id : ids(before.units(), after.units(), Unit::id)) {
            var was = before.unit(id);
            var is = after.unit(id);
            var differences = new ArrayList<Difference>();
            add(differences, Aspect.NAME, was.map(Unit::name), is.map(Unit::name));
            add(differences, Aspect.NAME_EN, was.map(Unit::nameEn), is.map(Unit::nameEn));
            add(
                    differences,
                    Aspect.PARENT,
                    was.map(Unit::parent),
                    is.map(Unit::parent),
                    was.map(u -> called(u.parent(), before)),
                    is.map(u -> called(u.parent(), after)));
            add(
                    differences,
                    Aspect.HEAD,
                    before.head(id).map(s -> List.of(s.id(), String.valueOf(s.occupant()))),
                    after.head(id).map(s -> List.of(s.id(), String.valueOf(s.occupant()))),
                    before.head(id).map(this::told),
                    after.head(id).map(this::told));
            if (differences.isEmpty()) continue;
            var unit = is.or(() -> was).orElseThrow();
            effects.add(new UnitEffect(
                    id,
                    called(unit),
                    fate(was, is),
                    differences,
                    sizeBefore.getOrDefault(id, 0),
                    sizeAfter.getOrDefault(id, 0)));
        }
        effects.sort(Comparator.comparing(UnitEffect::fate)
                .thenComparing(UnitEffect::name)
                .thenComparing(UnitEffect::id));
        return effects;
    }

    List<SeatEffect> seats() {
        var effects = new ArrayList<SeatEffect>();
        for (var id : ids(before.seats(), after.seats(), Seat::id)) {
            var was = before.seat(id);
            var is = after.seat(id);
            var differences = new ArrayList<Difference>();
            add(differences, Aspect.NAME, was.map(Seat::title), is.map(Seat::title));
            add(
                    differences,
                    Aspect.UNIT,
                    was.map(Seat::unit),
                    is.map(Seat::unit),
                    was.map(s -> called(s.unit(), before)),
                    is.map(s -> called(s.unit(), after)));
            add(
                    differences,
                    Aspect.LEADS,
                    was.map(Seat::head).filter(h -> h),
                    is.map(Seat::head).filter(h -> h));
            add(
                    differences,
                    Aspect.SUPERIOR,
                    was.flatMap(before::superior).map(Seat::id),
                    is.flatMap(after::superior).map(Seat::id),
                    was.flatMap(before::superior).map(this::told),
                    is.flatMap(after::superior).map(this::told));
            add(
                    differences,
                    Aspect.OCCUPANT,
                    was.map(Seat::occupant),
                    is.map(Seat::occupant),
                    was.map(Seat::occupant).map(names::get),
                    is.map(Seat::occupant).map(names::get));
            if (differences.isEmpty()) continue;
            var seat = is.or(() -> was).orElseThrow();
            var sitting = seat.occupant();
            effects.add(new SeatEffect(
                    id,
                    seat.title(),
                    called(seat.unit(), is.isPresent() ? after : before),
                    sitting == null ? null : new Reference(sitting, names.get(sitting)),
                    fate(was, is),
                    differences));
        }
        effects.sort(Comparator.comparing(SeatEffect::fate)
                .thenComparing(s -> String.valueOf(s.unit()))
                .thenComparing(SeatEffect::title)
                .thenComparing(SeatEffect::id));
        return effects;
    }

    /** Those who change the unit first. */
    List<Move> moves() {
        var moves = new ArrayList<Move>();
        for (var person : people()) {
            var was = before.mainSeat(person);
            var is = after.mainSeat(person);
            var differences = new ArrayList<Difference>();
            add(
                    differences,
                    Aspect.UNIT,
                    was.map(Seat::unit),
                    is.map(Seat::unit),
                    was.map(s -> called(s.unit(), before)),
                    is.map(s -> called(s.unit(), after)));
            var moved = !differences.isEmpty();
            add(
                    differences,
                    Aspect.SUPERIOR,
                    before.managerOf(person),
                    after.managerOf(person),
                    before.managerOf(person).map(names::get),
                    after.managerOf(person).map(names::get));
            if (!differences.isEmpty()) moves.add(new Move(person, moved, differences));
        }
        moves.sort(Comparator.comparing((Move m) -> !m.toAnotherUnit())
                .thenComparing(m -> names.getOrDefault(m.person(), ""))
                .thenComparing(Move::person));
        return moves;
    }

    List<EffectWarning> warnings() {
        var warnings = new ArrayList<EffectWarning>();
        for (var unit : after.units()) {
            var head = after.head(unit.id());
            var existed = before.unit(unit.id()).isPresent();
            if (head.isEmpty()) {
                if (!existed || before.head(unit.id()).isPresent()) {
                    warnings.add(new EffectWarning(EffectConcern.UNIT_WITHOUT_HEAD, called(unit)));
                }
            } else if (head.get().occupant() == null
                    && before.head(unit.id()).map(Seat::occupant).isPresent()) {
                warnings.add(new EffectWarning(EffectConcern.HEAD_VACANT, called(unit)));
            }
        }
        for (var person : people()) {
            if (before.mainSeat(person).isPresent() && after.mainSeat(person).isEmpty()) {
                warnings.add(new EffectWarning(EffectConcern.PERSON_WITHOUT_SEAT, names.getOrDefault(person, "")));
            }
        }
        warnings.sort(Comparator.comparing(EffectWarning::concern).thenComparing(EffectWarning::name));
        return warnings;
    }

    /** What the unit somebody works in then is called. */
    @Nullable String unitOf(UUID person) {
        return after.mainSeat(person)
                .map(s -> called(s.unit(), after))
                .or(() -> before.mainSeat(person).map(s -> called(s.unit(), before)))
                .orElse(null);
    }

    private Set<UUID> people() {
        var people = new TreeSet<UUID>();
        for (var organisation : List.of(before, after)) {
            for (var seat : organisation.seats()) {
                if (seat.occupant() != null) people.add(seat.occupant());
            }
        }
        return people;
    }

    /** How many people work in each unit and below it. */
    private static Map<UUID, Integer> sizes(Organisation organisation) {
        var inside = new HashMap<UUID, Set<UUID>>();
        for (var seat : organisation.seats()) {
            if (seat.occupant() == null) continue;
            var at = organisation.unit(seat.unit());
            while (at.isPresent()) {
                inside.computeIfAbsent(at.get().id(), u -> new HashSet<>()).add(seat.occupant());
                var parent = at.get().parent();
                at = parent == null ? Optional.empty() : organisation.unit(parent);
            }
        }
        var sizes = new HashMap<UUID, Integer>();
        inside.forEach((unit, people) -> sizes.put(unit, people.size()));
        return sizes;
    }

    private static Fate fate(Optional<?> was, Optional<?> is) {
        if (was.isEmpty()) return Fate.NEW;
        return is.isEmpty() ? Fate.CLOSED : Fate.CHANGED;
    }

    private static <T> Set<UUID> ids(
            Collection<T> some, Collection<T> others, java.util.function.Function<T, UUID> id) {
        var ids = new TreeSet<UUID>();
        some.forEach(one -> ids.add(id.apply(one)));
        others.forEach(one -> ids.add(id.apply(one)));
        return ids;
    }

    private static void add(List<Difference> differences, Aspect aspect, Optional<?> was, Optional<?> is) {
        add(differences, aspect, was, is, was.map(String::valueOf), is.map(String::valueOf));
    }

    private static void add(
            List<Difference> differences,
            Aspect aspect,
            Optional<?> was,
            Optional<?> is,
            Optional<String> wasTold,
            Optional<String> isTold) {
        if (!Objects.equals(was, is)) {
            differences.add(new Difference(aspect, wasTold.orElse(null), isTold.orElse(null)));
        }
    }

    private String told(Seat seat) {
        var sitting = seat.occupant() == null ? null : names.get(seat.occupant());
        return sitting == null ? seat.title() : sitting + " · " + seat.title();
    }

    private @Nullable String called(@Nullable UUID unit, Organisation organisation) {
        return unit == null ? null : organisation.unit(unit).map(this::called).orElse(null);
    }

    private String called(Unit unit) {
        return language == Language.EN && unit.nameEn() != null ? unit.nameEn() : unit.name();
    }
}
