package zhanggui.accounts;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.accounts.db.Tables.TOKEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tokens in PostgreSQL, by hash. */
@Repository
class TokenStore {
    private final DSLContext db;

    TokenStore(DSLContext db) {
        this.db = db;
    }

    /** @param expiresOn the first day on which it no longer works */
    record Token(
            UUID id,
            String name,
            List<String> scopes,
            LocalDate expiresOn,
            @Nullable Instant lastUsedAt,
            Instant createdAt) {}

    record Use(UUID person, Set<String> scopes) {}

    List<Token> of(UUID person) {
        return db.selectFrom(TOKEN)
                .where(TOKEN.PERSON_ID.eq(person))
                .orderBy(TOKEN.ID.desc())
                .fetch(r -> new Token(
                        r.getId(),
                        r.getName(),
                        List.of(r.getScopes()),
                        r.getExpiresOn(),
                        r.getLastUsedAt() == null ? null : r.getLastUsedAt().toInstant(),
                        r.getCreatedAt().toInstant()));
    }

    UUID add(UUID person, String name, byte[] hash, List<String> scopes, LocalDate expiresOn) {
        return db.insertInto(TOKEN)
                .set(TOKEN.PERSON_ID, person)
                .set(TOKEN.NAME, name)
                .set(TOKEN.HASH, hash)
                .set(TOKEN.SCOPES, scopes.toArray(String[]::new))
                .set(TOKEN.EXPIRES_ON, expiresOn)
                .returningResult(TOKEN.ID)
                .fetchSingle()
                .value1();
    }

    /**
     * Who a token speaks for; notes its use at most once a minute.
     *
     * @param today in the company's time zone, in which tokens end
     */
    Optional<Use> use(byte[] hash, LocalDate today) {
        var found = db.select(TOKEN.PERSON_ID, TOKEN.SCOPES)
                .from(TOKEN)
                .where(TOKEN.HASH.eq(hash), TOKEN.EXPIRES_ON.gt(today))
                .fetchOptional(r -> new Use(r.value1(), Set.of(r.value2())));
        if (found.isPresent()) {
            db.update(TOKEN)
                    .set(TOKEN.LAST_USED_AT, currentOffsetDateTime())
                    .where(TOKEN.HASH.eq(hash))
                    .and("last_used_at is null or last_used_at < now() - interval '1 minute'")
                    .execute();
        }
        return found;
    }

    boolean remove(UUID id, UUID person) {
        return db.deleteFrom(TOKEN)
                        .where(TOKEN.ID.eq(id), TOKEN.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }

    void removeAll(UUID person) {
        db.deleteFrom(TOKEN).where(TOKEN.PERSON_ID.eq(person)).execute();
    }
}
