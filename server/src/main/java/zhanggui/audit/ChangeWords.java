package zhanggui.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.FieldLevel;
import zhanggui.access.Masks;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Puts what the log keeps into the words of whoever reads it. */
@Component
class ChangeWords {
    private final SubjectTypes types;
    private final Texts texts;
    private final List<FieldOptions> beside;

    ChangeWords(SubjectTypes types, Texts texts, List<FieldOptions> beside) {
        this.types = types;
        this.texts = texts;
        this.beside = beside;
    }

    /**
     * The words for one type of subject as one viewer may read them, looked up once for all its entries: without the
     * fields hidden from them, and with masks where they see no more.
     */
    Spoken of(String type, Viewer viewer) {
        var language = viewer.language();
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
        beside.stream()
                .filter(one -> one.type().equals(type))
                .forEach(one -> add(words, one.field(), one.options(), language));
        var declared = types.declared(type);
        if (declared != null) declared.options().forEach((field, options) -> add(words, field, options, language));
        return new Spoken(type, viewer, listing, words, headings);
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
        private final Viewer viewer;
        private final @Nullable Listing listing;
        private final Map<String, Map<Object, String>> words;
        private final Map<String, String> headings;

        private Spoken(
                String type,
                Viewer viewer,
                @Nullable Listing listing,
                Map<String, Map<Object, String>> words,
                Map<String, String> headings) {
            this.type = type;
            this.viewer = viewer;
            this.listing = listing;
            this.words = words;
            this.headings = headings;
        }

        String action(String action) {
            return texts.find(viewer.language(), "action." + action).orElse(action);
        }

        List<Line> lines(List<Change> changes) {
            return changes.stream().flatMap(c -> lines(c).stream()).toList();
        }

        /** How many there are, where each is of no interest to people. */
        Line count(List<Change> changes) {
            return new Line("entries", label("entries"), null, changes.size());
        }

        private List<Line> lines(Change change) {
            var level = listing == null ? FieldLevel.WRITE : listing.level(change.field(), viewer);
            if (!level.isShown()) return List.of();
            if (level == FieldLevel.MASKED) {
                return List.of(new Line(
                        change.field(), label(change.field()), masked(change.before()), masked(change.after())));
            }
            var declared = types.declared(type);
            var own = declared == null ? List.<Line>of() : declared.words().of(change, viewer.language());
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
                    .or(() -> texts.find(viewer.language(), type + "." + field))
                    .or(() -> texts.find(viewer.language(), "entry." + field))
                    .orElse(field);
        }

        private static @Nullable Object masked(@Nullable Object value) {
            return value instanceof String text ? Masks.of(text) : null;
        }

        private static @Nullable Object word(@Nullable Object value, Map<Object, String> labels) {
            if (value instanceof List<?> all)
                return all.stream().map(one -> word(one, labels)).toList();
            return value != null && labels.containsKey(value) ? labels.get(value) : value;
        }
    }
}
