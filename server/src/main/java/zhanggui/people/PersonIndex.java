package zhanggui.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds people by what files call them: name in either language, employee number, e-mail. */
final class PersonIndex {
    private final Map<String, Set<UUID>> byWord = new HashMap<>();

    PersonIndex(Collection<Person> people) {
        people.forEach(this::add);
    }

    void add(Person person) {
        add(person.name(), person.id());
        add(person.nameEn(), person.id());
        add(person.employeeNumber(), person.id());
        add(person.email(), person.id());
    }

    /** Everyone a text may mean. */
    Set<UUID> all(String text) {
        return byWord.getOrDefault(word(text), Set.of());
    }

    /** The one a text means; nobody when it may mean several. */
    Optional<UUID> one(String text) {
        var all = all(text);
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    /** Texts that differ in case or blanks only are the same word. */
    static String word(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private void add(@Nullable String text, UUID id) {
        if (text != null)
            byWord.computeIfAbsent(word(text), w -> new LinkedHashSet<>()).add(id);
    }
}
