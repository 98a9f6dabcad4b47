package zhanggui.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.Findings.ValueGuess;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Kind;
import zhanggui.listings.ListQuery;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.listings.Place;
import zhanggui.listings.Selection;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** What texts mean in the vocabulary of a field, under the rights of whoever asks. */
@Component
class Meanings {
    private static final int ASKED_AT_ONCE = 5_000;

    /** In a longer list nothing is guessed; people search it themselves. */
    private static final int LONGEST_GUESSED_FROM = 5_000;

    private final Lists lists;
    private final Texts texts;

    Meanings(Lists lists, Texts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    /** The value each text means, for those the vocabulary knows. */
    Map<String, String> find(Vocabulary vocabulary, Collection<String> words, Viewer viewer) {
        var found = new HashMap<String, String>();
        var all = List.copyOf(new HashSet<>(words));
        for (int i = 0; i < all.size(); i += ASKED_AT_ONCE) {
            found.putAll(vocabulary.find(all.subList(i, Math.min(all.size(), i + ASKED_AT_ONCE)), viewer));
        }
        return found;
    }

    /** Those of some values that exist and that this viewer may refer to. */
    Set<String> usable(Vocabulary vocabulary, Collection<String> values, Viewer viewer) {
        if (values.isEmpty()) return Set.of();
        var list = list(vocabulary, viewer);
        if (list.isPresent()) return reachable(list.get(), values, viewer);
        if (vocabulary.list().isPresent()) return Set.of();
        var options = vocabulary.options(viewer.language(), texts);
        var known = options.isEmpty()
                ? Set.copyOf(find(vocabulary, values, viewer).values())
                : options.stream().map(o -> o.value()).collect(Collectors.toSet());
        return values.stream().filter(known::contains).collect(Collectors.toSet());
    }

    /** The value whose name looks most like each text, where one does. */
    Map<String, ValueGuess> guess(Vocabulary vocabulary, Collection<String> words, Viewer viewer) {
        if (words.isEmpty()) return Map.of();
        var names = names(vocabulary, viewer);
        var guesses = new LinkedHashMap<String, ValueGuess>();
        for (var word : words) closest(Likeness.normal(word), names).ifPresent(guess -> guesses.put(word, guess));
        return guesses;
    }

    private record Name(String normal, ValueGuess means) {}

    private static Optional<ValueGuess> closest(String word, List<Name> names) {
        ValueGuess best = null;
        double most = Likeness.WORTH_ASKING;
        for (var name : names) {
            int longer = Math.max(word.length(), name.normal.length());
            if (Math.abs(word.length() - name.normal.length()) * 2 > longer) continue;
            double likeness = Likeness.of(word, name.normal);
            if (likeness >= most && (best == null || likeness > most)) {
                best = name.means;
                most = likeness;
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Name> names(Vocabulary vocabulary, Viewer viewer) {
        var names = new ArrayList<Name>();
        var labels = vocabulary.options(viewer.language(), texts).stream()
                .collect(Collectors.toMap(o -> o.value(), o -> o.label(), (a, b) -> a));
        for (var language : Language.values()) {
            for (var option : vocabulary.options(language, texts)) {
                var means = new ValueGuess(option.value(), labels.get(option.value()));
                names.add(new Name(Likeness.normal(option.label()), means));
                names.add(new Name(Likeness.normal(option.value()), means));
            }
        }
        list(vocabulary, viewer).ifPresent(list -> names.addAll(records(list, viewer)));
        return names;
    }

    private List<Name> records(Listing list, Viewer viewer) {
        var name = list.columns().stream()
                .filter(c -> c.kind() == Kind.TEXT && c.searched())
                .map(Column::key)
                .findFirst()
                .orElse(null);
        if (name == null) return List.of();
        var names = new ArrayList<Name>();
        for (int page = 1; (page - 1) * Place.LARGEST_PAGE < LONGEST_GUESSED_FROM; page++) {
            var query = new ListQuery(
                    Filter.EVERYTHING, null, List.of(), List.of(name), Place.of(page, Place.LARGEST_PAGE));
            var found = lists.page(list, query, viewer);
            if (found.total() > LONGEST_GUESSED_FROM) return List.of();
            for (var row : found.rows()) {
                var text = String.valueOf(row.cells().get(name));
                names.add(
                        new Name(Likeness.normal(text), new ValueGuess(row.id().toString(), text)));
            }
            if (found.rows().size() < Place.LARGEST_PAGE) break;
        }
        return names;
    }

    private Optional<Listing> list(Vocabulary vocabulary, Viewer viewer) {
        try {
            return vocabulary.list().map(name -> lists.find(name, viewer));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private Set<String> reachable(Listing list, Collection<String> values, Viewer viewer) {
        var ids = values.stream().map(Meanings::id).flatMap(Optional::stream).toList();
        var reached = new HashSet<String>();
        for (int i = 0; i < ids.size(); i += ASKED_AT_ONCE) {
            var some = Selection.of(ids.subList(i, Math.min(ids.size(), i + ASKED_AT_ONCE)));
            lists.select(list, some, viewer, list.readPermission()).forEach(id -> reached.add(id.toString()));
        }
        return reached;
    }

    private static Optional<UUID> id(@Nullable String value) {
        try {
            return value == null ? Optional.empty() : Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
