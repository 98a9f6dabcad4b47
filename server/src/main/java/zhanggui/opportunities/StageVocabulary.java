package zhanggui.opportunities;

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

/**
 * Stages by their names in either language, and by what the ends of a pipeline are commonly called. A word that stages of
 * several pipelines share means that of the first; a row that names its pipeline gets the one there.
 */
final class StageVocabulary implements Vocabulary {
    private static final List<String> WON =
            List.of("won", "win", "closed won", "closed-won", "赢单", "赢", "成交", "已成交", "成功");
    private static final List<String> LOST =
            List.of("lost", "lose", "closed lost", "closed-lost", "输单", "输", "丢单", "失败", "流失", "已流失");
    private final Pipelines pipelines;

    StageVocabulary(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var ids = new HashMap<String, String>();
        for (var pipeline : pipelines.all()) {
            if (pipeline.retired()) continue;
            for (var stage : pipeline.stages()) {
                if (stage.retired()) continue;
                ids.putIfAbsent(word(stage.name()), stage.id().toString());
                ids.putIfAbsent(word(stage.nameEn()), stage.id().toString());
            }
            for (var won : WON) ids.putIfAbsent(won, pipeline.won().id().toString());
            for (var lost : LOST) ids.putIfAbsent(lost, pipeline.lost().id().toString());
        }
        return found(texts, ids);
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return pipelines.stageOptions().in(language, texts);
    }

    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static Map<String, String> found(Collection<String> texts, Map<String, String> values) {
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var value = values.get(word(text));
            if (value != null) found.put(text, value);
        }
        return found;
    }
}
