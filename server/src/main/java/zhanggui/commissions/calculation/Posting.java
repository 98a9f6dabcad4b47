package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhanggui.periods.Period;

/**
 * A line of the ledger 台账, never changed once it is written.
 *
 * @param origin the month it is about
 * @param month the month it is posted in; a later one where {@code origin} was locked already
 */
public record Posting(Key key, Period origin, Period month, BigDecimal amount) {

    /** Whose earnings by what. */
    public record Key(String person, String plan, String component) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::person).thenComparing(Key::plan).thenComparing(Key::component);

        static Key of(Earning<?> earning) {
            return new Key(
                    earning.participation().person(),
                    earning.participation().plan().id() + "@"
                            + earning.participation().from(),
                    earning.component().code());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record About(Key key, Period origin) {}

    private static final Comparator<About> ORDER =
            Comparator.comparing(About::key).thenComparing(a -> a.origin().from());

    /**
     * What has to be posted so that the ledger says for every month what is computed for it now. Months that are not
     * locked are posted in themselves, what is different in locked ones in the open one. Nothing where nothing differs.
     *
     * @param posted all of the ledger so far
     * @param computed from scratch, by today's facts
     * @param locked the first month that is not locked; all before it are
     */
    public static List<Posting> due(List<Posting> posted, List<Earning<BigDecimal>> computed, Period locked) {
        Map<About, BigDecimal> open = new TreeMap<>(ORDER);
        for (var earning : computed)
            open.merge(new About(Key.of(earning), earning.month()), earning.amount(), BigDecimal::add);
        for (var posting : posted)
            open.merge(
                    new About(posting.key(), posting.origin()), posting.amount().negate(), BigDecimal::add);
        var due = new ArrayList<Posting>();
        open.forEach((about, difference) -> {
            if (difference.signum() == 0) return;
            var in = about.origin().from().isBefore(locked.from()) ? locked : about.origin();
            due.add(new Posting(about.key(), about.origin(), in, difference));
        });
        return List.copyOf(due);
    }

    /**
     * What is posted by itself, and what somebody has to decide.
     *
     * @param byHand differences about months that are too long ago
     */
    public record Due(List<Posting> postings, List<Posting> byHand) {}

    /** @param oldest how far back differences are posted by themselves, such as a year */
    public static Due due(List<Posting> posted, List<Earning<BigDecimal>> computed, Period locked, Period oldest) {
        var all = due(posted, computed, locked);
        return new Due(
                all.stream()
                        .filter(p -> !p.origin().from().isBefore(oldest.from()))
                        .toList(),
                all.stream()
                        .filter(p -> p.origin().from().isBefore(oldest.from()))
                        .toList());
    }

    /** What the ledger says of every month, by whose and by what; months of nothing are left out. */
    public static Map<String, BigDecimal> sums(List<Posting> postings) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var p : postings) sums.merge(p.key() + "/" + p.origin().code(), p.amount(), BigDecimal::add);
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }
}
