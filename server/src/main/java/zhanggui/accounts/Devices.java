package zhanggui.accounts;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.accounts.db.Tables.DEVICE;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Browsers that somebody has signed in with, known again by a secret they keep. It opens nothing: it only tells the
 * owner's own mistakes from the guesses of strangers.
 */
@Repository
class Devices {
    private final DSLContext db;

    Devices(DSLContext db) {
        this.db = db;
    }

    /** The hash of a secret that this person's browser keeps. */
    Optional<byte[]> known(@Nullable String secret, UUID person) {
        if (secret == null) return Optional.empty();
        return db.select(DEVICE.HASH)
                .from(DEVICE)
                .where(DEVICE.HASH.eq(Secrets.hash(secret)), DEVICE.PERSON_ID.eq(person))
                .fetchOptional(DEVICE.HASH);
    }

    /** The secret a browser is to keep from now on; its own, where it has one of this person. */
    String remember(@Nullable String secret, UUID person) {
        if (secret != null) {
            var known = db.update(DEVICE)
                    .set(DEVICE.USED_AT, currentOffsetDateTime())
                    .where(DEVICE.HASH.eq(Secrets.hash(secret)), DEVICE.PERSON_ID.eq(person))
                    .execute();
            if (known == 1) return secret;
        }
        var fresh = Secrets.random();
        db.insertInto(DEVICE)
                .set(DEVICE.HASH, Secrets.hash(fresh))
                .set(DEVICE.PERSON_ID, person)
                .execute();
        return fresh;
    }

    /** Browsers keep their secret for half a year after it was last of use. */
    void forgetOld() {
        db.deleteFrom(DEVICE).where("used_at < now() - interval '180 days'").execute();
    }
}
