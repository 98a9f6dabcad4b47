package zhanggui.bench.data;

import java.util.StringJoiner;

/** The words quick search looks in, as the database's triggers keep them: in lower case, each character doubled. */
final class Sought {
    private Sought() {}

    /** @param words those that are there are a line each */
    static String of(String... words) {
        var lines = new StringJoiner("\n");
        for (var word : words) if (word != null) lines.add(word);
        var kept = new StringBuilder(2 * lines.length());
        lines.toString().codePoints().map(Character::toLowerCase).forEach(c -> kept.appendCodePoint(c)
                .appendCodePoint(c));
        return kept.toString();
    }
}
