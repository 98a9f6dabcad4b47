package zhanggui.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;

/**
 * People as files name them: by name in either language, employee number or e-mail, whatever the case. A text that may
 * mean several people is unknown.
 */
@Component
@Transactional(readOnly = true)
public class PeopleVocabulary implements Vocabulary {
    private final PersonStore people;

    PeopleVocabulary(PersonStore people) {
        this.people = people;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var index = new PersonIndex(
                people.called(texts.stream().map(PersonIndex::word).distinct().toList()));
        var found = new HashMap<String, String>();
        for (var text : texts) index.one(text).ifPresent(id -> found.put(text, id.toString()));
        return found;
    }

    /** Whether a text is the name of a person, in either language. */
    public boolean isCalled(UUID person, String text) {
        return people.find(person).filter(p -> KnownPeople.isCalled(p, text)).isPresent();
    }

    @Override
    public Optional<String> list() {
        return Optional.of("people");
    }
}
