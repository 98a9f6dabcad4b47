package zhanggui.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.Spec.ValueDecision;
import zhanggui.imports.files.Layout;

/**
 * What a person says about a file, all of it at once.
 *
 * @param mapping null takes the suggestions; a column without a field is left out
 * @param version of the import it was made on
 */
record SpecChange(
        Layout.@Nullable WantedLayout layout,
        @Nullable Map<Integer, @Nullable String> mapping,
        @Nullable Map<String, @Nullable String> constants,

        @Nullable @Size(max = 200) Map<String, @Nullable Map<String, @Nullable @Valid ValueDecision>> decisions,
        @Nullable DateOrder dateOrder,
        int version) {

    Spec spec(Map<Integer, String> suggested) {
        return new Spec(
                mapping == null ? suggested : present(mapping),
                constants == null ? Map.of() : present(constants),
                clean(),
                dateOrder);
    }

    private Map<String, Map<String, ValueDecision>> clean() {
        var all = new LinkedHashMap<String, Map<String, ValueDecision>>();
        if (decisions != null)
            decisions.forEach((field, texts) -> all.put(field, texts == null ? Map.of() : present(texts)));
        return all;
    }

    private static <K, V> Map<K, V> present(Map<K, @Nullable V> map) {
        var present = new LinkedHashMap<K, V>();
        map.forEach((key, value) -> {
            if (value != null) present.put(key, value);
        });
        return present;
    }
}
