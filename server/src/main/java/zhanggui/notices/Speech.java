package zhanggui.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Makes sentences of notices, by the rights their reader has now. */
@Component
class Speech {
    private final Records records;
    private final Texts texts;

    Speech(Records records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    List<Spoken> of(List<Notice> notices, Viewer viewer) {
        var heads = heads(notices, viewer);
        return notices.stream().map(n -> of(n, heads, viewer.language())).toList();
    }

    private Spoken of(Notice notice, Map<UUID, RecordHead> heads, Language language) {
        var news = notice.news();
        var record = news.record();
        var head = record == null ? null : heads.get(record);
        var gone = record != null && head == null;
        var noun = news.list() == null ? "" : noun(news.list(), language);
        return new Spoken(
                notice.id(),
                news.kind(),
                gone
                        ? texts.get(language, "notice.gone", texts.get(language, String.valueOf(news.list())))
                        : sentence(notice, head, noun, language),
                news.list() == null
                        ? texts.get(language, "notice.kind." + news.kind())
                        : texts.get(language, news.list()),
                news.list(),
                head == null ? null : record,
                gone,
                news.number() > 1 && NoticeKinds.OF_OWN.contains(news.kind()),
                notice.at(),
                notice.readAt() != null);
    }

    private String sentence(Notice notice, @Nullable RecordHead head, String noun, Language language) {
        var news = notice.news();
        var arguments = new ArrayList<Object>();
        arguments.add(Objects.requireNonNullElseGet(notice.actorName(), () -> texts.get(language, "notice.nobody")));
        arguments.add(head == null ? "" : head.title());
        arguments.add(news.number());
        arguments.add(noun);
        arguments.addAll(news.words());
        var key = "notice." + news.kind();
        return texts.get(language, news.number() > 1 ? key + ".many" : key, arguments.toArray());
    }

    /** What the records of a list are called in the middle of a sentence. */
    private String noun(String list, Language language) {
        return texts.get(language, list).toLowerCase(Locale.ROOT);
    }

    private Map<UUID, RecordHead> heads(List<Notice> notices, Viewer viewer) {
        var byList = new HashMap<String, Set<UUID>>();
        for (var n : notices) {
            var list = n.news().list();
            var record = n.news().record();
            if (list != null && record != null)
                byList.computeIfAbsent(list, l -> new HashSet<>()).add(record);
        }
        var heads = new HashMap<UUID, RecordHead>();
        byList.forEach((list, ids) -> records.find(list, ids, viewer).forEach(h -> heads.put(h.id(), h)));
        return heads;
    }
}
