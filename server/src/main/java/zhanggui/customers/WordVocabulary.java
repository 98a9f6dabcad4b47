package zhanggui.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The constants of an enum, found by their names or by their words in either language. */
record WordVocabulary(Options words, Texts texts) implements Vocabulary {
    @Override
    public Map<String, String> find(Collection<String> wanted, Viewer viewer) {
        var values = new HashMap<String, String>();
        for (var language : Language.values()) {
            for (var option : words.in(language, texts)) {
                values.put(option.label().toLowerCase(Locale.ROOT), option.value());
                values.put(option.value().toLowerCase(Locale.ROOT), option.value());
            }
        }
        var found = new HashMap<String, String>();
        for (var text : wanted) {
            var value = values.get(text.strip().toLowerCase(Locale.ROOT));
            if (value != null) found.put(text, value);
        }
        return found;
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return words.in(language, texts);
    }
}
