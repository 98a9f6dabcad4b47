package zhanggui.reports;

import static zhanggui.listings.Filter.where;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.listings.Filter;
import zhanggui.listings.Operator;
import zhanggui.reports.ShareStore.Closed;
import zhanggui.texts.Texts;

/** What was won by unit, person and product, the most first; each list of parts makes up the whole. */
@Component
class Shares {
    private static final Comparator<Report.Part> BY_AMOUNT =
            Comparator.comparing(Report.Part::amount).reversed().thenComparing(p -> String.valueOf(p.name()));
    private static final String UNIT = "unitAtClosing";
    private final ShareStore store;
    private final Texts texts;

    Shares(ShareStore store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    /** @param top the units right below it are the parts; at the top of the company where it is absent */
    List<Report.Part> units(Asked asked, Behind behind, @Nullable UUID top, Viewer viewer) {
        var closed = store.closedByUnit(asked, top);
        var below = closed.stream()
                .map(Closed::id)
                .filter(id -> id != null && !id.equals(top))
                .map(String::valueOf)
                .sorted()
                .toList();
        return closed.stream()
                .map(c -> part(c, named(c, top, viewer), behind, behind.closed().and(inUnit(c, top, below))))
                .sorted(BY_AMOUNT)
                .toList();
    }

    private @Nullable String named(Closed closed, @Nullable UUID top, Viewer viewer) {
        if (closed.id() == null) return texts.get(viewer.language(), "reports.elsewhere");
        return closed.id().equals(top)
                ? texts.get(viewer.language(), "reports.directly", String.valueOf(closed.name()))
                : closed.name();
    }

    /** A unit that once stood elsewhere needs more words, so that nothing of that time is listed. */
    private static Filter inUnit(Closed closed, @Nullable UUID top, List<String> below) {
        var whole = top == null ? Filter.EVERYTHING : where(UNIT, Operator.IS, top.toString());
        if (closed.id() == null) {
            return where(
                    UNIT, top == null ? Operator.EMPTY : Operator.IS_NOT, top == null ? NONE : one(top.toString()));
        }
        var id = closed.id().toString();
        if (closed.id().equals(top)) return whole.and(without(below));
        var in = where(UNIT, Operator.IS, id);
        if (closed.settled()) return in;
        return whole.and(in)
                .and(without(below.stream().filter(b -> !b.equals(id)).toList()));
    }

    private static final String[] NONE = {};

    private static String[] one(String value) {
        return new String[] {value};
    }

    private static Filter without(List<String> units) {
        return units.isEmpty() ? Filter.EVERYTHING : where(UNIT, Operator.IS_NOT, units.toArray(String[]::new));
    }

    List<Report.Part> people(Asked asked, Behind behind) {
        return store.closedByOwner(asked).stream()
                .map(c -> part(
                        c,
                        c.name(),
                        behind,
                        behind.closed()
                                .and(
                                        c.id() == null
                                                ? where("owner", Operator.EMPTY)
                                                : where("owner", Operator.IS, c.id().toString()))))
                .sorted(BY_AMOUNT)
                .toList();
    }

    List<Report.Part> products(Asked asked, Behind behind) {
        return store.wonByProduct(asked).stream()
                .map(sold -> {
                    var deals = behind.closed()
                            .and(Behind.WON)
                            .and(
                                    sold.product() == null
                                            ? where("products", Operator.EMPTY)
                                            : where(
                                                    "products",
                                                    Operator.IS,
                                                    sold.product().toString()));
                    return new Report.Part(
                            sold.product(),
                            sold.name(),
                            sold.won().amount(),
                            sold.won().count(),
                            null,
                            Drill.opportunities(deals),
                            Drill.opportunities(behind.priced(deals)),
                            null);
                })
                .sorted(BY_AMOUNT)
                .toList();
    }

    private static Report.Part part(Closed c, @Nullable String name, Behind behind, Filter closed) {
        var won = closed.and(Behind.WON);
        return new Report.Part(
                c.id(),
                name,
                c.won().amount(),
                c.won().count(),
                WinRate.of(c.won().count(), c.lost()),
                Drill.opportunities(won),
                Drill.opportunities(behind.priced(won)),
                Drill.opportunities(closed.and(Behind.outcome("WON", "LOST"))));
    }
}
