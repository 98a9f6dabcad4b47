package zhanggui.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhanggui.imports.Findings.By;
import zhanggui.imports.Findings.Suggestion;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Which field a column probably means, by its heading. */
final class Suggestions {
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    Suggestions(ImportKind kind, Texts texts) {
        for (var field : kind.fields()) {
            var all = new LinkedHashSet<String>();
            all.add(field.key());
            for (var language : Language.values()) all.add(texts.get(language, kind.name() + "." + field.key()));
            all.addAll(field.headings());
            var normal = new LinkedHashSet<String>();
            for (var name : all) normal.add(Likeness.normal(name));
            names.put(field.key(), normal);
        }
    }

    boolean knows(String heading) {
        var normal = Likeness.normal(heading);
        return !normal.isEmpty() && names.values().stream().anyMatch(n -> n.contains(normal));
    }

    private record Fit(int column, String field, double likeness, int rank) {}

    /**
     * One suggestion per column and one column per field: what people chose for such a heading before, then headings
     * that name a field, then headings that look like one.
     *
     * @param remembered the field of each normal heading, empty where it was left out on purpose
     */
    Map<Integer, Suggestion> of(List<String> headings, Map<String, String> remembered) {
        var found = new LinkedHashMap<Integer, Suggestion>();
        var taken = new HashSet<String>();
        for (int i = 0; i < headings.size(); i++) {
            var field = remembered.get(Likeness.normal(headings.get(i)));
            if (field == null) continue;
            if (field.isEmpty()) found.put(i, new Suggestion(null, By.MEMORY));
            else if (names.containsKey(field) && taken.add(field)) found.put(i, new Suggestion(field, By.MEMORY));
        }
        for (var fit : fits(headings)) {
            if (found.containsKey(fit.column) || !taken.add(fit.field)) continue;
            found.put(fit.column, new Suggestion(fit.field, fit.likeness == 1 ? By.HEADING : By.SIMILAR));
        }
        return found;
    }

    /** The best first; of equals the one whose name is the more common for the field, then the earlier column. */
    private Collection<Fit> fits(List<String> headings) {
        var fits = new ArrayList<Fit>();
        for (int i = 0; i < headings.size(); i++) {
            var heading = Likeness.normal(headings.get(i));
            if (heading.isEmpty()) continue;
            for (var field : names.entrySet()) {
                int rank = 0;
                for (var name : field.getValue()) {
                    var likeness = Likeness.of(heading, name);
                    if (likeness >= Likeness.WORTH_ASKING) fits.add(new Fit(i, field.getKey(), likeness, rank));
                    rank++;
                }
            }
        }
        fits.sort(Comparator.comparingDouble((Fit f) -> -f.likeness)
                .thenComparingInt(Fit::rank)
                .thenComparingInt(Fit::column));
        return fits;
    }
}
