package zhanggui.accounts.factors;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.accounts.db.Tables.RECOVERY_CODE;
import static zhanggui.accounts.db.Tables.SECOND_FACTOR;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.secrets.SecretKey;

/** Second factors in PostgreSQL. */
@Repository
public class FactorStore {
    private final DSLContext db;
    private final SecretKey key;

    FactorStore(DSLContext db, SecretKey key) {
        this.db = db;
        this.key = key;
    }

    /** Since when the person is asked for it; empty while it is not confirmed. */
    public Optional<Instant> confirmedAt(UUID person) {
        return db.select(SECOND_FACTOR.CONFIRMED_AT)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.PERSON_ID.eq(person), SECOND_FACTOR.CONFIRMED_AT.isNotNull())
                .fetchOptional(r -> r.value1().toInstant());
    }

    /** The secret of a factor that is confirmed, or is to be. */
    public Optional<byte[]> secret(UUID person, boolean confirmed) {
        return db.select(SECOND_FACTOR.SECRET)
                .from(SECOND_FACTOR)
                .where(
                        SECOND_FACTOR.PERSON_ID.eq(person),
                        confirmed ? SECOND_FACTOR.CONFIRMED_AT.isNotNull() : SECOND_FACTOR.CONFIRMED_AT.isNull())
                .fetchOptional(r -> key.decrypt(r.value1()));
    }

    /** Another secret, to be confirmed; one that is confirmed stays as it is. */
    public void begin(UUID person, byte[] secret) {
        var kept = key.encrypt(secret);
        db.insertInto(SECOND_FACTOR)
                .set(SECOND_FACTOR.PERSON_ID, person)
                .set(SECOND_FACTOR.SECRET, kept)
                .onConflict(SECOND_FACTOR.PERSON_ID)
                .doUpdate()
                .set(SECOND_FACTOR.SECRET, kept)
                .set(SECOND_FACTOR.BEGUN_AT, currentOffsetDateTime())
                .where(SECOND_FACTOR.CONFIRMED_AT.isNull())
                .execute();
    }

    /** Returns whether there was one to confirm. */
    public boolean confirm(UUID person) {
        return db.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.CONFIRMED_AT, currentOffsetDateTime())
                        .where(SECOND_FACTOR.PERSON_ID.eq(person), SECOND_FACTOR.CONFIRMED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Returns whether no code of that step, or a later one, was used before. */
    public boolean use(UUID person, long step) {
        return db.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .where(SECOND_FACTOR.PERSON_ID.eq(person), SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /** Returns whether there was anything to remove. */
    public boolean remove(UUID person) {
        return db.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }

    public void setRecoveryCodes(UUID person, Collection<byte[]> hashes) {
        db.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON_ID.eq(person)).execute();
        for (var hash : hashes) {
            db.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.PERSON_ID, person)
                    .set(RECOVERY_CODE.HASH, hash)
                    .execute();
        }
    }

    public int recoveryCodes(UUID person) {
        return db.fetchCount(RECOVERY_CODE, RECOVERY_CODE.PERSON_ID.eq(person));
    }

    /** Returns whether there was such a code; it is gone with that. */
    public boolean useRecoveryCode(UUID person, byte[] hash) {
        return db.deleteFrom(RECOVERY_CODE)
                        .where(RECOVERY_CODE.PERSON_ID.eq(person), RECOVERY_CODE.HASH.eq(hash))
                        .execute()
                == 1;
    }
}
