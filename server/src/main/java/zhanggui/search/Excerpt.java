package zhanggui.search;

import org.jspecify.annotations.Nullable;

/**
 * As much of a text as fits on a line, with what was looked for in it.
 *
 * @param mark where that stands in the excerpt
 */
record Excerpt(String text, @Nullable Mark mark) {
    private static final int LONGEST = 80;
    private static final int AHEAD = 20;
    private static final String LEFT_OUT = "…";

    static Excerpt of(String text, @Nullable Mark mark) {
        var line = text.replaceAll("\\s", " ");
        if (line.length() <= LONGEST) return new Excerpt(line, mark);
        var from = mark == null || mark.to() < LONGEST ? 0 : whole(line, mark.from() - AHEAD);
        var to = whole(line, Math.min(line.length(), from + LONGEST));
        var part = (from > 0 ? LEFT_OUT : "") + line.substring(from, to) + (to < line.length() ? LEFT_OUT : "");
        if (mark == null || mark.from() >= to) return new Excerpt(part, null);
        var cut = new Mark(mark.from(), Math.min(mark.to(), to));
        return new Excerpt(part, cut.moved((from > 0 ? 1 : 0) - from));
    }

    /** No character is cut in two. */
    private static int whole(String line, int at) {
        return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
    }
}
