package zhanggui.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;

/**
 * Days as they are pasted from an announcement or a sheet, a line for each: day, 休 or 班 (also 放假/上班, off/work), and if
 * wanted the name in Chinese and in English. Columns are divided by tabs, commas or spaces.
 */
record PastedDays(List<Told> days, List<FieldProblem> problems) {
    static final int MOST = 400;
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[\\s,，]+([^\\s,，]+)(?:[\\s,，]+([^\\s,，]+)(?:[\\s,，]+(.+))?)?");

    /** A day with what a line says of it. */
    record Told(LocalDate day, TellDay told) {}

    static PastedDays of(String text) {
        var days = new ArrayList<Told>();
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<LocalDate>();
        var lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) continue;
            var told = line(lines.get(i));
            if (told == null) {
                problems.add(FieldProblem.of("text", "calendar-line", i + 1, shown(lines.get(i))));
            } else if (!seen.add(told.day())) {
                problems.add(FieldProblem.of("text", "calendar-twice", i + 1, told.day()));
            } else {
                days.add(told);
            }
        }
        if (days.size() > MOST) problems.add(FieldProblem.of("text", "calendar-many", MOST));
        if (days.isEmpty() && problems.isEmpty()) problems.add(FieldProblem.of("text", "required"));
        return new PastedDays(List.copyOf(days), List.copyOf(problems));
    }

    private static @Nullable Told line(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) return null;
        var works = works(found.group(4));
        if (works == null) return null;
        try {
            var day = LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
            return new Told(day, new TellDay(works, name(found.group(5)), name(found.group(6)), 0));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Boolean works(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "休", "放假", "休息", "off", "holiday", "0" -> false;
            case "班", "上班", "调休", "补班", "work", "working", "1" -> true;
            default -> null;
        };
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().substring(0, Math.min(text.strip().length(), 100));
    }

    private static String shown(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
