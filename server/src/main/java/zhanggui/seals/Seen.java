package zhanggui.seals;

/**
 * Which transactions a moment knows as over: PostgreSQL's snapshot in PostgreSQL's writing, {@code xmin:xmax:open,open}.
 * All below xmin are over, none from xmax on has begun.
 */
record Seen(String snapshot) {
    long xmin() {
        return Long.parseLong(snapshot.substring(0, snapshot.indexOf(':')));
    }

    long xmax() {
        int begin = snapshot.indexOf(':') + 1;
        return Long.parseLong(snapshot.substring(begin, snapshot.indexOf(':', begin)));
    }
}
