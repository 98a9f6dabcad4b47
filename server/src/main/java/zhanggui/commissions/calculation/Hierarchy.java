package zhanggui.commissions.calculation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Who leads whom, from when until when; somebody may be led by several. */
public final class Hierarchy {
    public static final Hierarchy NONE = new Hierarchy(List.of());

    /**
     * A reporting line.
     *
     * @param to the first day on which it does not hold any more
     */
    public record Line(String person, String leader, LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private final Map<String, List<Line>> lines = new TreeMap<>();
    private final NavigableSet<LocalDate> turns = new TreeSet<>();
    private final Map<LocalDate, Map<String, List<String>>> known = new ConcurrentHashMap<>();

    public Hierarchy(List<Line> lines) {
        for (var line : lines) {
            this.lines.computeIfAbsent(line.person(), p -> new ArrayList<>()).add(line);
            turns.add(line.from());
            turns.add(line.to());
        }
    }

    /** All that lead somebody on a day, directly or through others, each once; never the person itself. */
    public List<String> above(String person, LocalDate day) {
        var turn = turns.floor(day);
        return turn == null
                ? List.of()
                : known.computeIfAbsent(turn, t -> new ConcurrentHashMap<>())
                        .computeIfAbsent(person, p -> climb(p, turn));
    }

    /** Whether somebody leads anybody on a day. */
    public boolean leads(String person, LocalDate day) {
        return lines.values().stream()
                .flatMap(List::stream)
                .anyMatch(l -> l.leader().equals(person) && l.holds(day));
    }

    private List<String> climb(String person, LocalDate day) {
        Set<String> above = new LinkedHashSet<>();
        var waiting = new ArrayDeque<>(List.of(person));
        while (!waiting.isEmpty()) {
            for (var line : lines.getOrDefault(waiting.remove(), List.of())) {
                if (line.holds(day) && !line.leader().equals(person) && above.add(line.leader()))
                    waiting.add(line.leader());
            }
        }
        return List.copyOf(above);
    }

    /** Those who would lead themselves, with the day from which on they do. */
    public Map<String, LocalDate> rings() {
        var rings = new TreeMap<String, LocalDate>();
        for (var turn : turns) {
            for (var person : lines.keySet()) {
                if (climb(person, turn).stream()
                        .flatMap(l -> lines.getOrDefault(l, List.of()).stream())
                        .anyMatch(l -> l.holds(turn) && l.leader().equals(person))) rings.putIfAbsent(person, turn);
            }
        }
        return rings;
    }
}
