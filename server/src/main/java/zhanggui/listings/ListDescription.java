package zhanggui.listings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.texts.Texts;

/**
 * A list as the client needs it to draw table, filter inputs and cells, in the viewer's language.
 *
 * @param actions which of the list's actions this viewer is offered
 * @param deletable whether this viewer may delete records of it, as far as that reaches
 * @param names what every field of its records is called, also those that are no columns, for their history
 */
public record ListDescription(
        String name,
        String label,
        List<ColumnDescription> columns,
        String defaultSort,
        List<ViewDescription> views,
        List<String> groupBy,
        List<String> actions,
        boolean deletable,
        Map<String, String> names) {

    /**
     * @param masked whether this viewer sees only masks of it
     * @param editable whether they may change it where they may change the record
     */
    public record ColumnDescription(
            String key,
            String label,
            Kind kind,
            boolean shown,
            boolean sortable,
            boolean total,
            boolean masked,
            boolean editable,
            Set<Operator> operators,
            @Nullable List<Options.Option> options,
            @Nullable String list) {}

    /** @param filter as a filter stands in a URL */
    public record ViewDescription(String key, String label, Map<String, Object> filter) {}

    static ListDescription of(Listing list, Viewer viewer, Texts texts) {
        var language = viewer.language();
        return new ListDescription(
                list.name(),
                texts.get(language, list.name()),
                list.columnsFor(viewer).stream()
                        .map(c -> new ColumnDescription(
                                c.key(),
                                c.heading(list.name(), language, texts),
                                c.kind(),
                                c.shown(),
                                c.sortable() && !list.isMasked(c, viewer),
                                c.totalled() && !list.isMasked(c, viewer),
                                list.isMasked(c, viewer),
                                list.isEntered(c, viewer),
                                list.isMasked(c, viewer) ? Set.of() : c.kind().operators(),
                                c.options() == null ? null : c.options().in(language, texts),
                                c.list()))
                        .toList(),
                list.sort(),
                list.views().stream()
                        .filter(v -> isAsked(list, v.filter(), viewer))
                        .map(v -> new ViewDescription(
                                v.key(),
                                texts.find(language, list.name() + ".view." + v.key())
                                        .orElseGet(() -> texts.get(language, "view." + v.key())),
                                v.filter().toJson()))
                        .toList(),
                list.groups().stream()
                        .filter(g -> list.column(g, viewer).isPresent())
                        .toList(),
                list.actions().stream()
                        .filter(action -> viewer.may(list.module() + ":" + action))
                        .toList(),
                mayDelete(list, viewer),
                names(list, viewer, texts));
    }

    /** Whether the viewer may ask by all that the filter mentions. */
    private static boolean isAsked(Listing list, Filter filter, Viewer viewer) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.stream().allMatch(p -> isAsked(list, p, viewer));
            case Filter.Any(var parts) -> parts.stream().allMatch(p -> isAsked(list, p, viewer));
            case Filter.Compare compare -> list.column(compare.column(), viewer).isPresent();
        };
    }

    private static boolean mayDelete(Listing list, Viewer viewer) {
        var permission = list.deletePermission();
        return permission != null && viewer.may(permission);
    }

    private static Map<String, String> names(Listing list, Viewer viewer, Texts texts) {
        var names = new TreeMap<>(texts.under(viewer.language(), list.name() + "."));
        list.columnsFor(viewer).stream()
                .filter(c -> c.label() != null)
                .forEach(c -> names.put(c.key(), c.heading(list.name(), viewer.language(), texts)));
        return names;
    }
}
