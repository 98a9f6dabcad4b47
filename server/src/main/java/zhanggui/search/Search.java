package zhanggui.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.listings.Column;
import zhanggui.listings.Finding;
import zhanggui.listings.Finding.Candidate;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.listings.Page;
import zhanggui.listings.Sought;
import zhanggui.problems.Refused;
import zhanggui.search.Match.Degree;
import zhanggui.search.OpenedStore.Opened;
import zhanggui.texts.Texts;

/**
 * Of what was found, what was probably meant: what is called exactly so; then the viewer's own and what they opened
 * lately; then the rest. Among these, what begins with the words comes before what contains them.
 */
@Service
class Search {
    private static final int LONGEST = 100;
    private static final int SHOWN = 5;
    private static final int OPENED = 10;
    private final Finding finding;
    private final Lists lists;
    private final OpenedStore opened;
    private final Texts texts;

    Search(Finding finding, Lists lists, OpenedStore opened, Texts texts) {
        this.finding = finding;
        this.lists = lists;
        this.opened = opened;
        this.texts = texts;
    }

    /** @param place among what the viewer opened, the last one first; behind all of it where they did not */
    private record Ranked(Candidate candidate, Match match, int place, String title) {
        private static final Comparator<Ranked> LIKELIEST = Comparator.comparing(
                        (Ranked r) -> r.match.degree() != Degree.ALL)
                .thenComparing(r -> !r.candidate.own() && r.place == Integer.MAX_VALUE)
                .thenComparing(r -> r.match.degree())
                .thenComparing(Ranked::place)
                .thenComparing(r -> !r.candidate.own())
                .thenComparing(r -> r.title.length())
                .thenComparing(Ranked::title)
                .thenComparing(r -> r.candidate.id());
    }

    @Transactional(readOnly = true)
    public List<Hit.Group> find(String typed, Viewer viewer) {
        if (typed.length() > LONGEST) throw Refused.invalid("q", "size");
        if (typed.indexOf('\0') >= 0) throw Refused.invalid("q", "search-unreadable");
        var sought = Sought.of(typed);
        if (!sought.isLongEnough()) return List.of();
        var lately = opened.of(viewer.id());
        return finding.lists(viewer).stream()
                .map(list -> group(list, sought, lately, viewer))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    private Hit.Group group(Listing list, Sought sought, List<Opened> lately, Viewer viewer) {
        var ids = lately.stream()
                .filter(o -> o.list().equals(list.name()))
                .map(Opened::id)
                .toList();
        var title = title(list);
        var found = finding.find(list, sought, ids, viewer).stream()
                .map(candidate -> {
                    var place = ids.indexOf(candidate.id());
                    return new Ranked(
                            candidate,
                            Match.of(sought, candidate, title),
                            place < 0 ? Integer.MAX_VALUE : place,
                            candidate.words().getOrDefault(title, ""));
                })
                .sorted(Ranked.LIKELIEST)
                .toList();
        var hits = hits(list, found.stream().limit(SHOWN).toList(), viewer);
        return new Hit.Group(list.name(), texts.get(viewer.language(), list.name()), hits, found.size() > hits.size());
    }

    private static String title(Listing list) {
        return Objects.requireNonNull(list.records().found()).title();
    }

    private List<Hit> hits(Listing list, List<Ranked> ranked, Viewer viewer) {
        var rows =
                finding.rows(list, ranked.stream().map(r -> r.candidate().id()).toList(), viewer);
        return ranked.stream()
                .flatMap(r -> Stream.ofNullable(rows.get(r.candidate().id())).map(row -> hit(list, r, row, viewer)))
                .toList();
    }

    private Hit hit(Listing list, Ranked ranked, Page.Row row, Viewer viewer) {
        var match = ranked.match();
        var byTitle = match.column().equals(title(list));
        var title = Excerpt.of(text(row.cells().get(title(list))).orElse(""), byTitle ? match.mark() : null);
        return new Hit(
                list.name(),
                row.id(),
                title.text(),
                marks(title),
                beside(list, row, viewer),
                byTitle ? null : by(list, ranked.candidate(), match, viewer),
                match.degree() == Degree.ALL,
                ranked.candidate().own(),
                ranked.place() < Integer.MAX_VALUE);
    }

    private static List<Mark> marks(Excerpt excerpt) {
        return excerpt.mark() == null ? List.of() : List.of(excerpt.mark());
    }

    /** What it was found by is told where it is not shown beside the title anyway. */
    private Hit.By by(Listing list, Candidate candidate, Match match, Viewer viewer) {
        var excerpt = Excerpt.of(candidate.words().getOrDefault(match.column(), ""), match.mark());
        var label = column(list, match.column())
                .map(column -> column.heading(list.name(), viewer.language(), texts))
                .orElse("");
        return new Hit.By(label, excerpt.text(), marks(excerpt));
    }

    private List<Hit.Beside> beside(Listing list, Page.Row row, Viewer viewer) {
        var found = Objects.requireNonNull(list.records().found());
        var beside = new ArrayList<Hit.Beside>();
        for (var key : found.beside()) {
            var cell = row.cells().get(key);
            var column = column(list, key).orElseThrow();
            label(column, cell, viewer)
                    .or(() -> text(cell))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> beside.add(new Hit.Beside(key, column.kind(), text)));
        }
        return beside;
    }

    private Optional<String> label(Column column, @Nullable Object cell, Viewer viewer) {
        if (column.options() == null || cell == null) return Optional.empty();
        return column.options().in(viewer.language(), texts).stream()
                .filter(option -> option.value().equals(String.valueOf(cell)))
                .map(option -> option.label())
                .findFirst();
    }

    private static Optional<Column> column(Listing list, String key) {
        return list.allColumns().stream().filter(c -> c.key().equals(key)).findFirst();
    }

    private static Optional<String> text(@Nullable Object cell) {
        return switch (cell) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Page.Reference reference -> Optional.ofNullable(reference.name());
            case LocalDate day -> Optional.of(day.toString());
            case Instant time -> Optional.of(time.toString());
            default -> Optional.of(cell.toString());
        };
    }

    /** What the viewer opened lately and still reaches, the last one first. */
    @Transactional(readOnly = true)
    public List<Hit> opened(Viewer viewer) {
        var lately = opened.of(viewer.id());
        var found = new ArrayList<Hit>();
        for (var list : finding.lists(viewer)) {
            var ids = lately.stream()
                    .filter(o -> o.list().equals(list.name()))
                    .map(Opened::id)
                    .toList();
            var ranked = finding.reached(list, ids, viewer).stream()
                    .map(candidate -> new Ranked(candidate, new Match(Degree.PART, title(list), null), 0, ""))
                    .toList();
            found.addAll(hits(list, ranked, viewer));
        }
        found.sort(Comparator.comparing(hit -> lately.indexOf(new Opened(hit.list(), hit.id()))));
        return found.stream().limit(OPENED).toList();
    }

    @Transactional
    public void open(String name, UUID id, Viewer viewer) {
        var list = lists.find(name, viewer);
        if (list.records().found() == null || !lists.reaches(list, id, viewer, list.readPermission()))
            throw Refused.notFound();
        opened.add(viewer.id(), name, id);
    }
}
