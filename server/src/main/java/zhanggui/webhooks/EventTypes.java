package zhanggui.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.audit.Records;
import zhanggui.listings.Listing;
import zhanggui.notices.NoticeKind;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The messages there are: what is done to the records of each list, and each kind of notice. */
@Component
class EventTypes {
    /** What is done to records, as messages call it: anything that is not the first or the last is a change. */
    static final List<String> ACTIONS = List.of("created", "changed", "deleted");

    static final String NOTICE = "notice.";
    static final String TEST = "webhooks.test";
    private final Records records;
    private final List<NoticeKind> kinds;
    private final Texts texts;
    private @Nullable Set<String> lists;

    EventTypes(Records records, List<NoticeKind> kinds, Texts texts) {
        this.records = records;
        this.kinds = kinds;
        this.texts = texts;
    }

    /** @param group what it is about */
    record EventType(String name, String group, String label) {}

    /** @param action as the log calls it */
    static String of(String list, String action) {
        return list + "."
                + switch (action) {
                    case "created", "put-back" -> "created";
                    case "deleted", "merged-away" -> "deleted";
                    default -> "changed";
                };
    }

    List<EventType> all(Language language) {
        var all = new ArrayList<EventType>();
        for (var list : records.lists()) {
            var group = texts.get(language, list.name());
            for (var action : ACTIONS) {
                all.add(new EventType(list.name() + "." + action, group, texts.get(language, "webhook.on." + action)));
            }
        }
        var group = texts.get(language, "webhook.notices");
        for (var kind : kinds) {
            all.add(new EventType(NOTICE + kind.name(), group, texts.get(language, "notice.kind." + kind.name())));
        }
        return all;
    }

    boolean isKnown(String type) {
        return kinds.stream().anyMatch(kind -> type.equals(NOTICE + kind.name()))
                || records.lists().stream().map(Listing::name).anyMatch(list -> ACTIONS.stream()
                        .anyMatch(action -> type.equals(list + "." + action)));
    }

    /** Whether the log tells of records by that name. */
    boolean isList(String name) {
        if (lists == null) lists = records.lists().stream().map(Listing::name).collect(Collectors.toSet());
        return lists.contains(name);
    }
}
