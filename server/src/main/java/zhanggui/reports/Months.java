package zhanggui.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was won month by month, beside the same days a year before. */
@Component
class Months {
    static final int MOST = 24;
    private final FigureStore store;

    Months(FigureStore store) {
        this.store = store;
    }

    /** @param earlier what was won before the first month shown, where that was anything */
    record Won(List<Report.Month> months, Report.@Nullable Figure earlier) {
        static final Won NOTHING = new Won(List.of(), null);
    }

    private record Stretch(YearMonth first, YearMonth last) {}

    Won won(Asked asked, Behind behind, LocalDate today) {
        var won = store.wonByMonth(asked);
        var question = asked.question();
        var shown = shown(question, won, YearMonth.from(today));
        if (shown == null) return Won.NOTHING;
        var from = later(shown.first().atDay(1), question.from());
        var to = sooner(shown.last().plusMonths(1).atDay(1), question.to());
        var before = store.wonByMonth(asked.over(from.minusYears(1), to.minusYears(1)));
        var months = new ArrayList<Report.Month>();
        for (var month = shown.first(); !month.isAfter(shown.last()); month = month.plusMonths(1)) {
            var sum = won.getOrDefault(month, Sum.NONE);
            var begin = later(month.atDay(1), from);
            var end = sooner(month.plusMonths(1).atDay(1), to);
            var deals = behind.won(begin, end);
            months.add(new Report.Month(
                    month.toString(),
                    sum.amount(),
                    sum.count(),
                    before.getOrDefault(month.minusYears(1), Sum.NONE).amount(),
                    Drill.opportunities(deals),
                    Drill.opportunities(behind.priced(deals)),
                    Drill.opportunities(behind.priced(behind.won(begin.minusYears(1), end.minusYears(1))))));
        }
        var earlier = won.headMap(shown.first()).values().stream().reduce(Sum.NONE, Sum::plus);
        return new Won(
                months,
                earlier.count() == 0
                        ? null
                        : behind.figure(
                                earlier,
                                behind.won(question.from(), shown.first().atDay(1))));
    }

    /** The months of the period, as far as they are known to begin and end; of very many the last. */
    private static @Nullable Stretch shown(Question question, TreeMap<YearMonth, Sum> won, YearMonth now) {
        if (question.from() == null && won.isEmpty()) return null;
        var first = question.from() != null ? YearMonth.from(question.from()) : won.firstKey();
        var lastWon = won.isEmpty() ? first : won.lastKey();
        var last = lastWon;
        if (question.to() != null) {
            last = YearMonth.from(question.to().minusDays(1));
        } else if (question.from() != null && now.isAfter(lastWon)) {
            last = now;
        }
        if (tooMany(first, last)) {
            var busy = now.isAfter(lastWon) ? now : lastWon;
            if (last.isAfter(busy)) last = busy;
            if (tooMany(first, last)) first = last.minusMonths(MOST - 1);
        }
        return new Stretch(first, last);
    }

    private static boolean tooMany(YearMonth first, YearMonth last) {
        return ChronoUnit.MONTHS.between(first, last) >= MOST;
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private static LocalDate sooner(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }
}
