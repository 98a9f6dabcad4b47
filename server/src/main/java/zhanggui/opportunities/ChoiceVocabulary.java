package zhanggui.opportunities;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The values of one of the company's own lists, by code or name; those who may edit the company may add to it. */
final class ChoiceVocabulary implements Vocabulary {
    private final Choices choices;
    private final String list;

    ChoiceVocabulary(Choices choices, String list) {
        this.choices = choices;
        this.list = list;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var codes = new HashMap<String, String>();
        for (var choice : choices.of(list)) {
            for (var word : List.of(choice.nameEn(), choice.name(), choice.code())) {
                codes.put(StageVocabulary.word(word), choice.code());
            }
        }
        return StageVocabulary.found(texts, codes);
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return choices.options(list).in(language, texts);
    }

    @Override
    public boolean mayCreate(Viewer viewer) {
        return viewer.may("company:edit");
    }

    @Override
    public String create(String text, Viewer viewer) {
        return choices.add(list, new Choices.NewChoice(null, text, text), viewer)
                .code();
    }
}
