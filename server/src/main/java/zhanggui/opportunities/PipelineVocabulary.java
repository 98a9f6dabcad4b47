package zhanggui.opportunities;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Pipelines by their names in either language. */
final class PipelineVocabulary implements Vocabulary {
    private final Pipelines pipelines;

    PipelineVocabulary(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var ids = new HashMap<String, String>();
        for (var pipeline : pipelines.all()) {
            ids.putIfAbsent(StageVocabulary.word(pipeline.name()), pipeline.id().toString());
            ids.putIfAbsent(
                    StageVocabulary.word(pipeline.nameEn()), pipeline.id().toString());
        }
        return StageVocabulary.found(texts, ids);
    }

    @Override
    public List<Options.Option> options(Language language, Texts texts) {
        return pipelines.pipelineOptions().in(language, texts);
    }
}
