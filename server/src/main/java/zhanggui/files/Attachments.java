package zhanggui.files;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Logged;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** The files on records: read by whoever may read the record, added and removed by whoever may change it. */
@Service
class Attachments {
    private final AttachmentStore store;
    private final FileStore contents;
    private final FileLimits limits;
    private final Records records;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Attachments(
            AttachmentStore store,
            FileStore contents,
            FileLimits limits,
            Records records,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.contents = contents;
        this.limits = limits;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional(readOnly = true)
    AttachedFiles of(String list, UUID record, Viewer viewer) {
        var head = records.open(list, record, viewer);
        var files = store.of(list, record);
        long bytes = files.stream().mapToLong(Attachment::bytes).sum();
        return new AttachedFiles(
                files.stream().map(AttachedFiles.AttachedFile::of).toList(),
                head.editable(),
                limits.largest(),
                limits.room(bytes));
    }

    /** Records without files are left out. */
    @Transactional(readOnly = true)
    List<RecordFiles> of(String list, List<UUID> ids, Viewer viewer) {
        var within = records.find(list, Set.copyOf(ids), viewer).stream()
                .map(RecordHead::id)
                .toList();
        return store.of(list, within).entrySet().stream()
                .map(e -> new RecordFiles(
                        e.getKey(),
                        e.getValue().stream()
                                .map(AttachedFiles.AttachedFile::of)
                                .toList()))
                .toList();
    }

    @Transactional(readOnly = true)
    Attachment find(String list, UUID record, UUID id, Viewer viewer) {
        records.open(list, record, viewer);
        return store.find(list, record, id).orElseThrow(Refused::notFound);
    }

    /** Looks at what came before anything is locked, then stores and tells of it in one transaction. */
    AttachedFiles.AttachedFile add(String list, UUID record, @Nullable String said, Arrived arrived, Viewer viewer)
            throws IOException {
        editable(list, record, viewer);
        limits.check(arrived.bytes());
        var name = FileName.of(said);
        var told = MediaTypes.of(arrived.file(), name);
        var made = Pictures.of(arrived.file(), told.mediaType()).orElse(null);
        try (var thumbnail = made == null ? null : Pictures.stored(made.thumbnail());
                var preview = made == null ? null : Pictures.stored(made.preview())) {
            var images = thumbnail == null || preview == null
                    ? null
                    : new Attachment.Images(thumbnail.hash(), preview.hash());
            var file = new Attachment(
                    record,
                    name,
                    told.mediaType(),
                    told.nameFits(),
                    arrived.bytes(),
                    arrived.hash(),
                    images,
                    viewer.id(),
                    viewer.name(),
                    clock.instant());
            return Objects.requireNonNull(transaction.execute(status -> {
                var head = editable(list, record, viewer);
                limits.check(store.lock(list, record), file.bytes());
                put(arrived);
                if (thumbnail != null) put(thumbnail);
                if (preview != null) put(preview);
                var added = store.add(list, record, file, viewer);
                audit.did(viewer, "attached", subject(head), Map.of("file", name));
                return AttachedFiles.AttachedFile.of(added);
            }));
        }
    }

    @Transactional
    void remove(String list, UUID record, UUID id, Viewer viewer) {
        var head = editable(list, record, viewer);
        var file = store.find(list, record, id).orElseThrow(Refused::notFound);
        store.remove(id);
        audit.did(viewer, "detached", subject(head), Map.of("file", file.name()));
    }

    /** Of a record that is gone nothing stays. */
    @EventListener
    void gone(Logged logged) {
        if (!logged.action().equals("deleted")) return;
        for (var happened : logged.happened()) {
            var subject = happened.subject();
            if (subject.id() != null) store.removeAll(subject.type(), List.of(subject.id()));
        }
    }

    private RecordHead editable(String list, UUID record, Viewer viewer) {
        var head = records.open(list, record, viewer);
        if (!head.editable()) throw Refused.notAllowed();
        return head;
    }

    private void put(Arrived content) {
        store.keep(content.hash());
        try {
            contents.put(content.hash(), content.file());
        } catch (IOException e) {
            throw Stores.refused(e);
        }
    }

    private static Subject subject(RecordHead head) {
        return new Subject(head.list(), head.id(), head.title());
    }
}
