package zhanggui.accounts;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static zhanggui.accounts.db.Tables.ACCOUNT_ROLE;
import static zhanggui.accounts.db.Tables.ROLE;
import static zhanggui.accounts.db.Tables.ROLE_FIELD;
import static zhanggui.accounts.db.Tables.ROLE_GRANT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.access.FieldLevel;
import zhanggui.access.Reach;

/** Roles in PostgreSQL. */
@Repository
class RoleStore {
    private final DSLContext db;

    RoleStore(DSLContext db) {
        this.db = db;
    }

    boolean isEmpty() {
        return !db.fetchExists(ROLE);
    }

    List<Role> all() {
        return find(org.jooq.impl.DSL.noCondition());
    }

    Optional<Role> byCode(String code) {
        return find(ROLE.CODE.eq(code)).stream().findFirst();
    }

    Optional<Role> byId(UUID id) {
        return find(ROLE.ID.eq(id)).stream().findFirst();
    }

    /** The roles of a person, those made first in front. */
    List<UUID> of(UUID person) {
        return db.select(ACCOUNT_ROLE.ROLE_ID)
                .from(ACCOUNT_ROLE)
                .where(ACCOUNT_ROLE.PERSON_ID.eq(person))
                .orderBy(ACCOUNT_ROLE.ROLE_ID)
                .fetch(ACCOUNT_ROLE.ROLE_ID);
    }

    /** How many accounts have each role that anybody has. */
    Map<UUID, Integer> people() {
        return db.select(ACCOUNT_ROLE.ROLE_ID, count())
                .from(ACCOUNT_ROLE)
                .groupBy(ACCOUNT_ROLE.ROLE_ID)
                .fetchMap(ACCOUNT_ROLE.ROLE_ID, count());
    }

    private List<Role> find(Condition which) {
        var allows = multiset(select(ROLE_GRANT.PERMISSION, ROLE_GRANT.REACH, ROLE_GRANT.UNITS)
                        .from(ROLE_GRANT)
                        .where(ROLE_GRANT.ROLE_ID.eq(ROLE.ID))
                        .orderBy(ROLE_GRANT.PERMISSION))
                .convertFrom(
                        r -> r.map(g -> new Role.Allowed(g.value1(), Reach.valueOf(g.value2()), Set.of(g.value3()))));
        var fields = multiset(select(ROLE_FIELD.LIST, ROLE_FIELD.FIELD, ROLE_FIELD.LEVEL)
                        .from(ROLE_FIELD)
                        .where(ROLE_FIELD.ROLE_ID.eq(ROLE.ID))
                        .orderBy(ROLE_FIELD.LIST, ROLE_FIELD.FIELD))
                .convertFrom(r -> r.map(f -> new Role.Field(f.value1(), f.value2(), FieldLevel.valueOf(f.value3()))));
        return db.select(ROLE.ID, ROLE.CODE, ROLE.NAME, ROLE.NAME_EN, allows, fields, ROLE.VERSION)
                .from(ROLE)
                .where(which)
                .orderBy(ROLE.ID)
                .fetch(r ->
                        new Role(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    UUID add(DefaultRoles.NewRole role) {
        var id = db.insertInto(ROLE)
                .set(ROLE.CODE, role.code())
                .set(ROLE.NAME, role.name())
                .set(ROLE.NAME_EN, role.nameEn())
                .returningResult(ROLE.ID)
                .fetchSingle()
                .value1();
        setAllowed(id, role.allows());
        return id;
    }

    void setAllowed(UUID role, List<Role.Allowed> allows) {
        db.deleteFrom(ROLE_GRANT).where(ROLE_GRANT.ROLE_ID.eq(role)).execute();
        for (var a : allows) {
            db.insertInto(ROLE_GRANT)
                    .set(ROLE_GRANT.ROLE_ID, role)
                    .set(ROLE_GRANT.PERMISSION, a.permission())
                    .set(ROLE_GRANT.REACH, a.reach().name())
                    .set(ROLE_GRANT.UNITS, a.units().toArray(UUID[]::new))
                    .execute();
        }
    }

    void setFields(UUID role, List<Role.Field> fields) {
        db.deleteFrom(ROLE_FIELD).where(ROLE_FIELD.ROLE_ID.eq(role)).execute();
        for (var f : fields) {
            db.insertInto(ROLE_FIELD)
                    .set(ROLE_FIELD.ROLE_ID, role)
                    .set(ROLE_FIELD.LIST, f.list())
                    .set(ROLE_FIELD.FIELD, f.field())
                    .set(ROLE_FIELD.LEVEL, f.level().name())
                    .execute();
        }
    }

    /** Returns whether {@code version} was still current. */
    boolean rename(UUID id, String name, String nameEn, int version) {
        return db.update(ROLE)
                        .set(ROLE.NAME, name)
                        .set(ROLE.NAME_EN, nameEn)
                        .set(ROLE.VERSION, version + 1)
                        .where(ROLE.ID.eq(id), ROLE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }
}
