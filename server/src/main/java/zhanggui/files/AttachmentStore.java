package zhanggui.files;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static zhanggui.files.db.Tables.ATTACHMENT;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.access.Viewer;
import zhanggui.bin.Bin;
import zhanggui.files.db.tables.records.AttachmentRecord;

/** Which files are on which records, in PostgreSQL. What is in the bin still has its files. */
@Repository
class AttachmentStore {
    private final DSLContext db;
    private final Bin bin;

    AttachmentStore(DSLContext db, Bin bin) {
        this.db = db;
        this.bin = bin;
    }

    /** Of a record, the oldest first. */
    List<Attachment> of(String list, UUID record) {
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.LIST.eq(list), ATTACHMENT.RECORD_ID.eq(record))
                .orderBy(ATTACHMENT.ID)
                .fetch(AttachmentStore::read);
    }

    /** Of several records, by record. */
    Map<UUID, List<Attachment>> of(String list, Collection<UUID> records) {
        if (records.isEmpty()) return Map.of();
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.LIST.eq(list), ATTACHMENT.RECORD_ID.in(records))
                .orderBy(ATTACHMENT.ID)
                .fetchGroups(ATTACHMENT.RECORD_ID, AttachmentStore::read);
    }

    Optional<Attachment> find(String list, UUID record, UUID id) {
        return db.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.ID.eq(id), ATTACHMENT.LIST.eq(list), ATTACHMENT.RECORD_ID.eq(record))
                .fetchOptional(AttachmentStore::read);
    }

    /** How many there are and what they come to. */
    record Sum(int count, long bytes) {}

    /** Until the transaction is over nobody else adds to this record. */
    Sum lock(String list, UUID record) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("files of " + list + record));
        return db.select(count(), coalesce(sum(ATTACHMENT.BYTES), BigDecimal.ZERO))
                .from(ATTACHMENT)
                .where(ATTACHMENT.LIST.eq(list), ATTACHMENT.RECORD_ID.eq(record))
                .fetchSingle(r -> new Sum(r.value1(), r.value2().longValue()));
    }

    Attachment add(String list, UUID record, Attachment file, Viewer viewer) {
        var images = file.images();
        return read(db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.LIST, list)
                .set(ATTACHMENT.RECORD_ID, record)
                .set(ATTACHMENT.NAME, file.name())
                .set(ATTACHMENT.MEDIA_TYPE, file.mediaType())
                .set(ATTACHMENT.NAME_FITS, file.nameFits())
                .set(ATTACHMENT.BYTES, file.bytes())
                .set(ATTACHMENT.HASH, file.hash())
                .set(ATTACHMENT.THUMBNAIL, images == null ? null : images.thumbnail())
                .set(ATTACHMENT.PREVIEW, images == null ? null : images.preview())
                .set(ATTACHMENT.ADDED_BY, viewer.id())
                .set(ATTACHMENT.ADDER_NAME, viewer.name())
                .returning()
                .fetchSingle());
    }

    void remove(UUID id) {
        db.deleteFrom(ATTACHMENT).where(ATTACHMENT.ID.eq(id)).execute();
    }

    void removeAll(String list, Collection<UUID> records) {
        db.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.LIST.eq(list), ATTACHMENT.RECORD_ID.in(records))
                .execute();
    }

    /** The records that have files, by list. */
    Map<String, List<UUID>> records() {
        return db.selectDistinct(ATTACHMENT.LIST, ATTACHMENT.RECORD_ID)
                .from(ATTACHMENT)
                .fetchGroups(ATTACHMENT.LIST, ATTACHMENT.RECORD_ID);
    }

    /** Those of these contents that a file or a picture of one is. */
    Set<String> used(Collection<String> hashes) {
        var used = new HashSet<String>();
        for (var column : List.of(ATTACHMENT.HASH, ATTACHMENT.THUMBNAIL, ATTACHMENT.PREVIEW)) {
            used.addAll(db.selectDistinct(column)
                    .from(ATTACHMENT)
                    .where(column.in(hashes))
                    .fetch(column));
            used.addAll(bin.holds(column, hashes));
        }
        return used;
    }

    /** Until the transaction is over nobody removes this content from the store; any number may hold it so. */
    void keep(String hash) {
        db.execute("select pg_advisory_xact_lock_shared(hashtextextended({0}, 0))", val("file " + hash));
    }

    /** Whether nobody holds this content, nobody is backing up, and nobody can begin to until the transaction is over. */
    boolean alone(String hash) {
        return locked("zhanggui.files") && locked("file " + hash);
    }

    private boolean locked(String what) {
        return db.select(field("pg_try_advisory_xact_lock(hashtextextended({0}, 0))", Boolean.class, val(what)))
                .fetchSingle()
                .value1();
    }

    private static Attachment read(AttachmentRecord r) {
        return new Attachment(
                r.getId(),
                r.getName(),
                r.getMediaType(),
                r.getNameFits(),
                r.getBytes(),
                r.getHash(),
                r.getThumbnail() == null ? null : new Attachment.Images(r.getThumbnail(), r.getPreview()),
                r.getAddedBy(),
                r.getAdderName(),
                r.getAddedAt().toInstant());
    }
}
