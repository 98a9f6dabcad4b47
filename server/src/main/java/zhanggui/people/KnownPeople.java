package zhanggui.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Everyone an import knows: those there were, and those it brings. */
final class KnownPeople {
    private final Map<UUID, Person> people = new HashMap<>();
    private final Map<String, UUID> byNumber = new HashMap<>();
    private final Map<String, UUID> byExternalId = new HashMap<>();
    private final PersonIndex index = new PersonIndex(List.of());
    private List<Person> added = new ArrayList<>();

    KnownPeople(Collection<Person> people) {
        people.forEach(this::put);
    }

    Person get(UUID id) {
        return Objects.requireNonNull(people.get(id));
    }

    Person add(Person person) {
        put(person);
        added.add(person);
        return person;
    }

    /** Who was added since this was last asked. */
    List<Person> take() {
        var taken = added;
        added = new ArrayList<>();
        return taken;
    }

    void put(Person person) {
        people.put(person.id(), person);
        index.add(person);
        if (person.employeeNumber() != null) byNumber.put(person.employeeNumber(), person.id());
        if (person.externalId() != null) byExternalId.put(person.externalId(), person.id());
    }

    /**
     * Who a row is about: by external id, else by employee number, else by name, unless numbers contradict it.
     *
     * @throws Refused when it may be several people
     */
    Optional<Person> match(ImportRow row) {
        var externalId = Person.stripped(row.text("externalId"));
        var number = Person.stripped(row.text("employeeNumber"));
        if (externalId != null && byExternalId.containsKey(externalId)) {
            return Optional.of(get(Objects.requireNonNull(byExternalId.get(externalId))));
        }
        if (number != null && byNumber.containsKey(number)) {
            return Optional.of(get(Objects.requireNonNull(byNumber.get(number))));
        }
        var name = Objects.requireNonNull(row.text("name"));
        var named = index.all(name).stream()
                .map(this::get)
                .filter(p -> isCalled(p, name))
                .filter(p -> agree(p.externalId(), externalId) && agree(p.employeeNumber(), number))
                .toList();
        var email = Person.stripped(row.text("email"));
        if (named.size() > 1 && email != null) {
            named = named.stream()
                    .filter(p -> email.equalsIgnoreCase(p.email()))
                    .toList();
        }
        if (named.size() > 1) throw Refused.invalid("name", "ambiguous", name);
        return named.stream().findFirst();
    }

    /**
     * The one a text means, by name, employee number or e-mail.
     *
     * @throws Refused when it may be several people
     */
    Optional<Person> find(String text, String field) {
        var all = index.all(text);
        if (all.size() > 1) throw Refused.invalid(field, "ambiguous", text);
        return all.stream().map(this::get).findFirst();
    }

    /** What another person has already that only one can have. */
    List<FieldProblem> conflicts(Person person) {
        var problems = new ArrayList<FieldProblem>();
        if (isOthers(byNumber, person.employeeNumber(), person)) {
            problems.add(FieldProblem.of("employeeNumber", "taken", String.valueOf(person.employeeNumber())));
        }
        if (isOthers(byExternalId, person.externalId(), person)) {
            problems.add(FieldProblem.of("externalId", "taken", String.valueOf(person.externalId())));
        }
        return problems;
    }

    static boolean isCalled(Person person, String name) {
        var word = PersonIndex.word(name);
        return PersonIndex.word(person.name()).equals(word)
                || (person.nameEn() != null && PersonIndex.word(person.nameEn()).equals(word));
    }

    private static boolean isOthers(Map<String, UUID> owners, @Nullable String value, Person person) {
        if (value == null) return false;
        var owner = owners.get(value);
        return owner != null && !owner.equals(person.id());
    }

    private static boolean agree(@Nullable String stored, @Nullable String given) {
        return stored == null || given == null || stored.equals(given);
    }
}
