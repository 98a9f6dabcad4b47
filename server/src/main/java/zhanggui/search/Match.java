package zhanggui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Finding.Candidate;
import zhanggui.listings.Sought;

/**
 * Where and how well a record is what was looked for.
 *
 * @param column whose words match
 * @param mark which part of them; absent where that cannot be told
 */
record Match(Degree degree, String column, @Nullable Mark mark) {
    private static final Comparator<Match> BETTER = Comparator.comparing(Match::degree);
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9_][a-z]*");

    /** How much of the words was typed; the best comes first. */
    enum Degree {
        ALL,
        BEGINNING,
        PART
    }

    /** The best of all matches; of equally good ones that of the title. */
    static Match of(Sought sought, Candidate candidate, String title) {
        var named = candidate.words().get(title);
        var all = new ArrayList<Match>();
        if (named != null) {
            inWords(sought, named, title).forEach(all::add);
            bySound(sought, named, candidate.sound(), title).ifPresent(all::add);
        }
        candidate.words().forEach((column, words) -> {
            if (!column.equals(title)) inWords(sought, words, column).forEach(all::add);
        });
        return all.stream().min(BETTER).orElse(new Match(Degree.PART, title, null));
    }

    private static Stream<Match> inWords(Sought sought, String words, String column) {
        var texts = sought.digits() == null ? List.of(sought.text()) : List.of(sought.text(), sought.digits());
        return texts.stream().flatMap(text -> inWords(text, words, column).stream());
    }

    private static Optional<Match> inWords(String text, String words, String column) {
        var at = lower(words).indexOf(lower(text));
        if (at < 0) return Optional.empty();
        var mark = new Mark(at, at + text.length());
        return Optional.of(new Match(degree(at, text.length() == words.length()), column, mark));
    }

    /** Character by character, so that places stay where they are. */
    private static String lower(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    private static Degree degree(int at, boolean whole) {
        return at > 0 ? Degree.PART : whole ? Degree.ALL : Degree.BEGINNING;
    }

    /** @param sound as {@code public.sounds} keeps it: lines of syllables, and after an equals sign of initials */
    private static Optional<Match> bySound(Sought sought, String title, String sound, String column) {
        var letters = sought.letters();
        if (letters == null || sound.isEmpty()) return Optional.empty();
        var places = places(title);
        return sound.lines()
                .filter(line -> !line.startsWith("="))
                .flatMap(line -> bySound(letters, units(line), places, column))
                .min(BETTER);
    }

    private static Stream<Match> bySound(String letters, List<String> units, List<Integer> places, String column) {
        var found = new ArrayList<Match>();
        for (int from = 0; from < units.size(); from++) {
            var rest = String.join("", units.subList(from, units.size()));
            if (!rest.startsWith(letters)) continue;
            var whole = rest.length() == letters.length();
            found.add(new Match(degree(from, whole), column, mark(from, until(letters, units, from), places)));
            break;
        }
        var initials = new StringBuilder();
        units.forEach(unit -> initials.append(unit.charAt(0)));
        var at = initials.indexOf(letters);
        if (at >= 0) found.add(new Match(degree(at, false), column, mark(at, at + letters.length(), places)));
        return found.stream();
    }

    private static int until(String letters, List<String> units, int from) {
        int at = from;
        for (int left = letters.length(); left > 0 && at < units.size(); at++)
            left -= units.get(at).length();
        return at;
    }

    private static @Nullable Mark mark(int from, int to, List<Integer> places) {
        return to > places.size() ? null : new Mark(places.get(from), places.get(to - 1) + 1);
    }

    private static List<String> units(String line) {
        return UNIT.matcher(line)
                .results()
                .map(unit -> unit.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Where the characters stand that sound. */
    private static List<Integer> places(String title) {
        return IntStream.range(0, title.length())
                .filter(i -> sounds(title.charAt(i)))
                .boxed()
                .toList();
    }

    private static boolean sounds(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c >= 0x3400 && c <= 0x9FFF);
    }
}
