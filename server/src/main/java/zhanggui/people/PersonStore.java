package zhanggui.people;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lower;
import static zhanggui.people.db.Tables.PERSON;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.people.db.tables.records.PersonRecord;

/** People in PostgreSQL. */
@Repository
class PersonStore {
    private final DSLContext db;

    PersonStore(DSLContext db) {
        this.db = db;
    }

    Optional<Person> find(UUID id) {
        return db.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional(PersonStore::person);
    }

    List<Person> all() {
        return db.selectFrom(PERSON).orderBy(PERSON.ID).fetch(PersonStore::person);
    }

    /** Those with one of these names, employee numbers or e-mail addresses, given in lower case. */
    List<Person> called(Collection<String> words) {
        var among = words.toArray(String[]::new);
        return db.selectFrom(PERSON)
                .where(lower(PERSON.NAME).eq(any(among)))
                .or(lower(PERSON.NAME_EN).eq(any(among)))
                .or(lower(PERSON.EMPLOYEE_NUMBER).eq(any(among)))
                .or(lower(PERSON.EMAIL).eq(any(among)))
                .fetch(PersonStore::person);
    }

    boolean isEmployeeNumberTaken(@Nullable String number, UUID except) {
        return number != null && taken(PERSON.EMPLOYEE_NUMBER, number, except);
    }

    boolean isExternalIdTaken(@Nullable String externalId, UUID except) {
        return externalId != null && taken(PERSON.EXTERNAL_ID, externalId, except);
    }

    void add(Collection<Person> people) {
        if (people.isEmpty()) return;
        var insert = db.insertInto(
                PERSON,
                PERSON.ID,
                PERSON.NAME,
                PERSON.NAME_EN,
                PERSON.EMPLOYEE_NUMBER,
                PERSON.EMAIL,
                PERSON.MOBILE,
                PERSON.HIRED_ON,
                PERSON.LEFT_ON,
                PERSON.EXTERNAL_ID);
        for (var p : people) {
            insert = insert.values(
                    p.id(),
                    p.name(),
                    p.nameEn(),
                    p.employeeNumber(),
                    p.email(),
                    p.mobile(),
                    p.hiredOn(),
                    p.leftOn(),
                    p.externalId());
        }
        insert.execute();
    }

    /** Returns whether the version was still current. */
    boolean change(Person person) {
        return db.update(PERSON)
                        .set(PERSON.NAME, person.name())
                        .set(PERSON.NAME_EN, person.nameEn())
                        .set(PERSON.EMPLOYEE_NUMBER, person.employeeNumber())
                        .set(PERSON.EMAIL, person.email())
                        .set(PERSON.MOBILE, person.mobile())
                        .set(PERSON.HIRED_ON, person.hiredOn())
                        .set(PERSON.LEFT_ON, person.leftOn())
                        .set(PERSON.EXTERNAL_ID, person.externalId())
                        .set(PERSON.VERSION, person.version() + 1)
                        .where(PERSON.ID.eq(person.id()), PERSON.VERSION.eq(person.version()))
                        .execute()
                == 1;
    }

    private boolean taken(Field<String> field, String value, UUID except) {
        Condition other = PERSON.ID.ne(except);
        return db.fetchExists(PERSON, field.eq(value).and(other));
    }

    private static Person person(PersonRecord r) {
        return new Person(
                r.getId(),
                r.getName(),
                r.getNameEn(),
                r.getEmployeeNumber(),
                r.getEmail(),
                r.getMobile(),
                r.getHiredOn(),
                r.getLeftOn(),
                r.getExternalId(),
                r.getVersion());
    }
}
