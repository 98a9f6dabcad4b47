package zhanggui.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored about a contact.
 *
 * @param parts its own fields first, then what refers to it, what hangs on it, its history, and where texts name it
 * @param files by the name each gets in the archive
 */
record Dossier(String name, List<Part> parts, Map<String, Stored> files) {
    /**
     * @param key tells it from the others: the table, or what else it is
     * @param label what it is, in the reader's language
     * @param rows everything, as it is stored
     * @param lines the same for reading: what each field is called, and its value in words
     */
    record Part(String key, String label, List<Map<String, @Nullable Object>> rows, List<Map<String, String>> lines) {}

    record Stored(String hash, long bytes) {}
}
