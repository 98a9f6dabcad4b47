package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhanggui.traces.Figures;
import zhanggui.traces.Noted;
import zhanggui.traces.Noting;
import zhanggui.traces.Trace;

/**
 * A run: deals in, earnings out. Deals may come in any order and be spread over any number of runs that are put together
 * in the end; it keeps sums, never deals.
 */
public final class Calculation<T> {
    private final Figures<T> f;
    private final Terms terms;
    private final Map<String, List<Desk<T>>> desks = new HashMap<>();

    /**
     * What a run computes by.
     *
     * @param metrics what gates and paces look at
     */
    public record Terms(Horizon horizon, Crediting crediting, List<Participation> participations, Metrics metrics) {
        public Terms {
            participations = participations.stream()
                    .sorted(Comparator.comparing(Participation::person)
                            .thenComparing(Participation::from)
                            .thenComparing(p -> p.plan().id()))
                    .toList();
        }

        /** The same for one person only. */
        Terms of(String person) {
            return new Terms(
                    horizon,
                    crediting,
                    participations.stream()
                            .filter(p -> p.person().equals(person))
                            .toList(),
                    metrics);
        }
    }

    /** What somebody's plan counts, component by component. */
    private record Desk<T>(Participation participation, List<Book<T>> books) {}

    private Calculation(Figures<T> f, Terms terms) {
        this.f = f;
        this.terms = terms;
        for (var p : terms.participations()) {
            var books = p.plan().components().stream()
                    .map(c -> new Book<>(f, p, c, terms.horizon(), terms.metrics()))
                    .toList();
            desks.computeIfAbsent(p.person(), n -> new ArrayList<>()).add(new Desk<>(p, books));
        }
    }

    /** With bare numbers. */
    public static Calculation<BigDecimal> bare(Terms terms) {
        return new Calculation<>(Figures.bare(), terms);
    }

    /** With explanations, for one person: the others are not computed. */
    public static Calculation<Noted> explained(Terms terms, String person) {
        return new Calculation<>(new Noting(), terms.of(person));
    }

    public void add(Deal deal) {
        var byPerson = new LinkedHashMap<String, List<Credit>>();
        for (var credit : terms.crediting().of(deal)) {
            if (desks.containsKey(credit.person()))
                byPerson.computeIfAbsent(credit.person(), p -> new ArrayList<>())
                        .add(credit);
        }
        byPerson.forEach((person, mine) -> {
            for (var desk : desks.getOrDefault(person, List.of())) {
                for (var book : desk.books()) book.add(deal, mine);
            }
        });
    }

    /** Takes what another run by the same terms counted, which is of no use afterwards. */
    public void addAll(Calculation<T> other) {
        other.desks.forEach((person, theirs) -> {
            var ours = desks.getOrDefault(person, List.of());
            for (int d = 0; d < ours.size(); d++) {
                for (int b = 0; b < ours.get(d).books().size(); b++)
                    ours.get(d).books().get(b).addAll(theirs.get(d).books().get(b));
            }
        });
    }

    /** What everybody earns by component and month, by person. */
    public List<Earning<T>> earnings() {
        var earnings = new ArrayList<Earning<T>>();
        for (var p : terms.participations()) {
            for (var desk : desks.getOrDefault(p.person(), List.of())) {
                if (!desk.participation().equals(p)) continue;
                for (int i = 0; i < desk.books().size(); i++) {
                    var component = p.plan().components().get(i);
                    var evaluation = new Evaluation<>(
                            f,
                            p,
                            component,
                            terms.horizon(),
                            terms.metrics(),
                            desk.books().get(i));
                    earnings.addAll(evaluation.earnings());
                }
            }
        }
        return earnings;
    }

    /** The explanation of an earning. */
    public static Trace trace(Earning<Noted> earning) {
        return Trace.of(earning.amount());
    }
}
