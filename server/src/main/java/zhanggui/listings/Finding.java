package zhanggui.listings;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;

/**
 * Finds records by what one knows of them, in every list that says how its records are found ({@link Listing#found}): in
 * the viewer's reach only, and never by a field they may not ask by.
 *
 * <p>Of very many it answers some, among them those most likely meant: the same name, a name that begins so, the viewer's
 * own, and those they opened lately. Each of these questions ends after a few rows, so that a word half of all rows hold
 * costs no more than a rare one.
 */
@Service
@Transactional(readOnly = true)
public class Finding {
    private static final int MOST = 50;
    private static final int TELLING = 6;
    private static final List<String> OWN = List.of("owner", "collaborators");
    private final DSLContext db;
    private final Clock clock;
    private final List<Listing> lists;

    Finding(DSLContext db, Clock clock, Lists lists) {
        this.db = db;
        this.clock = clock;
        this.lists = lists.all();
    }

    /**
     * A record that may be the one meant.
     *
     * @param words what the viewer may find it by, by column
     * @param sound how its title sounds
     * @param own whether the viewer owns it or takes part in it
     */
    public record Candidate(UUID id, Map<String, String> words, String sound, boolean own) {}

    /** The lists whose records this viewer may find. */
    public List<Listing> lists(Viewer viewer) {
        return lists.stream()
                .filter(list -> list.records().found() != null && list.opensFor(viewer))
                .toList();
    }

    /** @param opened what the viewer opened lately */
    public List<Candidate> find(Listing list, Sought sought, Collection<UUID> opened, Viewer viewer) {
        var looks = looks(list, sought, viewer);
        var ids = keys(list, List.of(or(looks)), MOST, viewer);
        if (ids.size() < MOST) return candidates(list, ids, viewer);
        var likely = new ArrayList<Condition>(beginnings(list, sought, viewer));
        var any = or(looks);
        if (!opened.isEmpty()) likely.add(these(list, opened).and(any));
        own(list, viewer).forEach(own -> likely.add(own.and(any)));
        var found = new LinkedHashSet<>(keys(list, likely, MOST, viewer));
        found.addAll(ids);
        return candidates(list, found, viewer);
    }

    /** Those of these records the viewer still reaches, in no order. */
    public List<Candidate> reached(Listing list, Collection<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) return List.of();
        return candidates(list, keys(list, List.of(these(list, ids)), ids.size(), viewer), viewer);
    }

    private static Listing.Findable findable(Listing list) {
        return requireNonNull(list.records().found());
    }

    /**
     * The words stand in the statement: as parameters they would be planned for words of any kind, and between an index
     * and a walk through some rows only the words themselves decide.
     */
    private List<Condition> looks(Listing list, Sought sought, Viewer viewer) {
        var looks = new ArrayList<Condition>();
        var conditions = new Conditions(list, viewer, clock.instant(), false);
        looks.add(conditions.search(sought.text(), Finding::keeps));
        if (sought.digits() != null) looks.add(conditions.search(sought.digits(), Finding::keeps));
        var sound = sound(list, viewer);
        if (sound.isEmpty() || sought.letters() == null) return looks;
        var letters = sought.letters();
        looks.add(Sounds.like(sound.get(), letters));
        return looks;
    }

    /** The same name, or one that begins so. */
    private static List<Condition> beginnings(Listing list, Sought sought, Viewer viewer) {
        var found = new ArrayList<Condition>();
        var conditions = new Conditions(list, viewer, java.time.Instant.EPOCH, false);
        list.column(findable(list).title(), viewer).filter(Column::searched).ifPresent(title -> {
            var asked = list.askedBy(viewer).stream().filter(Column::searched).toList();
            var kept = title.kept();
            var text = inline(sought.text());
            if (kept == null) {
                found.add(Conditions.like(Conditions.words(title), Conditions.escape(sought.text()) + "%"));
            } else if (conditions.isShared(title, asked)) {
                found.add(condition(
                        "{0} like rtrim(substr(public.containing({1}), 2), '%') || {2}", kept, text, inline("\n\n%")));
                found.add(condition("{0} like substr(public.containing({1}), 2)", kept, text));
            }
        });
        var letters = sought.letters();
        var sound = sound(list, viewer);
        if (letters != null && sound.isPresent()) {
            if (letters.length() > 2) found.add(Sounds.ilike(sound.get(), letters + "%"));
            if (letters.length() <= 4) found.add(sound.get().like(inline("%=" + Sounds.doubled(letters) + "%")));
        }
        return found;
    }

    private static List<Condition> own(Listing list, Viewer viewer) {
        return OWN.stream()
                .flatMap(key -> list.column(key, viewer).stream())
                .map(column -> own(column, viewer))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Condition own(Column column, Viewer viewer) {
        return column.related() != null
                ? column.related().any(List.of(viewer.id()))
                : ((Field<UUID>) column.value()).eq(viewer.id());
    }

    private static Optional<Field<String>> sound(Listing list, Viewer viewer) {
        return list.column(findable(list).title(), viewer)
                .map(title -> findable(list).sound());
    }

    /**
     * Each character asked of the index costs it some milliseconds among a million rows, and a few tell which rows to look
     * at: of a long number the last ones, of other words the first.
     */
    private static Condition keeps(Field<String> kept, String text) {
        var all = condition("{0} like public.containing({1})", kept, inline(text));
        if (text.length() <= TELLING + 2) return all;
        var digits = text.chars().allMatch(Character::isDigit);
        var part = digits ? text.substring(text.length() - TELLING) : text.substring(0, TELLING);
        if (Character.isHighSurrogate(part.charAt(TELLING - 1))) return all;
        return condition(
                "{0} like public.containing({1}) and ({0} || '') like public.containing({2})",
                kept, inline(part), inline(text));
    }

    /** The keys of some rows for which one of these holds, at most so many of each. */
    private SequencedSet<UUID> keys(Listing list, List<Condition> each, int most, Viewer viewer) {
        var reached = list.reached(viewer);
        var found = new LinkedHashSet<UUID>();
        each.stream()
                .flatMap(one -> reached.stream().map(one::and))
                .map(where -> key(list, where, most))
                .reduce(Select::unionAll)
                .orElseThrow()
                .forEach(r -> found.add(r.value1()));
        return found;
    }

    private Select<Record1<UUID>> key(Listing list, Condition where, int most) {
        List<QueryPart> mentioned = List.of(list.id(), where);
        return db.select(list.id())
                .from(Joins.needed(db, list.from(), mentioned))
                .where(where)
                .limit(inline(most));
    }

    private List<Candidate> candidates(Listing list, Collection<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) return List.of();
        var asked = list.askedBy(viewer).stream().filter(Column::searched).toList();
        var owned = own(list, viewer);
        var own = field(owned.isEmpty() ? falseCondition() : or(owned)).as("own");
        var sound = sound(list, viewer).orElse(inline("")).as("sound");
        var fields = new LinkedHashSet<Field<?>>(List.of(list.id(), own, sound));
        asked.forEach(column -> fields.add(Conditions.words(column)));
        return db.select(fields)
                .from(Joins.needed(db, list.from(), List.copyOf(fields)))
                .where(these(list, ids))
                .fetch(r -> {
                    var words = new LinkedHashMap<String, String>();
                    asked.forEach(column -> {
                        var word = r.get(Conditions.words(column));
                        if (word != null) words.put(column.key(), word);
                    });
                    return new Candidate(
                            requireNonNull(r.get(list.id())),
                            words,
                            requireNonNullElse(r.get(sound), ""),
                            Objects.equals(r.get(own), true));
                });
    }

    /** The cells of the title of each and of what stands beside it, as the viewer is shown them. */
    public Map<UUID, Page.Row> rows(Listing list, Collection<UUID> ids, Viewer viewer) {
        var rows = new HashMap<UUID, Page.Row>();
        if (ids.isEmpty()) return rows;
        var shown = Stream.concat(Stream.of(findable(list).title()), findable(list).beside().stream())
                .flatMap(key -> list.shown(key, viewer).stream())
                .toList();
        var fields = Lists.fields(list, shown);
        db.select(fields)
                .from(Joins.needed(db, list.from(), List.copyOf(fields)))
                .where(these(list, ids))
                .forEach(r -> rows.put(requireNonNull(r.get(list.id())), Lists.row(list, shown, r, viewer)));
        return rows;
    }

    private static Condition these(Listing list, Collection<UUID> ids) {
        return list.id().eq(any(ids.toArray(UUID[]::new)));
    }
}
