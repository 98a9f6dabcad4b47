package zhanggui.seals;

import static zhanggui.seals.db.Tables.VERIFICATION;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.seals.LogVerification.Verified;

/** What came of reading the whole log, each time. */
@Repository
class VerificationStore {
    private final DSLContext db;
    private final JsonMapper mapper;

    VerificationStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** @param by the name of whoever asked for it */
    record Kept(Instant at, String by, long number, int known, long erased, long found, List<Finding> findings) {}

    void add(Verified verified, Viewer by) {
        var head = verified.head();
        db.insertInto(VERIFICATION)
                .set(VERIFICATION.BY_ID, by.id())
                .set(VERIFICATION.BY_NAME, by.name())
                .set(VERIFICATION.NUMBER, head == null ? 0 : head.number())
                .set(VERIFICATION.HASH, head == null ? null : HexFormat.of().parseHex(head.hash()))
                .set(VERIFICATION.KNOWN, verified.known())
                .set(VERIFICATION.ERASED, verified.erased())
                .set(VERIFICATION.FOUND, verified.found())
                .set(VERIFICATION.FINDINGS, JSONB.valueOf(mapper.writeValueAsString(verified.findings())))
                .execute();
    }

    Optional<Kept> last() {
        return db.selectFrom(VERIFICATION)
                .orderBy(VERIFICATION.ID.desc())
                .limit(1)
                .fetchOptional(r -> new Kept(
                        r.getAt().toInstant(),
                        r.getByName(),
                        r.getNumber(),
                        r.getKnown(),
                        r.getErased(),
                        r.getFound(),
                        mapper.readValue(r.getFindings().data(), new TypeReference<List<Finding>>() {})));
    }
}
