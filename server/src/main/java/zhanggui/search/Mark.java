package zhanggui.search;

/** A part of a text that is what was looked for, from one character until before another. */
record Mark(int from, int to) {
    Mark moved(int by) {
        return new Mark(from + by, to + by);
    }
}
