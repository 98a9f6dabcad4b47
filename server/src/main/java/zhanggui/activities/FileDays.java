package zhanggui.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/** When something in a file happened: files give days. */
final class FileDays {
    private FileDays() {}

    /** Noon of the day, or now for today. A day that stays keeps its hour; what the row does not mention stays. */
    static @Nullable Instant moment(
            ImportRow row,
            String field,
            @Nullable Instant stored,
            Instant now,
            Viewer viewer,
            Consumer<FieldProblem> wrong) {
        var calendar = viewer.calendar();
        LocalDate day = row.date(field);
        if (day == null) return stored;
        if (stored != null && day.equals(calendar.day(stored))) return stored;
        if (day.isAfter(calendar.day(now))) wrong.accept(FieldProblem.of(field, "past-or-present"));
        var noon = day.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
        return noon.isAfter(now) ? now : noon;
    }
}
