package zhanggui.notices;

import static org.jooq.impl.DSL.any;
import static zhanggui.notices.db.Tables.HABIT;
import static zhanggui.notices.db.Tables.PREFERENCE;

import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person wants to be told, by which channel, and when not. */
@Component
class Preferences {
    /** The channel that is always there. */
    static final String IN_APP = "app";

    private final DSLContext db;
    private final Map<String, NoticeKind> kinds = new HashMap<>();

    Preferences(DSLContext db, List<NoticeKind> kinds) {
        this.db = db;
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    }

    private record Choice(UUID person, String kind, String channel) {}

    /** The wishes of some people. */
    final class Wishes {
        private final Map<Choice, Boolean> said;

        private Wishes(Map<Choice, Boolean> said) {
            this.said = said;
        }

        boolean wants(UUID person, String kind, String channel) {
            var wanted = said.get(new Choice(person, kind, channel));
            if (wanted != null) return wanted;
            var known = kinds.get(kind);
            return channel.equals(IN_APP) || (known != null && known.mailed());
        }
    }

    Wishes of(Collection<UUID> people) {
        var said = new HashMap<Choice, Boolean>();
        db.selectFrom(PREFERENCE)
                .where(PREFERENCE.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
                .forEach(r -> said.put(new Choice(r.getPersonId(), r.getKind(), r.getChannel()), r.getWanted()));
        return new Wishes(said);
    }

    /** All kinds, those first that concern one most. */
    List<NoticeKind> kinds() {
        Comparator<NoticeKind> order = Comparator.comparingInt(
                kind -> NoticeKinds.ORDER.contains(kind.name()) ? NoticeKinds.ORDER.indexOf(kind.name()) : 99);
        return kinds.values().stream()
                .sorted(order.thenComparing(NoticeKind::name))
                .toList();
    }

    Habit habit(UUID person) {
        return db.selectFrom(HABIT)
                .where(HABIT.PERSON_ID.eq(person))
                .fetchOptional(r -> new Habit(r.getQuietFrom(), r.getQuietTo(), r.getDigestAt()))
                .orElse(Habit.NONE);
    }

    @Transactional
    void set(UUID person, Map<String, Map<String, Boolean>> wanted, Habit habit) {
        db.deleteFrom(PREFERENCE).where(PREFERENCE.PERSON_ID.eq(person)).execute();
        wanted.forEach((kind, byChannel) -> byChannel.forEach((channel, wants) -> db.insertInto(PREFERENCE)
                .set(PREFERENCE.PERSON_ID, person)
                .set(PREFERENCE.KIND, kind)
                .set(PREFERENCE.CHANNEL, channel)
                .set(PREFERENCE.WANTED, wants)
                .execute()));
        Map<Field<?>, @Nullable LocalTime> times = new HashMap<>();
        times.put(HABIT.QUIET_FROM, habit.quietFrom());
        times.put(HABIT.QUIET_TO, habit.quietTo());
        times.put(HABIT.DIGEST_AT, habit.digestAt());
        db.insertInto(HABIT)
                .set(HABIT.PERSON_ID, person)
                .set(times)
                .onConflict(HABIT.PERSON_ID)
                .doUpdate()
                .set(times)
                .execute();
    }
}
