package zhanggui.customfields;

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

/** The options of a custom field that are still offered, found by code or by name in either language. */
record OptionVocabulary(CustomField field) implements Vocabulary {
    static Map<String, String> codes(CustomField field) {
        var codes = new HashMap<String, String>();
        for (var option : field.options().reversed()) {
            if (option.retired()) continue;
            for (var word : List.of(option.name().en(), option.name().zh(), option.code())) {
                codes.put(word.toLowerCase(Locale.ROOT), option.code());
            }
        }
        return codes;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var codes = codes(field);
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var code = codes.get(text.strip().toLowerCase(Locale.ROOT));
            if (code != null) found.put(text, code);
        }
        return found;
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return field.options().stream()
                .filter(o -> !o.retired())
                .map(o -> new Options.Option(o.code(), o.name().in(language), o.color()))
                .toList();
    }
}
