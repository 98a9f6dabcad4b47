package zhanggui.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import zhanggui.company.Company;
import zhanggui.people.OccupationStore.Occupation;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.people.UnitStore.UnitState;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/**
 * Finds or makes the place in the organisation that a row of a file gives a person: the unit it names, and in it the
 * team of the manager it names.
 *
 * <p>Units and seats that it makes exist since {@link Organisations#BEGINNING}, people sit on them since they were hired
 * or, where that is not said, since then too.
 */
final class Placement {
    private final Draft draft;
    private final Company company;
    private final Texts texts;
    private final Supplier<UUID> ids;
    private final LocalDate today;
    private final Set<UUID> seatedBefore;
    private final Map<String, UUID> paths = new HashMap<>();

    Placement(Draft draft, Company company, Texts texts, Supplier<UUID> ids, LocalDate today, Set<UUID> seatedBefore) {
        this.draft = draft;
        this.company = company;
        this.texts = texts;
        this.ids = ids;
        this.today = today;
        this.seatedBefore = seatedBefore;
    }

    /** @param reportsTo the manager's seat where the unit itself does not lead to it */
    record Home(UnitState unit, @Nullable UUID reportsTo) {}

    /** The unit at the top; made and named after the company where there is none. */
    UnitState root() {
        var roots = draft.roots();
        if (roots.isEmpty()) return draft.add(Organisations.rootOf(company, ids.get()));
        var called = draft.called(
                Organisations.rootOf(company, roots.getFirst().id()).name());
        return roots.stream().filter(called::contains).findFirst().orElse(roots.getFirst());
    }

    /**
     * The unit a name or a path such as 华东/一组 means; unknown ones are made below what the path names so far.
     *
     * @throws Refused when several units have that name
     */
    UnitState unit(String path) {
        var known = paths.get(path);
        if (known != null) return draft.unit(known);
        var names = steps(path);
        var unit = names.size() == 1 ? single(names.getFirst()) : Optional.<UnitState>empty();
        var found = unit.orElseGet(() -> along(names));
        paths.put(path, found.id());
        return found;
    }

    /** The names on a path. */
    static List<String> steps(String path) {
        return List.of(path.strip().split("\\s*[/／>＞]\\s*"));
    }

    private Optional<UnitState> single(String name) {
        var called = draft.called(name);
        var below = called.stream()
                .filter(u -> root().id().equals(u.parent()) || u.parent() == null)
                .toList();
        if (below.size() == 1) return Optional.of(below.getFirst());
        if (called.size() > 1) throw Refused.invalid("unit", "ambiguous", name);
        return called.stream().findFirst();
    }

    private UnitState along(List<String> names) {
        var at = root();
        var first = true;
        for (var name : names) {
            if (name.isEmpty() || (first && draft.called(name).contains(at))) {
                first = false;
                continue;
            }
            first = false;
            var above = at;
            at = draft.below(at.id(), name).orElseGet(() -> newUnit(above, name));
        }
        return at;
    }

    /** Where someone belongs who works in a unit, under a manager, or both. */
    Home home(@Nullable UnitState named, @Nullable Person manager, Optional<SeatState> now) {
        if (manager == null) {
            var unit =
                    named != null ? named : now.map(s -> draft.unit(s.unit())).orElseGet(this::root);
            return new Home(unit, null);
        }
        var place = draft.mainSeat(manager.id());
        var unit = named != null ? named : place.map(s -> draft.unit(s.unit())).orElseGet(this::root);
        var led = draft.ledBy(manager.id(), unit.id());
        if (led.isPresent()) return new Home(led.get(), null);
        if (place.isPresent() && !draft.isWithin(place.get().unit(), unit.id())) {
            var implied = draft.leaderOver(unit.id()).filter(manager.id()::equals);
            return new Home(unit, implied.isPresent() ? null : place.get().id());
        }
        var above = place.map(s -> draft.unit(s.unit())).orElse(unit);
        var team = draft.below(above.id(), teamOf(manager))
                .orElseGet(() -> newTeam(manager, new Home(above, null), null, null));
        return new Home(team, null);
    }

    /** A unit named after its manager, who leads it; their main seat is there where they have no other. */
    UnitState newTeam(Person manager, Home at, @Nullable String title, @Nullable String duties) {
        var team = newUnit(at.unit(), teamOf(manager));
        var words = title != null ? title : words("people.seat.head");
        sit(manager, newSeat(new Home(team, at.reportsTo()), words, duties, true));
        return team;
    }

    /** A new seat for someone who has none. */
    void newPlace(Person person, Home home, @Nullable String title, @Nullable String duties) {
        if (person.hasLeft(today) && during(person, home.unit().during()).isEmpty()) return;
        sit(person, newSeat(home, title != null ? title : words("people.seat.member"), duties, false));
    }

    private UnitState newUnit(UnitState above, String name) {
        var during = Period.since(Organisations.BEGINNING)
                .startingAt(above.during().from())
                .endingBy(above.during().until());
        var position = (int) draft.countBelow(above.id()) + 1;
        return draft.add(new UnitState(ids.get(), above.id(), name, null, position, during));
    }

    private SeatState newSeat(Home home, String title, @Nullable String duties, boolean head) {
        var during = home.unit().during();
        var drawn = home.reportsTo();
        if (drawn != null) {
            var above = draft.seat(drawn).during();
            during = during.startingAt(above.from()).endingBy(above.until());
        }
        var seat = new SeatState(ids.get(), home.unit().id(), title, duties, head, drawn, during);
        return draft.add(seat);
    }

    private void sit(Person person, SeatState seat) {
        var during = during(person, seat.during());
        if (during.isEmpty()) return;
        var main = draft.mainSeat(person.id()).isEmpty();
        var now = !during.from().isAfter(today) && !person.hasLeft(today);
        draft.add(new Occupation(seat.id(), person.id(), main, during), now);
    }

    /** Someone who sat somewhere before sits here from today on. */
    private Period during(Person person, Period seat) {
        var since = seatedBefore.contains(person.id()) ? today : person.hiredOn();
        return seat.startingAt(since).endingBy(person.leftOn());
    }

    private String teamOf(Person manager) {
        return words("people.team", manager.name());
    }

    private String words(String key, Object... arguments) {
        return texts.get(company.language(), key, arguments);
    }
}
