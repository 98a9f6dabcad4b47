package zhanggui.accounts;

import static zhanggui.accounts.db.Tables.SIGN_IN_RULES;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** What the company asks of everybody who signs in. */
@Service
@Transactional
class SignInRules {
    static final String TYPE = "sign-in-rules";
    private static final Subject SUBJECT = new Subject(TYPE, null, TYPE);
    private final DSLContext db;
    private final AccountStore accounts;
    private final Audit audit;

    SignInRules(DSLContext db, AccountStore accounts, Audit audit) {
        this.db = db;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Of whom a second factor is asked. */
    enum Demand {
        OPTIONAL,
        /** Of those who can change what holds for all. */
        ADMINISTRATION,
        EVERYBODY;

        private static final Set<String> ADMINISTERING = Set.of(Administrators.PERMISSION, "company:edit");

        boolean isOf(Collection<String> permissions) {
            return switch (this) {
                case OPTIONAL -> false;
                case ADMINISTRATION -> permissions.stream().anyMatch(ADMINISTERING::contains);
                case EVERYBODY -> true;
            };
        }
    }

    @Schema(name = "SignInRules")
    record Rules(Demand secondFactor, int version) {}

    /** The rules as the log tells of them. */
    record Described(Demand secondFactor) {}

    Rules get() {
        return db.selectFrom(SIGN_IN_RULES)
                .fetchSingle(r -> new Rules(Demand.valueOf(r.getSecondFactor()), r.getVersion()));
    }

    /** Whoever asks it of others has to have shown that it works. */
    void change(Demand secondFactor, int version, Viewer viewer) {
        var before = get();
        if (before.version() != version) throw Refused.stale(before);
        var mine = accounts.byPerson(viewer.id()).orElseThrow(Refused::notFound);
        if (secondFactor != Demand.OPTIONAL && !mine.hasFactor()) {
            throw Refused.invalid("secondFactor", "own-factor-first");
        }
        var changed = db.update(SIGN_IN_RULES)
                .set(SIGN_IN_RULES.SECOND_FACTOR, secondFactor.name())
                .set(SIGN_IN_RULES.VERSION, version + 1)
                .where(SIGN_IN_RULES.VERSION.eq(version))
                .execute();
        if (changed == 0) throw Refused.stale(get());
        audit.changed(viewer, SUBJECT, new Described(before.secondFactor()), new Described(secondFactor));
    }
}
