package zhanggui.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company as the tests of rights know it: their own facts, written down before anything is asked of the server. Nothing
 * here is read back from it.
 */
final class Firm {
    /** How far a permission goes 数据范围, in the test's own words. */
    enum Reach {
        OWN,
        SUBORDINATES,
        DEPARTMENT,
        DEPARTMENT_TREE,
        CHOSEN,
        ALL
    }

    record Unit(UUID id, @Nullable UUID parent, String name) {}

    /** @param closed whether nobody has it any more since this morning */
    record Seat(UUID id, UUID unit, boolean head, @Nullable UUID reportsTo, boolean closed) {}

    /** Who sat where; {@code until} is the first day on which they no longer do. */
    record Stint(
            UUID seat,
            UUID person,
            boolean main,
            LocalDate from,
            @Nullable LocalDate until) {}

    record Allowed(Reach reach, Set<UUID> units) {
        static Allowed to(Reach reach) {
            return new Allowed(reach, Set.of());
        }
    }

    record Role(UUID id, String code, Map<String, Allowed> allows) {}

    record Person(UUID id, String username, List<Role> roles) {}

    /** Something that rights are about. */
    sealed interface Thing permits Customer, Contact, Deal, FollowUp, Todo, Upload, Work, Handover {
        UUID id();
    }

    /** @param team who was given a share in it, and whether they may write */
    record Customer(
            UUID id,
            String name,
            @Nullable UUID owner,
            Map<UUID, Boolean> team,
            @Nullable UUID parent) implements Thing {}

    record Contact(UUID id, Customer customer) implements Thing {}

    record Deal(
            UUID id,
            String name,
            @Nullable Customer customer,
            @Nullable UUID owner,
            Map<UUID, Boolean> team,
            String outcome,
            BigDecimal amount)
            implements Thing {}

    record FollowUp(
            UUID id,
            UUID owner,
            @Nullable Customer customer,
            @Nullable Deal deal) implements Thing {}

    record Todo(
            UUID id,
            UUID owner,
            @Nullable Customer customer,
            @Nullable Deal deal) implements Thing {}

    /** An import. */
    record Upload(UUID id, UUID owner) implements Thing {}

    /** A job. */
    record Work(UUID id, UUID owner) implements Thing {}

    /** What somebody had in hand, given to others; reached by whose it was. */
    record Handover(UUID id, UUID owner) implements Thing {}

    final LocalDate today;
    final Map<UUID, Unit> units = new LinkedHashMap<>();
    final Map<UUID, Seat> seats = new LinkedHashMap<>();
    final List<Stint> stints = new ArrayList<>();
    final List<UUID[]> dottedLines = new ArrayList<>();
    final List<Role> roles = new ArrayList<>();
    final Map<UUID, Person> people = new LinkedHashMap<>();
    final List<Thing> things = new ArrayList<>();

    Firm(LocalDate today) {
        this.today = today;
    }

    <T extends Thing> Stream<T> all(Class<T> kind) {
        return things.stream().filter(kind::isInstance).map(kind::cast);
    }

    Unit unit(String name, @Nullable Unit parent) {
        var unit = new Unit(UUID.randomUUID(), parent == null ? null : parent.id(), name);
        units.put(unit.id(), unit);
        return unit;
    }

    Seat seat(Unit unit, boolean head) {
        return put(new Seat(UUID.randomUUID(), unit.id(), head, null, false));
    }

    Seat put(Seat seat) {
        seats.put(seat.id(), seat);
        return seat;
    }

    Role role(String code, Map<String, Allowed> allows) {
        var role = new Role(UUID.randomUUID(), code, allows);
        roles.add(role);
        return role;
    }

    Person person(String username, Role... of) {
        var person = new Person(UUID.randomUUID(), username, List.of(of));
        people.put(person.id(), person);
        return person;
    }

    /** Someone who has sat on a seat of their own for years. */
    Person person(String username, Unit unit, boolean head, Role... of) {
        var person = person(username, of);
        stints.add(new Stint(seat(unit, head).id(), person.id(), true, today.minusYears(3), null));
        return person;
    }
}
