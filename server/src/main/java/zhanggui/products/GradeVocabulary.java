package zhanggui.products;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The grades as files write them. */
final class GradeVocabulary implements Vocabulary {
    private static final Map<Grade, List<String>> WORDS = Map.of(
            Grade.HIGH, List.of("high", "高", "高端", "高档", "h", "premium"),
            Grade.MIDDLE, List.of("middle", "medium", "mid", "中", "中端", "中档", "m"),
            Grade.LOW, List.of("low", "低", "低端", "低档", "l", "basic"));

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var found = new HashMap<String, String>();
        for (var text : texts) {
            WORDS.forEach((grade, words) -> {
                if (words.contains(Product.word(text))) found.put(text, grade.name());
            });
        }
        return found;
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return Options.of(Grade.class, "product.grade").in(language, texts);
    }
}
