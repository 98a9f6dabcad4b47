package zhanggui.seals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed. This is kept for ever: a log sealed by any version is verified by every later one.
 *
 * <p>A text is written as the number of its bytes in UTF-8 (four bytes, big end first) and those bytes; as the number -1
 * alone where there is none. Ids are texts in lower case, moments are texts of whole microseconds since 1970 UTC.
 *
 * <ul>
 *   <li>Seal: SHA-256 of the hash before it, its number (eight bytes, big end first) and the texts {@code
 *       zhanggui.entry.1}, id, at, actor id, actor name, way, address, action, subject type, subject id, subject name,
 *       changes as {@link CanonicalJson}.
 *   <li>Sealing, which stands before its first seal: SHA-256 of the hash before it and the texts {@code
 *       zhanggui.sealing.1}, first number, last number, at, seen, cluster, transaction and entry of the rest.
 *   <li>Before the first sealing stand 32 bytes of zero.
 * </ul>
 */
final class Chain {
    private static final int EMPTY = -1;
    private static final int USUAL_SIZE = 1024;

    private Chain() {}

    static byte[] beginning() {
        return new byte[32];
    }

    static byte[] seal(byte[] before, long number, LogEntry entry) {
        return hash(before, out -> {
            out.writeLong(number);
            text(out, "zhanggui.entry.1");
            text(out, id(entry.id()));
            text(out, moment(entry.at()));
            text(out, id(entry.actor()));
            text(out, entry.actorName());
            text(out, entry.way());
            text(out, entry.address());
            text(out, entry.action());
            text(out, entry.subjectType());
            text(out, id(entry.subject()));
            text(out, entry.subjectName());
            text(out, CanonicalJson.of(entry.changes()));
        });
    }

    static byte[] sealing(byte[] before, Sealing sealing) {
        var rest = sealing.rest();
        return hash(before, out -> {
            text(out, "zhanggui.sealing.1");
            text(out, Long.toString(sealing.first()));
            text(out, Long.toString(sealing.number()));
            text(out, moment(sealing.at()));
            text(out, sealing.seen().snapshot());
            text(out, sealing.cluster());
            text(out, rest == null ? null : Long.toString(rest.transaction()));
            text(out, rest == null ? null : id(rest.entry()));
        });
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] hash(byte[] before, Content content) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var out = new DataOutputStream(bytes)) {
            out.write(before);
            content.write(out);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(EMPTY);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String id(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String moment(OffsetDateTime at) {
        // PostgreSQL's infinity comes as the last year there is, beyond what microseconds in a long can tell.
        if (at.getYear() > 300_000 || at.getYear() < -300_000) return "infinity " + Integer.signum(at.getYear());
        return Long.toString(Math.addExact(Math.multiplyExact(at.toEpochSecond(), 1_000_000L), at.getNano() / 1000));
    }
}
