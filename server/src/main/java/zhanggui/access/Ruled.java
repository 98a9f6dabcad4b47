package zhanggui.access;

import java.util.function.Function;

/** A component of a {@link RecordOf} that holds several fields of the list itself, such as its custom ones. */
public interface Ruled {
    /** What is shown of it to somebody for whom {@code levels} holds, by the keys of the fields. */
    Object shown(Function<String, FieldLevel> levels);
}
