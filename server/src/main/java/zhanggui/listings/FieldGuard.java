package zhanggui.listings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.FieldLevel;
import zhanggui.access.Masks;
import zhanggui.access.Viewer;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/**
 * Keeps commands from changing what their viewer may not change. The components of a command are named like the fields of
 * the list; custom fields stand in one called {@code custom}, by code.
 */
@Component
public class FieldGuard {
    private static final String CUSTOM = "custom";
    private final Map<String, Listing> lists = new LinkedHashMap<>();

    FieldGuard(List<Listing> lists) {
        lists.forEach(l -> this.lists.put(l.name(), l));
    }

    /**
     * The command as far as it may go: a field the viewer may not write, and of which it says nothing, stays as it is.
     *
     * @param before the command that would change nothing; absent where something new is made
     * @throws Refused where it would change such a field, or fill one in that is hidden or only read
     */
    public <C extends Record> C guarded(String list, C command, @Nullable C before, Viewer viewer) {
        if (!viewer.fields().limit(list)) return command;
        var listing = Objects.requireNonNull(lists.get(list));
        var problems = new ArrayList<FieldProblem>();
        var components = command.getClass().getRecordComponents();
        var values = new ArrayList<@Nullable Object>();
        for (var component : components) {
            var name = component.getName();
            var given = read(component, command);
            if (name.equals(CUSTOM)) {
                var was = before == null ? null : read(component, before);
                values.add(custom(listing, given, was, viewer, problems));
                continue;
            }
            var level = listing.level(name, viewer);
            var was = before == null ? null : read(component, before);
            var open = level.isWritable() || (before == null && mayFill(listing, name, level));
            values.add(open || before == null ? given : was);
            if (!open && !isNothing(given) && !same(given, was) && !isMask(given, was)) {
                problems.add(FieldProblem.of(name, "field-closed"));
            }
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return made(command, components, values);
    }

    public boolean isAskable(String list, String field, Viewer viewer) {
        return !viewer.fields().limit(list)
                || Objects.requireNonNull(lists.get(list)).level(field, viewer).isAskable();
    }

    /** Whether somebody may fill in a field of records in a file: what they may write, and what no record is without. */
    public boolean isImportable(String list, String field, Viewer viewer) {
        if (!viewer.fields().limit(list)) return true;
        var listing = Objects.requireNonNull(lists.get(list));
        return listing.level(field, viewer).isWritable() || listing.isNeeded(field);
    }

    /** Whoever enters something knows it; of what they could not leave out the same is true. */
    private static boolean mayFill(Listing list, String field, FieldLevel level) {
        return level == FieldLevel.MASKED || list.isNeeded(field);
    }

    private static @Nullable Object custom(
            Listing list, @Nullable Object given, @Nullable Object was, Viewer viewer, List<FieldProblem> problems) {
        if (!(given instanceof Map<?, ?> fields)) return given;
        var stored = was instanceof Map<?, ?> map ? map : Map.of();
        var kept = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((code, value) -> {
            var key = CUSTOM + "." + code;
            var level = list.level(key, viewer);
            if (level.isWritable() || (was == null && level == FieldLevel.MASKED)) kept.put((String) code, value);
            else if (!isNothing(value) && !same(id(value), stored.get(code)) && !isMask(value, stored.get(code))) {
                problems.add(FieldProblem.of(key, "field-closed"));
            }
        });
        return kept;
    }

    /** As pages show them, people and departments come with their names. */
    private static @Nullable Object id(@Nullable Object value) {
        return value instanceof Map<?, ?> reference ? reference.get("id") : value;
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> all && all.isEmpty()
                || Boolean.FALSE.equals(value);
    }

    /** What was shown masked comes back as it was shown. */
    private static boolean isMask(@Nullable Object given, @Nullable Object was) {
        return was instanceof String text && Masks.of(text).equals(given);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (a instanceof String text && b instanceof UUID id) return text.equals(id.toString());
        if (a instanceof String one && b instanceof String other)
            return one.strip().equals(other);
        if (a instanceof List<?> all && b instanceof List<?> others) {
            return all.size() == others.size()
                    && IntStream.range(0, all.size()).allMatch(i -> same(all.get(i), others.get(i)));
        }
        if (a instanceof Record one && b instanceof Record other && one.getClass() == other.getClass()) {
            return Arrays.stream(one.getClass().getRecordComponents())
                    .allMatch(c -> same(read(c, one), read(c, other)));
        }
        return Objects.equals(a, b);
    }

    private static @Nullable Object read(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <C extends Record> C made(C like, RecordComponent[] components, List<@Nullable Object> values) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = (Constructor<C>) like.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
