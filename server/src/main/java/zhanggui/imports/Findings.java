package zhanggui.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.files.Line;

/**
 * What was found in a file under a spec.
 *
 * @param damaged how many places could not be read in the encoding
 * @param dateOrderNeeded whether dates read both ways and nobody said which
 * @param unknown by field, the texts its vocabulary does not find
 */
record Findings(
        List<String> sheets,
        int damaged,
        List<Line> head,
        List<Column> columns,
        int rowCount,
        boolean dateOrderNeeded,
        Map<String, Unknown> unknown) {
    /** The field a column probably means, and how that is known; no field where people left it out before. */
    record Suggestion(@Nullable String field, By by) {}

    enum By {
        HEADING,
        MEMORY,
        SIMILAR;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Column(
            int index,
            String heading,
            List<String> samples,
            @Nullable Suggestion suggestion) {}

    /**
     * @param total how many different texts there are
     * @param texts the most frequent of them
     */
    record Unknown(int total, List<Text> texts) {}

    record Text(String text, int count, @Nullable ValueGuess guess) {}

    /** What an unknown text probably means. */
    record ValueGuess(String value, @Nullable String label) {}
}
