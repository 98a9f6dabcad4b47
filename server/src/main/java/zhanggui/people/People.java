package zhanggui.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** The people of the company. */
@Service
@Transactional
public class People {
    private final PersonStore store;
    private final OccupationStore occupations;
    private final OrganisationStore ids;
    private final Organisations organisations;
    private final Occupations seating;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    People(
            PersonStore store,
            OccupationStore occupations,
            OrganisationStore ids,
            Organisations organisations,
            Occupations seating,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.occupations = occupations;
        this.ids = ids;
        this.organisations = organisations;
        this.seating = seating;
        this.audit = audit;
        this.events = events;
    }

    /** What is entered of a person; only the name is needed. */
    public record NewPerson(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable @Size(max = 50) String employeeNumber,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(max = 50) String mobile,
            @Nullable LocalDate hiredOn,
            @Nullable @Size(max = 100) String externalId) {
        public static NewPerson named(String name, @Nullable String email) {
            return new NewPerson(name, null, null, email, null, null, null);
        }
    }

    /**
     * What a person's record is to be.
     *
     * @param leftOn the first day on which they no longer work here; from then on they sit nowhere
     */
    public record EditPerson(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable @Size(max = 50) String employeeNumber,
            @Nullable @Email @Size(max = 200) String email,
            @Nullable @Size(max = 50) String mobile,
            @Nullable LocalDate hiredOn,
            @Nullable LocalDate leftOn,
            @Nullable @Size(max = 100) String externalId,
            @NotNull Integer version) {
        Person of(UUID id) {
            var entered = new NewPerson(name, nameEn, employeeNumber, email, mobile, hiredOn, externalId);
            return Person.of(id, entered, leftOn, version);
        }
    }

    /** Adds someone while nobody is signed in yet: at set-up. */
    public UUID add(NewPerson entered) {
        var person = Person.of(ids.newIds(1).getFirst(), entered, null, 1);
        store.add(List.of(person));
        return person.id();
    }

    public UUID create(NewPerson entered, Viewer viewer) {
        return createAll(List.of(entered), viewer).getFirst();
    }

    /** Many at once; returns their ids in the same order. */
    public List<UUID> createAll(List<NewPerson> entered, Viewer viewer) {
        var free = ids.newIds(entered.size());
        var people = new ArrayList<Person>();
        for (var one : entered) people.add(Person.of(free.get(people.size()), one, null, 1));
        people.forEach(this::check);
        addAll(people, viewer);
        return free;
    }

    /** Adds people who were found to be in order. */
    void addAll(List<Person> people, Viewer viewer) {
        save(() -> store.add(people));
        audit.record(
                viewer,
                "created",
                people.stream()
                        .map(p -> new Audit.Changed(subject(p), null, p.described()))
                        .toList());
    }

    public void edit(UUID id, EditPerson edit, Viewer viewer) {
        change(edit.of(id), viewer);
    }

    /** Says when a person leaves. @param leftOn the first day on which they no longer work here */
    public void leave(UUID id, LocalDate leftOn, Viewer viewer) {
        change(store.find(id).orElseThrow(Refused::notFound).leaving(leftOn), viewer);
    }

    void change(Person person, Viewer viewer) {
        var before = store.find(person.id()).orElseThrow(Refused::notFound);
        if (before.version() != person.version()) throw Refused.stale(view(person.id()));
        check(person);
        save(() -> {
            if (!store.change(person)) throw Refused.stale(view(person.id()));
        });
        audit.changed(viewer, subject(person), before.described(), person.described());
        if (person.leftOn() != null) {
            seating.leave(person, person.leftOn(), viewer);
            if (!person.leftOn().equals(before.leftOn())) {
                events.publishEvent(new PersonLeft(person.id(), person.leftOn()));
            }
        }
    }

    /** The record of a person with where they sat from day to day. */
    @Transactional(readOnly = true)
    PersonView view(UUID id) {
        var person = store.find(id).orElseThrow(Refused::notFound);
        var today = organisations.today();
        var manager = today.managerOf(id)
                .flatMap(store::find)
                .map(m -> new OrganisationView.Named(m.id(), m.name()))
                .orElse(null);
        return PersonView.of(person, today, manager, occupations.stays(id));
    }

    private void check(Person person) {
        var problems = new ArrayList<FieldProblem>();
        if (!person.leftAfterHired()) problems.add(FieldProblem.of("leftOn", "before-hired"));
        if (store.isEmployeeNumberTaken(person.employeeNumber(), person.id())) {
            problems.add(FieldProblem.of("employeeNumber", "taken", String.valueOf(person.employeeNumber())));
        }
        if (store.isExternalIdTaken(person.externalId(), person.id())) {
            problems.add(FieldProblem.of("externalId", "taken", String.valueOf(person.externalId())));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    /** Someone else may take a number between the check and the save. */
    private static void save(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            var field = String.valueOf(e.getMessage()).contains("external_id") ? "externalId" : "employeeNumber";
            throw Refused.invalid(field, "taken", "");
        }
    }

    private static Subject subject(Person person) {
        return new Subject("people", person.id(), person.name());
    }
}
