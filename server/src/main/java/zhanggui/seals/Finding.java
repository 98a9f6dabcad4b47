package zhanggui.seals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about the log that is not as it was sealed.
 *
 * @param number of the seal
 * @param until the last of several numbers, or the other number
 * @param entry the entry concerned
 * @param at when the entry was written; of a deleted one as its id tells; of a head when it was told
 */
@Schema(name = "AuditFinding")
record Finding(
        Kind kind,
        @Nullable Long number,
        @Nullable Long until,
        @Nullable UUID entry,
        @Nullable Instant at,
        @Nullable String actor,
        @Nullable String subject) {

    enum Kind {
        /** The entry does not fit its seal. */
        CHANGED,
        /** There is a seal and no entry. */
        DELETED,
        /** The entry sealed under the other number stands under this one. */
        MOVED,
        /** It was written by other means than the server's, as of an earlier time. */
        BACKDATED,
        /** It has no seal, and should long have one. */
        UNSEALED,
        /** The entry is as it was; its seal is not. */
        SEAL_CHANGED,
        /** Numbers without seals. */
        SEALS_MISSING,
        /** What stands before the first of these numbers, with its time, is not as it was. */
        SEALING_CHANGED,
        /** What should stand before the first of these numbers is gone. */
        SEALING_MISSING,
        /** The log was longer: a head told earlier lies beyond its end. */
        TRUNCATED,
        /** The chain was another: a head told earlier is not part of it. */
        REWRITTEN
    }

    static Finding of(Kind kind, long number) {
        return new Finding(kind, number, null, null, null, null, null);
    }

    static Finding of(Kind kind, long number, long until) {
        return new Finding(kind, number, until, null, null, null, null);
    }

    static Finding of(Kind kind, @Nullable Long number, LogEntry entry) {
        return new Finding(
                kind, number, null, entry.id(), entry.at().toInstant(), entry.actorName(), entry.subjectName());
    }

    static Finding deleted(Seal seal) {
        return new Finding(Kind.DELETED, seal.number(), null, seal.entry(), Written.at(seal.entry()), null, null);
    }

    static Finding of(Kind kind, Head head) {
        return new Finding(kind, head.number(), null, null, head.at(), null, null);
    }

    Finding as(Kind other, @Nullable Long until) {
        return new Finding(other, number, until, entry, at, actor, subject);
    }
}
