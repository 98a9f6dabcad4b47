package zhanggui.backups;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which backups are kept: the last of each of so many days, and the last of each of so many weeks that have any. A week
 * begins on Monday.
 */
record Retention(int daily, int weekly) {
    /** Of some moments those whose backups are kept. */
    Set<LocalDateTime> kept(Collection<LocalDateTime> moments) {
        var newest = moments.stream().sorted(Comparator.reverseOrder()).toList();
        var kept = new HashSet<LocalDateTime>();
        addLastOfEach(newest, daily, LocalDateTime::toLocalDate, kept);
        addLastOfEach(newest, weekly, at -> week(at.toLocalDate()), kept);
        return kept;
    }

    private static LocalDate week(LocalDate day) {
        return day.with(WeekFields.ISO.dayOfWeek(), 1);
    }

    private static void addLastOfEach(
            List<LocalDateTime> newest, int most, Function<LocalDateTime, LocalDate> span, Set<LocalDateTime> kept) {
        var spans = new HashSet<LocalDate>();
        for (var at : newest) {
            var of = span.apply(at);
            if (spans.contains(of)) continue;
            if (spans.size() == most) return;
            spans.add(of);
            kept.add(at);
        }
    }
}
