package zhanggui.views;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a list opens with: a view it declares, by its key, or a saved one, by its id. One of the two is absent. */
record Opening(@Nullable String key, @Nullable UUID view) {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static Opening of(String text) {
        return ID.matcher(text).matches() ? new Opening(null, UUID.fromString(text)) : new Opening(text, null);
    }

    static @Nullable Opening of(@Nullable String key, @Nullable UUID view) {
        return key == null && view == null ? null : new Opening(key, view);
    }

    String text() {
        return view == null ? String.valueOf(key) : view.toString();
    }
}
