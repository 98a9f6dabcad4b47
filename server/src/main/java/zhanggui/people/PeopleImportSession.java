package zhanggui.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.people.Occupations.Workplace;
import zhanggui.people.People.NewPerson;
import zhanggui.people.PeopleImport.Parts;
import zhanggui.people.UnitStore.UnitState;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.problems.Violations;

/**
 * One pass over a file of people. A manager's own row is taken before the rows that name them, wherever it stands, so
 * that teams hang where their managers belong.
 */
final class PeopleImportSession implements ImportSession {
    private final Parts parts;
    private final Viewer viewer;
    private final LocalDate today;
    private final RowMemory memory;
    private final Map<UUID, Boolean> seated;
    private Ground ground;
    private final Deque<UUID> ids = new ArrayDeque<>();
    private final Map<String, Set<ImportRow>> rowsOf = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final Map<Integer, Outcome> outcomes;
    private final Map<Integer, UUID> brought;
    private final Set<Integer> underWay = new HashSet<>();

    PeopleImportSession(Parts parts, Viewer viewer, RowMemory memory) {
        parts.reorganisation().alone();
        this.parts = parts;
        this.viewer = viewer;
        this.memory = memory;
        this.today = viewer.calendar().day(parts.clock().instant());
        this.seated = parts.occupationStore().seated(today);
        this.outcomes = memory.map();
        this.brought = memory.map();
        this.ground = ground();
    }

    /** Everyone and every place as they are by now, in the database or on their way there. */
    private record Ground(KnownPeople people, Draft draft, Placement placement, Moves moves) {}

    private Ground ground() {
        var draft = new Draft(
                parts.unitStore().allOn(today),
                parts.seatStore().allOn(today),
                parts.occupationStore().allOn(today));
        return new Ground(
                new KnownPeople(parts.persons().all()),
                draft,
                new Placement(
                        draft, parts.company().get(), parts.texts(), this::newId, today, Set.copyOf(seated.keySet())),
                new Moves(parts, draft, viewer, today, this::flush));
    }

    @Override
    public List<ImportRow> before(List<ImportRow> rows) {
        for (var row : rows) {
            words(row).forEach(word -> rowsOf.computeIfAbsent(word, w -> new HashSet<>())
                    .add(row));
            var manager = row.text("manager");
            if (manager != null && !isAbout(row, manager)) managers.add(PersonIndex.word(manager));
        }
        return rows;
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        memory.ifUndone(() -> {
            underWay.clear();
            ground = ground();
        });
        var taken = rows.stream().map(this::outcome).toList();
        flush();
        return taken;
    }

    private Outcome outcome(ImportRow row) {
        var known = outcomes.get(row.line());
        if (known != null) return known;
        underWay.add(row.line());
        Outcome outcome;
        try {
            outcome = bring(row);
        } catch (Refused e) {
            var detail = parts.problems().describe(e, viewer.language()).detail();
            outcome = new Outcome.Refused(
                    e.fields().isEmpty() ? List.of(FieldProblem.of("unit", "not-placed", detail)) : e.fields());
        }
        underWay.remove(row.line());
        outcomes.put(row.line(), outcome);
        return outcome;
    }

    private Outcome bring(ImportRow row) {
        var entered = new NewPerson(
                row.has("name") ? Objects.requireNonNull(row.text("name")) : "",
                row.text("nameEn"),
                row.text("employeeNumber"),
                row.text("email"),
                row.text("mobile"),
                row.date("hiredOn"),
                row.text("externalId"));
        check(entered, row);
        var there = ground.people.match(row);
        var person = there.map(p -> updated(p, entered, row))
                .orElseGet(() -> Person.of(newId(), entered, row.date("leftOn"), 1));
        var conflicts = new ArrayList<>(ground.people.conflicts(person));
        if (!person.leftAfterHired()) conflicts.add(FieldProblem.of("leftOn", "before-hired"));
        if (!conflicts.isEmpty()) throw Refused.invalid(conflicts);
        var manager = manager(row);
        var unit = row.has("unit") ? ground.placement.unit(Objects.requireNonNull(row.text("unit"))) : null;
        brought.put(row.line(), person.id());
        if (there.isEmpty()) {
            ground.people.add(person);
            place(person, row, unit, manager);
            return new Outcome.Created(person.id());
        }
        var moved = place(person, row, unit, manager);
        var changed = !person.equals(there.get());
        if (changed) ground.moves.change(person, ground.people);
        return moved || changed
                ? new Outcome.Updated(person.id())
                : new Outcome.Skipped(FieldProblem.of("name", "unchanged"));
    }

    private boolean place(Person person, ImportRow row, @Nullable UnitState unit, @Nullable Person manager) {
        if (unit == null && manager == null && !row.has("title") && !row.has("duties")) return false;
        var title = Person.stripped(row.text("title"));
        var duties = Person.stripped(row.text("duties"));
        var now = ground.draft.mainSeat(person.id());
        if (now.isPresent()) {
            return ground.moves.adjust(
                    person, now.get(), unit, manager, () -> ground.placement.home(unit, manager, now), title, duties);
        }
        var sitsLater = Boolean.TRUE.equals(seated.get(person.id()));
        if (sitsLater || (seated.containsKey(person.id()) && person.hasLeft(today))) return false;
        var home = ground.placement.home(unit, manager, now);
        if (words(row).anyMatch(managers::contains)) ground.placement.newTeam(person, home, title, duties);
        else ground.placement.newPlace(person, home, title, duties);
        return true;
    }

    private @Nullable Person manager(ImportRow row) {
        var name = Person.stripped(row.text("manager"));
        if (name == null || isAbout(row, name)) return null;
        var own = rowsOf.getOrDefault(PersonIndex.word(name), Set.of());
        if (own.size() > 1) throw Refused.invalid("manager", "ambiguous", name);
        if (own.size() == 1) {
            var theirs = own.iterator().next();
            if (underWay.contains(theirs.line())) throw Refused.invalid("manager", "manager-circle");
            if (outcome(theirs) instanceof Outcome.Refused) throw Refused.invalid("manager", "manager-refused", name);
            return ground.people.get(Objects.requireNonNull(brought.get(theirs.line())));
        }
        return ground.people
                .find(name, "manager")
                .orElseGet(() -> ground.people.add(Person.of(newId(), NewPerson.named(name, null), null, 1)));
    }

    /** What the file says of someone there is already; what it does not say stays. */
    private static Person updated(Person p, NewPerson entered, ImportRow row) {
        var given = Person.of(p.id(), entered, row.date("leftOn"), p.version());
        return new Person(
                p.id(),
                KnownPeople.isCalled(p, given.name()) ? p.name() : given.name(),
                or(given.nameEn(), p.nameEn()),
                or(given.employeeNumber(), p.employeeNumber()),
                or(given.email(), p.email()),
                or(given.mobile(), p.mobile()),
                or(given.hiredOn(), p.hiredOn()),
                or(given.leftOn(), p.leftOn()),
                or(given.externalId(), p.externalId()),
                p.version());
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T stored) {
        return given != null ? given : stored;
    }

    private void check(NewPerson entered, ImportRow row) {
        var problems = new ArrayList<>(Violations.of(entered, parts.validator()));
        tooLong(row, "title", 100).ifPresent(problems::add);
        tooLong(row, "duties", 4000).ifPresent(problems::add);
        tooLong(row, "manager", 100).ifPresent(problems::add);
        var unit = row.text("unit");
        if (unit != null && Placement.steps(unit).stream().anyMatch(step -> step.length() > 100)) {
            problems.add(FieldProblem.of("unit", "size"));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    private static Optional<FieldProblem> tooLong(ImportRow row, String field, int most) {
        var text = row.text(field);
        return text != null && text.strip().length() > most
                ? Optional.of(FieldProblem.of(field, "size"))
                : Optional.empty();
    }

    private void flush() {
        var persons = ground.people.take();
        if (!persons.isEmpty()) parts.people().addAll(persons, viewer);
        var added = ground.draft.take();
        if (added.isEmpty()) return;
        parts.reorganisation().from(Organisations.BEGINNING, () -> {
            parts.units().addAll(added.units(), id -> ground.draft.unit(id).name(), viewer);
            parts.seats().addAll(added.seats(), id -> ground.draft.unit(id).name(), viewer);
            parts.occupations().beginAll(added.occupations(), this::workplace, ground.people::get, viewer);
            return added;
        });
    }

    private Workplace workplace(OccupationStore.Occupation occupation) {
        var seat = ground.draft.seat(occupation.seat());
        return new Workplace(
                ground.draft.unit(seat.unit()).name(),
                seat.title(),
                occupation.during().from());
    }

    private UUID newId() {
        if (ids.isEmpty()) ids.addAll(parts.organisations().newIds(200));
        return ids.remove();
    }

    private static Stream<String> words(ImportRow row) {
        return Stream.of("name", "nameEn", "employeeNumber", "email")
                .map(row::text)
                .flatMap(text -> Optional.ofNullable(text).stream())
                .map(PersonIndex::word);
    }

    private static boolean isAbout(ImportRow row, String name) {
        return words(row).anyMatch(PersonIndex.word(name)::equals);
    }
}
