package zhanggui.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Today's departments as files name them, in either language. A name that two have is unknown. */
@Component
public class UnitVocabulary implements Vocabulary {
    private final Organisations organisations;

    UnitVocabulary(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var ids = new HashMap<String, String>();
        var twice = new HashSet<String>();
        for (var unit : organisations.today().units()) {
            var id = unit.id().toString();
            for (var name : unit.nameEn() == null ? List.of(unit.name()) : List.of(unit.name(), unit.nameEn())) {
                var before = ids.put(name.toLowerCase(Locale.ROOT), id);
                if (before != null && !before.equals(id)) twice.add(name.toLowerCase(Locale.ROOT));
            }
        }
        ids.keySet().removeAll(twice);
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var id = ids.get(text.strip().toLowerCase(Locale.ROOT));
            if (id != null) found.put(text, id);
        }
        return found;
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return organisations.today().units().stream()
                .map(unit -> new Options.Option(
                        unit.id().toString(),
                        language == Language.EN && unit.nameEn() != null ? unit.nameEn() : unit.name(),
                        null))
                .toList();
    }
}
