package zhanggui.accounts;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.accounts.db.Tables.ACCOUNT;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.ROLE_GRANT;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.people.Directory;
import zhanggui.people.PersonLeft;
import zhanggui.problems.Refused;

/**
 * Sees to it that somebody can always administer. Whoever holds {@code accounts:edit} can give every permission to
 * everyone, themselves included, and sign in as anyone by setting a password: it is the permission above all others,
 * and there is no other guard inside it than this one.
 */
@Component
class Administrators {
    static final String PERMISSION = "accounts:edit";
    private final DSLContext db;

    Administrators(DSLContext db) {
        this.db = db;
    }

    /** @param withPassword those of them who can sign in with a password */
    private record Working(int all, int withPassword) {
        void mayBecome(Working after) {
            if ((all > 0 && after.all == 0) || (withPassword > 0 && after.withPassword == 0)) {
                throw Refused.because(AccountReasons.LAST_ADMINISTRATOR);
            }
        }
    }

    /** Makes a change that takes rights away; two at once wait for each other. */
    void keptBy(Runnable change) {
        alone();
        var before = working(null);
        change.run();
        before.mayBecome(working(null));
    }

    @EventListener
    void on(PersonLeft left) {
        alone();
        working(left.person()).mayBecome(working(null));
    }

    private void alone() {
        db.execute("select pg_advisory_xact_lock(hashtextextended('accounts.administrators', 0))");
    }

    /** @param leaving who is counted although they leave */
    private Working working(@Nullable UUID leaving) {
        var person = Directory.as("person");
        var stays = person.leftOn().isNull();
        return db.select(count(), count(ACCOUNT.PASSWORD_HASH))
                .from(ACCOUNT)
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .where(ACCOUNT.DISABLED.isFalse())
                .and(leaving == null ? stays : stays.or(person.id().eq(leaving)))
                .and(exists(selectOne()
                        .from(ACCOUNT_ROLE)
                        .join(ROLE_GRANT)
                        .on(ROLE_GRANT.ROLE_ID.eq(ACCOUNT_ROLE.ROLE_ID))
                        .where(ACCOUNT_ROLE.PERSON_ID.eq(ACCOUNT.PERSON_ID), ROLE_GRANT.PERMISSION.eq(PERMISSION))))
                .fetchSingle(r -> new Working(r.value1(), r.value2()));
    }
}
