package zhanggui.amounts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two-way division, such as regions by products, in the proportions of a pattern and with both margins exact: the pattern
 * is fitted to the margins (IPF, 迭代比例拟合) and then rounded to whole quanta under control. What is zero in the pattern
 * stays zero.
 */
public final class Margins {
    private static final int MOST_ROUNDS = 2_000;
    private static final double NEAR = 1e-9;

    private Margins() {}

    /** Why there is no such division. */
    public sealed interface Blocked {
        /** The rows and the columns add up to different totals. */
        record TotalsDiffer(BigDecimal rows, BigDecimal columns) implements Blocked {}

        /**
         * These rows need more than the only columns they may use can take; seen from the other side, the other columns
         * need what no row may give them. A row that may use no column at all stands here by itself.
         */
        record TooNarrow(List<Integer> rows, List<Integer> columns, BigDecimal missing) implements Blocked {}
    }

    /** Thrown where the margins cannot be met; never is a part of them dropped. */
    public static final class Unreachable extends RuntimeException {
        private final transient Blocked why;

        Unreachable(Blocked why) {
            super(why.toString());
            this.why = why;
        }

        public Blocked why() {
            return why;
        }
    }

    /**
     * The pattern fitted to the margins, not rounded.
     *
     * @param pattern rows of cells, none negative
     * @param near when every margin is met this closely the fitting stops
     */
    public static double[][] fit(double[][] pattern, double[] rows, double[] columns, double near) {
        var cells = Arrays.stream(pattern).map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int i = 0; i < rows.length; i++) {
                var sum = Arrays.stream(cells[i]).sum();
                if (sum > 0) for (int j = 0; j < columns.length; j++) cells[i][j] *= rows[i] / sum;
            }
            var off = 0.0;
            for (int j = 0; j < columns.length; j++) {
                var sum = 0.0;
                for (var row : cells) sum += row[j];
                if (sum > 0) for (var row : cells) row[j] *= columns[j] / sum;
            }
            for (int i = 0; i < rows.length; i++)
                off = Math.max(off, Math.abs(Arrays.stream(cells[i]).sum() - rows[i]));
            if (off <= near) break;
        }
        return cells;
    }

    /**
     * Whole quanta in every cell, with every row and every column exactly as wanted.
     *
     * @param rows what each row adds up to; whole quanta, none negative
     * @param columns what each column adds up to
     * @throws Unreachable where zeros in the pattern stand in the way, or the totals differ
     */
    public static List<List<BigDecimal>> split(
            List<List<BigDecimal>> pattern, List<BigDecimal> rows, List<BigDecimal> columns, BigDecimal quantum) {
        var r = units(rows, quantum);
        var c = units(columns, quantum);
        if (LongSum.of(r) != LongSum.of(c)) throw new Unreachable(new Blocked.TotalsDiffer(sum(rows), sum(columns)));
        var open = pattern.stream()
                .map(row -> row.stream()
                        .peek(cell -> {
                            if (cell.signum() < 0) throw new IllegalArgumentException("the pattern is negative");
                        })
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
        refuseBlocked(open, r, c, quantum);
        var fitted = fit(
                open,
                Arrays.stream(r).asDoubleStream().toArray(),
                Arrays.stream(c).asDoubleStream().toArray(),
                NEAR);
        var flow = new CheapestFlow(r, c);
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < c.length; j++) if (open[i][j] > 0) flow.prefer(i, j, fitted[i][j]);
        }
        var cells = flow.solve();
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row)
                        .mapToObj(u -> BigDecimal.valueOf(u).multiply(quantum))
                        .toList())
                .toList();
    }

    private static void refuseBlocked(double[][] open, long[] rows, long[] columns, BigDecimal quantum) {
        var flow = new CheapestFlow(rows, columns);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) if (open[i][j] > 0) flow.allow(i, j);
        }
        var missing = flow.missing();
        if (missing == 0) return;
        var reached = flow.reached();
        throw new Unreachable(new Blocked.TooNarrow(
                IntStream.range(0, rows.length).filter(reached::row).boxed().toList(),
                IntStream.range(0, columns.length)
                        .filter(reached::column)
                        .boxed()
                        .toList(),
                BigDecimal.valueOf(missing).multiply(quantum)));
    }

    private static long[] units(List<BigDecimal> margin, BigDecimal quantum) {
        return margin.stream()
                .map(m -> Allocation.units(m, quantum))
                .mapToLong(u -> {
                    if (u.signum() < 0) throw new IllegalArgumentException("a margin is negative");
                    return u.longValueExact();
                })
                .toArray();
    }

    private static BigDecimal sum(List<BigDecimal> margin) {
        return margin.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sums that do not wrap around. */
    private static final class LongSum {
        static long of(long[] parts) {
            return Arrays.stream(parts)
                    .mapToObj(BigInteger::valueOf)
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .longValueExact();
        }
    }
}
