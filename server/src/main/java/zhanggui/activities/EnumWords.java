package zhanggui.activities;

import java.util.Arrays;
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

/** The values of an enum, by their names or their words in either language. */
record EnumWords<E extends Enum<E>>(Class<E> type, String words, Texts texts) implements Vocabulary {
    @Override
    public Map<String, String> find(Collection<String> asked, Viewer viewer) {
        var found = new HashMap<String, String>();
        for (var text : asked) {
            Arrays.stream(type.getEnumConstants())
                    .filter(value -> means(value, text.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(value -> found.put(text, value.name()));
        }
        return found;
    }

    private boolean means(E value, String text) {
        return value.name().toLowerCase(Locale.ROOT).equals(text)
                || Arrays.stream(Language.values()).anyMatch(language -> texts.get(language, words + "." + value.name())
                        .toLowerCase(Locale.ROOT)
                        .equals(text));
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return Options.of(type, words).in(language, texts);
    }
}
