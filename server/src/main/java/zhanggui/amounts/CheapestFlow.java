package zhanggui.amounts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From rows through cells to columns: all of every row comes to all of every column by the cheapest way, in whole units.
 * Of equally cheap ways it always finds the same.
 */
final class CheapestFlow {
    /** What a unit below, the one across and a unit above the wish of a cell cost; fractions lie between. */
    private static final long GAIN = 1L << 40;

    private static final double FRACTION = 1L << 30;
    private final long[] rows;
    private final long[] columns;
    private final int source;
    private final int sink;
    private final List<List<Edge>> edges = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final long[] rowsLeft;
    private final long[] columnsLeft;

    private static final class Edge {
        final int to;
        final long cost;
        long room;
        Edge back = this;

        Edge(int to, long room, long cost) {
            this.to = to;
            this.room = room;
            this.cost = cost;
        }
    }

    private record Cell(int row, int column, long given, List<Edge> edges) {}

    /** What can still be reached when nothing more flows. */
    interface Reached {
        boolean row(int i);

        boolean column(int j);
    }

    CheapestFlow(long[] rows, long[] columns) {
        this.rows = rows.clone();
        this.columns = columns.clone();
        rowsLeft = rows.clone();
        columnsLeft = columns.clone();
        source = rows.length + columns.length;
        sink = source + 1;
        for (int n = 0; n <= sink; n++) edges.add(new ArrayList<>());
    }

    /** Any amount may go through this cell. */
    void allow(int row, int column) {
        cells.add(new Cell(row, column, 0, List.of(edge(row, rows.length + column, Long.MAX_VALUE / 4, 0))));
    }

    /**
     * As near to this as can be: the whole units are given at once where the margins take them, the one that is left
     * goes where the fraction is largest.
     */
    void prefer(int row, int column, double wish) {
        var floor = (long) Math.floor(wish + 1e-7);
        var fraction = Math.max(0, wish - floor);
        var given = Math.max(0, Math.min(floor, Math.min(rowsLeft[row], columnsLeft[column])));
        rowsLeft[row] -= given;
        columnsLeft[column] -= given;
        var node = rows.length + column;
        var below = edge(row, node, floor - given, -GAIN);
        below.back.room = given;
        cells.add(new Cell(
                row,
                column,
                given,
                List.of(
                        below,
                        edge(row, node, 1, -(long) (fraction * FRACTION)),
                        edge(row, node, Long.MAX_VALUE / 4, GAIN))));
    }

    long[][] solve() {
        run();
        var solved = new long[rows.length][columns.length];
        for (var cell : cells) {
            var first = cell.edges().getFirst();
            solved[cell.row()][cell.column()] = first.back.room;
            for (var more : cell.edges().subList(1, cell.edges().size()))
                solved[cell.row()][cell.column()] += more.back.room;
        }
        return solved;
    }

    /** How much does not come through. */
    long missing() {
        return Arrays.stream(rows).sum() - run();
    }

    Reached reached() {
        var cheapest = new long[sink + 1];
        search(cheapest, new Edge[sink + 1]);
        return new Reached() {
            @Override
            public boolean row(int i) {
                return cheapest[i] != Long.MAX_VALUE;
            }

            @Override
            public boolean column(int j) {
                return cheapest[rows.length + j] != Long.MAX_VALUE;
            }
        };
    }

    private long run() {
        for (int i = 0; i < rows.length; i++) edge(source, i, rowsLeft[i], 0);
        for (int j = 0; j < columns.length; j++) edge(rows.length + j, sink, columnsLeft[j], 0);
        var all = 0L;
        var cheapest = new long[sink + 1];
        var by = new Edge[sink + 1];
        while (search(cheapest, by)) {
            var room = Long.MAX_VALUE;
            for (int n = sink; n != source; n = by[n].back.to) room = Math.min(room, by[n].room);
            for (int n = sink; n != source; n = by[n].back.to) {
                by[n].room -= room;
                by[n].back.room += room;
            }
            all += room;
        }
        return all;
    }

    /** Bellman and Ford with a queue: costs may be negative, rings of them there are none. */
    private boolean search(long[] cheapest, Edge[] by) {
        Arrays.fill(cheapest, Long.MAX_VALUE);
        var waiting = new boolean[sink + 1];
        var queue = new ArrayDeque<Integer>();
        cheapest[source] = 0;
        queue.add(source);
        while (!queue.isEmpty()) {
            int from = queue.remove();
            waiting[from] = false;
            for (var edge : edges.get(from)) {
                if (edge.room <= 0 || cheapest[from] + edge.cost >= cheapest[edge.to]) continue;
                cheapest[edge.to] = cheapest[from] + edge.cost;
                by[edge.to] = edge;
                if (!waiting[edge.to]) {
                    waiting[edge.to] = true;
                    queue.add(edge.to);
                }
            }
        }
        return cheapest[sink] != Long.MAX_VALUE;
    }

    private Edge edge(int from, int to, long room, long cost) {
        var there = new Edge(to, room, cost);
        var back = new Edge(from, 0, -cost);
        there.back = back;
        back.back = there;
        edges.get(from).add(there);
        edges.get(to).add(back);
        return there;
    }
}
