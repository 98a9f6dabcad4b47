package zhanggui.comments;

import static zhanggui.people.Directory.unitNameOf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.listings.Sought;
import zhanggui.listings.Sounds;
import zhanggui.people.Directory;
import zhanggui.problems.Refused;

/** The people a comment may speak to: all who work here, told apart by whether they may read the record. */
@Component
class Mentionable {
    private static final int MOST = 8;
    private final DSLContext db;
    private final Viewers viewers;
    private final Records records;

    Mentionable(DSLContext db, Viewers viewers, Records records) {
        this.db = db;
        this.viewers = viewers;
        this.records = records;
    }

    /** @param reads whether they may read the record the comment is about */
    record MentionablePerson(UUID id, String name, @Nullable String unit, boolean reads) {}

    /** The first whose name or e-mail holds the text, or whose name sounds so. */
    List<MentionablePerson> find(String text, RecordHead record) {
        var person = Directory.as("mentionable");
        var unit = unitNameOf(person.id()).as("unit");
        Condition named = DSL.noCondition();
        if (!text.isBlank()) {
            named = person.name()
                    .containsIgnoreCase(text.strip())
                    .or(person.email().startsWithIgnoreCase(text.strip()));
            var letters = Sought.of(text).letters();
            if (letters != null) named = named.or(Sounds.like(person.sound(), letters));
        }
        return db.select(person.id(), person.name(), unit)
                .from(person.table())
                .where(person.present())
                .and(named)
                .orderBy(person.name(), person.id())
                .limit(MOST)
                .fetch(r -> new MentionablePerson(r.value1(), r.value2(), r.value3(), reads(r.value1(), record)));
    }

    private boolean reads(UUID person, RecordHead record) {
        return viewers.of(person, new Viewer.Origin(Viewer.Way.JOB, null))
                .flatMap(viewer -> records.find(record.list(), record.id(), viewer))
                .isPresent();
    }

    /** @throws Refused where one of them does not work here */
    void check(Set<UUID> people) {
        var person = Directory.as("mentioned");
        var unknown = new HashSet<>(people);
        db.select(person.id())
                .from(person.table())
                .where(person.id().in(people))
                .and(person.present())
                .forEach(r -> unknown.remove(r.value1()));
        if (!unknown.isEmpty())
            throw Refused.invalid("mentions", "not-here", unknown.iterator().next());
    }
}
