package zhanggui.seals;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers sealed together.
 *
 * @param seen the transactions whose entries are taken
 * @param cluster the database cluster that counts those transactions
 * @param rest the last entry taken, where others of these transactions are left for the next sealing
 */
record Sealing(
        long first,
        long number,
        OffsetDateTime at,
        Seen seen,
        String cluster,
        @Nullable Place rest,
        byte[] hash) {

    /** Where an entry stands in the order of sealing. */
    record Place(long transaction, UUID entry) {}

    /** A sealing whose hash is still to be counted. */
    Sealing sealedWith(byte[] hash) {
        return new Sealing(first, number, at, seen, cluster, rest, hash);
    }
}
