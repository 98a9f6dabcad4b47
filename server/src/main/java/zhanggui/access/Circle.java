package zhanggui.access;

import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Some of the people there are. Where most are within, it knows the others as well, and in SQL these stand: of five
 * thousand people the database would have to read five thousand ids in every statement, where three are left out.
 *
 * @param people those within
 * @param others everybody else there is, where they are fewer; otherwise absent
 */
public record Circle(Set<UUID> people, Optional<Set<UUID>> others) {
    private static final Circle NOBODY = new Circle(Set.of(), Optional.empty());

    public static Circle nobody() {
        return NOBODY;
    }

    /** @param everybody all the people there are */
    public static Circle of(Set<UUID> people, Set<UUID> everybody) {
        if (people.size() <= everybody.size() / 2) return new Circle(Set.copyOf(people), Optional.empty());
        var others = new HashSet<>(everybody);
        others.removeAll(people);
        return new Circle(Set.copyOf(people), Optional.of(Set.copyOf(others)));
    }

    public boolean has(UUID person) {
        return people.contains(person);
    }

    /** Whether most people are within. */
    public boolean isWide() {
        return others.isPresent();
    }

    /** Rows whose {@code person} is within; never those without one. It has one parameter at most, however many they are. */
    public Condition holds(Field<UUID> person) {
        if (people.isEmpty()) return falseCondition();
        if (people.size() == 1) return person.eq(people.iterator().next());
        if (others.isEmpty()) return person.eq(any(people.toArray(UUID[]::new)));
        var somebody = person.isNotNull();
        var left = others.get();
        return left.isEmpty() ? somebody : somebody.and(person.ne(all(left.toArray(UUID[]::new))));
    }
}
