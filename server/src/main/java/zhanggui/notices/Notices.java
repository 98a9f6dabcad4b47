package zhanggui.notices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.notices.News.Addressed;

/**
 * Tells people something, in the transaction of what is told. What they may not read they are not told, nor what they
 * did themselves.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {
    /** Of more people than this, who may read what is asked when they read it, and before anything is sent. */
    private static final int ASKED_AT_ONCE = 50;

    private static final Viewer.Origin LATER = new Viewer.Origin(Viewer.Way.JOB, null);
    private final NoticeStore store;
    private final Preferences preferences;
    private final DeliveryStore deliveries;
    private final List<Channel> channels;
    private final Records records;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;

    Notices(
            NoticeStore store,
            Preferences preferences,
            DeliveryStore deliveries,
            List<Channel> channels,
            Records records,
            Viewers viewers,
            ApplicationEventPublisher events) {
        this.store = store;
        this.preferences = preferences;
        this.deliveries = deliveries;
        this.channels = channels;
        this.records = records;
        this.viewers = viewers;
        this.events = events;
    }

    /** @param by who did it, and is not told; absent where that is nobody */
    public void tell(News news, Collection<UUID> people, @Nullable Viewer by) {
        tell(
                people.stream()
                        .distinct()
                        .map(person -> new Addressed(person, news))
                        .toList(),
                by);
    }

    /** Tells everybody who holds a permission. */
    public void tellHolders(News news, String permission) {
        tell(news, viewers.holding(permission), null);
    }

    void tell(List<Addressed> all, @Nullable Viewer by) {
        var others = by == null
                ? all
                : all.stream().filter(a -> !a.person().equals(by.id())).toList();
        if (others.isEmpty()) return;
        var people = others.stream().map(Addressed::person).collect(Collectors.toSet());
        var told = people.size() > ASKED_AT_ONCE ? others : readable(others);
        if (told.isEmpty()) return;
        var wishes = preferences.of(told.stream().map(Addressed::person).collect(Collectors.toSet()));
        var stored = store.add(told, by, a -> wishes.wants(a.person(), a.news().kind(), Preferences.IN_APP));
        for (var channel : channels) {
            if (!channel.isReady()) continue;
            var wanted = stored.stream()
                    .filter(n -> wishes.wants(n.person(), n.news().kind(), channel.name()))
                    .toList();
            deliveries.add(wanted, channel.name());
        }
        events.publishEvent(new Told(stored.stream()
                .map(n -> new Told.One(
                        n.id(),
                        n.person(),
                        n.news().kind(),
                        n.news().list(),
                        n.news().record(),
                        n.news().number()))
                .toList()));
    }

    private List<Addressed> readable(List<Addressed> all) {
        var byPerson = new LinkedHashMap<UUID, List<Addressed>>();
        all.forEach(a ->
                byPerson.computeIfAbsent(a.person(), p -> new ArrayList<>()).add(a));
        var told = new ArrayList<Addressed>();
        byPerson.forEach((person, theirs) -> viewers.of(person, LATER).ifPresent(viewer -> {
            var seen = seen(theirs, viewer);
            theirs.stream()
                    .filter(a ->
                            a.news().record() == null || seen.contains(a.news().record()))
                    .forEach(told::add);
        }));
        return told;
    }

    private Set<UUID> seen(List<Addressed> theirs, Viewer viewer) {
        var byList = new LinkedHashMap<String, Set<UUID>>();
        for (var a : theirs) {
            var list = a.news().list();
            if (list != null && a.news().record() != null) {
                byList.computeIfAbsent(list, l -> new HashSet<>()).add(a.news().record());
            }
        }
        return heads(byList, viewer).keySet();
    }

    /** Those of these records that a viewer may read. */
    private Map<UUID, RecordHead> heads(Map<String, Set<UUID>> byList, Viewer viewer) {
        var found = new LinkedHashMap<UUID, RecordHead>();
        byList.forEach((list, ids) -> records.find(list, ids, viewer).forEach(head -> found.put(head.id(), head)));
        return found;
    }
}
