package zhanggui.imports.files;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds the line with the headings: titles and remarks may stand above it. */
final class HeaderLine {
    static final int LOOKED_AT = 20;

    private HeaderLine() {}

    /** The number of the line, among the first, that is most like headings; the earlier of equals. */
    static int find(List<Line> lines, Predicate<String> known) {
        var first = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
        int width = first.stream().mapToInt(HeaderLine::filled).max().orElse(0);
        int best = first.getFirst().number();
        double bestScore = Double.NEGATIVE_INFINITY;
        for (var line : first) {
            double score = score(line, width, known);
            if (score > bestScore) {
                best = line.number();
                bestScore = score;
            }
        }
        return best;
    }

    /** Known headings count most; then many different short texts, none of them a number or a date. */
    private static double score(Line line, int width, Predicate<String> known) {
        var seen = new HashSet<String>();
        double score = 0;
        for (var cell : line.cells()) {
            var text = CellText.clean(cell);
            if (text.isEmpty()) continue;
            if (!seen.add(text.toLowerCase(Locale.ROOT))) score -= 1;
            else if (known.test(text)) score += 4;
            else if (isValue(text)) score -= 1;
            else score += text.length() <= 30 ? 1 : 0.2;
        }
        return filled(line) * 2 < width ? score - width : score;
    }

    private static int filled(Line line) {
        return (int)
                line.cells().stream().filter(c -> !CellText.clean(c).isEmpty()).count();
    }

    /** Begins with a digit or a currency sign: more likely a value than the name of a column. */
    private static boolean isValue(String text) {
        return text.matches("[-+(]?\\s*[¥￥$€£]?\\s*\\p{Nd}.*");
    }
}
