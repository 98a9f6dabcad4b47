package zhanggui.customers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The values of one of the company's own lists, found by code or by name in either language. */
record ChoiceVocabulary(Choices choices, String of) implements Vocabulary {
    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var codes = new HashMap<String, String>();
        for (var choice : choices.of(of).reversed()) {
            for (var word : List.of(choice.nameEn(), choice.name(), choice.code())) {
                codes.put(word.toLowerCase(Locale.ROOT), choice.code());
            }
        }
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var code = codes.get(text.strip().toLowerCase(Locale.ROOT));
            if (code != null) found.put(text, code);
        }
        return found;
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return choices.options(of).in(language, texts);
    }

    @Override
    public boolean mayCreate(Viewer viewer) {
        return viewer.may("company:edit");
    }

    @Override
    public String create(String text, Viewer viewer) {
        var name = text.strip();
        return choices.add(of, new Choices.NewChoice(null, name, name), viewer).code();
    }
}
