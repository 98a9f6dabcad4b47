package zhanggui.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Puts what the log keeps into the words of whoever reads it. */
@Component
class ChangeWords {
    private final SubjectTypes types;
    private final Texts texts;

    ChangeWords(SubjectTypes types, Texts texts) {
        this.types = types;
        this.texts = texts;
    }

    /** The words for one type of subject in one language, looked up once for all its entries. */
    Spoken of(String type, Language language) {
        var words = new HashMap<String, Map<Object, String>>();
        var headings = new HashMap<String, String>();
        var listing = types.listing(type);
        if (listing != null) {
            for (var column : listing.allColumns()) {
                add(words, column.key(), column.options(), language);
                if (column.label() != null)
                    headings.put(column.key(), column.label().in(language));
            }
        }
        var declared = types.declared(type);
        if (declared != null) declared.options().forEach((field, options) -> add(words, field, options, language));
        return new Spoken(type, language, words, headings);
    }

    private void add(
            Map<String, Map<Object, String>> words, String field, @Nullable Options options, Language language) {
        if (options == null) return;
        var labels = new HashMap<Object, String>();
        options.in(language, texts).forEach(o -> labels.put(o.value(), o.label()));
        words.put(field, labels);
    }

    /** How the entries of one type read. */
    final class Spoken {
        private final String type;
        private final Language language;
        private final Map<String, Map<Object, String>> words;
        private final Map<String, String> headings;

        private Spoken(
                String type, Language language, Map<String, Map<Object, String>> words, Map<String, String> headings) {
            this.type = type;
            this.language = language;
            this.words = words;
            this.headings = headings;
        }

        String action(String action) {
            return texts.find(language, "action." + action).orElse(action);
        }

        List<Line> lines(List<Change> changes) {
            return changes.stream().flatMap(c -> lines(c).stream()).toList();
        }

        private List<Line> lines(Change change) {
            var declared = types.declared(type);
            var own = declared == null ? List.<Line>of() : declared.words().of(change, language);
            if (!own.isEmpty()) return own;
            var labels = words.getOrDefault(change.field(), Map.of());
            return List.of(new Line(
                    change.field(),
                    label(change.field()),
                    word(change.before(), labels),
                    word(change.after(), labels)));
        }

        private String label(String field) {
            return Optional.ofNullable(headings.get(field))
                    .or(() -> texts.find(language, type + "." + field))
                    .or(() -> texts.find(language, "entry." + field))
                    .orElse(field);
        }

        private static @Nullable Object word(@Nullable Object value, Map<Object, String> labels) {
            if (value instanceof List<?> all)
                return all.stream().map(one -> word(one, labels)).toList();
            return value != null && labels.containsKey(value) ? labels.get(value) : value;
        }
    }
}
