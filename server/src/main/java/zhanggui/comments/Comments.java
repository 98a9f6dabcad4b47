package zhanggui.comments;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.audit.Logged;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.comments.Mentionable.MentionablePerson;
import zhanggui.problems.Refused;

/** Comments on records: by whoever may read the record; each is its author's to change and take away. */
@Service
@Transactional
class Comments {
    private final CommentStore store;
    private final FollowerStore followers;
    private final Mentionable people;
    private final Records records;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Comments(
            CommentStore store,
            FollowerStore followers,
            Mentionable people,
            Records records,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.followers = followers;
        this.people = people;
        this.records = records;
        this.audit = audit;
        this.events = events;
    }

    /** A comment as the log tells of it. */
    record Said(String comment) {}

    @Transactional(readOnly = true)
    RecordComments of(String list, UUID record, Viewer viewer) {
        records.open(list, record, viewer);
        var following = followers.of(list, record).contains(viewer.id());
        return new RecordComments(store.of(list, record), followers.named(list, record), following);
    }

    /** Whoever says something wants to know what others say. */
    Comment add(String list, UUID record, SaveComment body, Viewer viewer) {
        var head = records.open(list, record, viewer);
        people.check(body.people());
        var text = body.text().strip();
        var id = store.add(list, record, viewer.id(), text, body.people());
        followers.add(list, record, viewer.id());
        log(viewer, "commented", head, null, text);
        speak(head, id, text, body.people(), viewer);
        // Whoever is spoken to is told of that.
        var others = new HashSet<>(without(followers.of(list, record), viewer.id()));
        others.removeAll(body.people());
        events.publishEvent(new Commented(head, id, text, others, viewer));
        return find(list, record, id);
    }

    Comment change(String list, UUID record, UUID id, SaveComment body, Viewer viewer) {
        var head = records.open(list, record, viewer);
        var before = own(list, record, id, viewer);
        var added = new HashSet<>(body.people());
        added.removeAll(before.mentioned());
        people.check(added);
        var text = body.text().strip();
        if (body.version() == null || !store.change(id, text, body.people(), body.version())) {
            throw Refused.stale(before);
        }
        log(viewer, "comment-changed", head, before.text(), text);
        speak(head, id, text, added, viewer);
        return find(list, record, id);
    }

    void remove(String list, UUID record, UUID id, Viewer viewer) {
        var head = records.open(list, record, viewer);
        var before = own(list, record, id, viewer);
        store.remove(id);
        log(viewer, "comment-deleted", head, before.text(), null);
    }

    void follow(String list, UUID record, boolean follow, Viewer viewer) {
        records.open(list, record, viewer);
        if (follow) followers.add(list, record, viewer.id());
        else followers.remove(list, record, viewer.id());
    }

    @Transactional(readOnly = true)
    List<MentionablePerson> mentionable(String list, UUID record, String text, Viewer viewer) {
        return people.find(text, records.open(list, record, viewer));
    }

    /** Of a record that is gone nothing stays but what the log says. */
    @EventListener
    void gone(Logged logged) {
        if (!logged.action().equals("deleted")) return;
        for (var happened : logged.happened()) {
            var subject = happened.subject();
            if (subject.id() != null) forget(subject.type(), List.of(subject.id()));
        }
    }

    /** Takes away what hangs on records that are gone without anybody having told. */
    void tidy() {
        store.records().forEach((list, ids) -> forget(list, records.gone(list, ids)));
    }

    private void forget(String list, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        store.removeAll(list, ids);
        followers.removeAll(list, ids);
    }

    private Comment own(String list, UUID record, UUID id, Viewer viewer) {
        var comment = find(list, record, id);
        if (!comment.author().id().equals(viewer.id())) throw Refused.notAllowed();
        return comment;
    }

    private Comment find(String list, UUID record, UUID id) {
        return store.find(list, record, id).orElseThrow(Refused::notFound);
    }

    private void speak(RecordHead head, UUID comment, String text, Set<UUID> people, Viewer viewer) {
        var others = without(people, viewer.id());
        if (!others.isEmpty()) events.publishEvent(new Mentioned(head, comment, text, others, viewer));
    }

    private void log(Viewer viewer, String action, RecordHead head, @Nullable String before, @Nullable String after) {
        var subject = new Subject(head.list(), head.id(), head.title());
        audit.record(viewer, action, List.of(new Changed(subject, said(before), said(after))));
    }

    private static @Nullable Said said(@Nullable String text) {
        return text == null ? null : new Said(text);
    }

    private static Set<UUID> without(Set<UUID> people, UUID person) {
        var others = new HashSet<>(people);
        others.remove(person);
        return Set.copyOf(others);
    }
}
