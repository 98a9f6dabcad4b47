package zhanggui.accounts;

import static org.jooq.impl.DSL.min;
import static zhanggui.accounts.db.Tables.ACCOUNT;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.ROLE;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** One person of each role, to try the demonstration as. */
@Repository
class Personas {
    private final DSLContext db;

    Personas(DSLContext db) {
        this.db = db;
    }

    /** @param role code of the role */
    record Persona(String username, String name, String role, String roleName, String roleNameEn) {}

    /** In the order of the roles; people without a password, which only the demonstration has. */
    List<Persona> all() {
        var person = Directory.as("person");
        var first = db.select(ACCOUNT_ROLE.ROLE_ID, min(ACCOUNT.USERNAME).as("username"))
                .from(ACCOUNT_ROLE)
                .join(ACCOUNT)
                .on(ACCOUNT.PERSON_ID.eq(ACCOUNT_ROLE.PERSON_ID))
                .where(ACCOUNT.PASSWORD_HASH.isNull(), ACCOUNT.DISABLED.isFalse(), ACCOUNT.USERNAME.startsWith("demo-"))
                .groupBy(ACCOUNT_ROLE.ROLE_ID)
                .asTable("first");
        return db.select(ACCOUNT.USERNAME, person.name(), ROLE.CODE, ROLE.NAME, ROLE.NAME_EN)
                .from(first)
                .join(ROLE)
                .on(ROLE.ID.eq(first.field(ACCOUNT_ROLE.ROLE_ID)))
                .join(ACCOUNT)
                .on(ACCOUNT.USERNAME.eq(first.field("username", String.class)))
                .join(person.table())
                .on(person.id().eq(ACCOUNT.PERSON_ID))
                .orderBy(ROLE.ID)
                .fetch(r -> new Persona(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
