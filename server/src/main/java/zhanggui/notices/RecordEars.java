package zhanggui.notices;

import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import zhanggui.access.Viewer;
import zhanggui.audit.Change;
import zhanggui.audit.Logged;
import zhanggui.audit.Records;
import zhanggui.listings.Column;
import zhanggui.listings.Kind;
import zhanggui.listings.Listing;
import zhanggui.notices.Heard.Move;
import zhanggui.notices.News.Addressed;

/**
 * Hears from the log whose record it became and which went on to another stage, whatever records they are: the list says
 * so by its columns {@code owner} and {@code stage}. Who has it now is asked once, when the transaction is about to
 * commit, and only where somebody else may have it.
 */
@Component
class RecordEars {
    private static final String OWNER = "owner";
    private static final String STAGE = "stage";
    private final DSLContext db;
    private final Notices notices;
    private final Namesakes namesakes;
    private final Map<String, List<Followers>> followers;
    private final Set<String> toldOtherwise;
    private final ObjectProvider<Records> records;
    private @Nullable Map<String, Listing> owned;

    RecordEars(
            DSLContext db,
            Notices notices,
            Namesakes namesakes,
            List<Followers> followers,
            List<ToldOtherwise> toldOtherwise,
            ObjectProvider<Records> records) {
        this.db = db;
        this.notices = notices;
        this.namesakes = namesakes;
        this.followers = followers.stream().collect(Collectors.groupingBy(Followers::list));
        this.toldOtherwise = toldOtherwise.stream().map(ToldOtherwise::action).collect(Collectors.toSet());
        this.records = records;
    }

    @EventListener
    void on(Logged logged) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        if (toldOtherwise.contains(logged.action())) return;
        for (var one : logged.happened()) {
            var id = one.subject().id();
            var list = one.subject().type();
            if (id == null || !owned().containsKey(list)) continue;
            for (var change : one.changes()) hear(list, id, change, logged.viewer());
        }
    }

    private void hear(String list, UUID id, Change change, Viewer by) {
        if (change.after() == null) return;
        if (change.field().equals(OWNER) && !isOwn(change.after(), by)) {
            Heard.now(by, this::tell).assigned(list, id);
        } else if (change.field().equals(STAGE) && change.before() != null) {
            var move = new Move(String.valueOf(change.before()), String.valueOf(change.after()));
            Heard.now(by, this::tell).moved(list, id, move);
        }
    }

    /** The log knows names: that of who did it is them, unless others are called so too. */
    private boolean isOwn(Object owner, Viewer by) {
        return owner.equals(by.name()) && !namesakes.has(by.name());
    }

    private void tell(Heard heard) {
        var told = new ArrayList<Addressed>();
        var given = new HashSet<UUID>();
        heard.assigned().forEach((list, ids) -> {
            var byOwner = new HashMap<UUID, Set<UUID>>();
            owners(list, ids).forEach((id, owner) -> byOwner.computeIfAbsent(owner, o -> new HashSet<>())
                    .add(id));
            byOwner.remove(heard.by().id());
            byOwner.forEach((owner, theirs) -> told.add(new Addressed(owner, given(list, theirs))));
            given.addAll(ids);
        });
        heard.moved().forEach((list, moves) -> {
            moves.keySet().removeAll(given);
            told.addAll(moved(list, moves, heard.by().id()));
        });
        notices.tell(told, heard.by());
    }

    private static News given(String list, Set<UUID> ids) {
        return ids.size() == 1
                ? News.of(NoticeKinds.ASSIGNED, list, ids.iterator().next())
                : News.many(NoticeKinds.ASSIGNED, list, ids.size());
    }

    private List<Addressed> moved(String list, Map<UUID, Move> moves, UUID by) {
        if (moves.isEmpty()) return List.of();
        var byPerson = new HashMap<UUID, Set<UUID>>();
        owners(list, moves.keySet()).forEach((id, owner) -> byPerson.computeIfAbsent(owner, o -> new HashSet<>())
                .add(id));
        var following = new ArrayList<>(followers.getOrDefault(list, List.of()));
        following.addAll(followers.getOrDefault(Followers.ANY, List.of()));
        for (var others : following) {
            others.of(moves.keySet())
                    .forEach((id, people) ->
                            people.forEach(person -> byPerson.computeIfAbsent(person, p -> new HashSet<>())
                                    .add(id)));
        }
        byPerson.remove(by);
        var told = new ArrayList<Addressed>();
        byPerson.forEach((person, ids) -> told.add(new Addressed(person, went(list, ids, moves))));
        return told;
    }

    private static News went(String list, Set<UUID> ids, Map<UUID, Move> moves) {
        if (ids.size() > 1) return News.many(NoticeKinds.MOVED, list, ids.size());
        var id = ids.iterator().next();
        var move = Objects.requireNonNull(moves.get(id));
        return News.of(NoticeKinds.MOVED, list, id, move.from(), move.to());
    }

    @SuppressWarnings("unchecked") // A person is known by an id.
    private Map<UUID, UUID> owners(String name, Set<UUID> ids) {
        var list = Objects.requireNonNull(owned().get(name));
        var owner = (Field<UUID>) owner(list).orElseThrow().value();
        var found = new HashMap<UUID, UUID>();
        db.select(list.id(), owner)
                .from(list.from())
                .where(list.id().eq(any(ids.toArray(UUID[]::new))))
                .and(owner.isNotNull())
                .forEach(r -> found.put(r.value1(), r.value2()));
        return found;
    }

    private static Optional<Column> owner(Listing list) {
        return list.columns().stream()
                .filter(c -> c.key().equals(OWNER) && c.kind() == Kind.PERSON)
                .findFirst();
    }

    /** Found late: the lists know what the log knows. */
    private Map<String, Listing> owned() {
        if (owned == null) {
            owned = records.getObject().lists().stream()
                    .filter(list -> owner(list).isPresent())
                    .collect(Collectors.toUnmodifiableMap(Listing::name, Function.identity()));
        }
        return owned;
    }
}
