package zhanggui.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import zhanggui.amounts.Margins.Blocked;
import zhanggui.amounts.Margins.Unreachable;

/** Division in two directions with both margins exact. */
class MarginsTest {
    private static List<BigDecimal> of(long... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }

    @Test
    void thePublishedRaking() {
        var fitted = Margins.fit(new double[][] {{7, 9}, {12, 7}}, new double[] {5, 15}, new double[] {10, 10}, 1e-10);
        assertThat(fitted[0][0]).isCloseTo(1.775666, within(1e-6));
        assertThat(fitted[0][1]).isCloseTo(3.224334, within(1e-6));
        assertThat(fitted[1][0]).isCloseTo(8.224334, within(1e-6));
        assertThat(fitted[1][1]).isCloseTo(6.775666, within(1e-6));
        assertThat(fitted[0][0] * fitted[1][1] / (fitted[0][1] * fitted[1][0])).isCloseTo(49.0 / 108, within(1e-9));
        assertThat(Margins.split(List.of(of(7, 9), of(12, 7)), of(5, 15), of(10, 10), BigDecimal.ONE))
                .isEqualTo(List.of(of(2, 3), of(8, 7)));
    }

    @Test
    void whatStandsInTheWayIsNamed() {
        assertThatThrownBy(() -> Margins.split(List.of(of(1, 1)), of(5), of(2, 2), BigDecimal.ONE))
                .isInstanceOfSatisfying(Unreachable.class, e -> assertThat(e.why())
                        .isEqualTo(new Blocked.TotalsDiffer(BigDecimal.valueOf(5), BigDecimal.valueOf(4))));
        // The first two rows may only use the first column, which takes less than they need.
        assertThatThrownBy(() ->
                        Margins.split(List.of(of(1, 0), of(1, 0), of(1, 1)), of(4, 4, 2), of(5, 5), BigDecimal.ONE))
                .isInstanceOfSatisfying(Unreachable.class, e -> assertThat(e.why())
                        .isEqualTo(new Blocked.TooNarrow(List.of(0, 1), List.of(0), BigDecimal.valueOf(3))));
        assertThatThrownBy(() -> Margins.split(List.of(of(0, 0), of(1, 1)), of(3, 3), of(3, 3), BigDecimal.ONE))
                .isInstanceOfSatisfying(Unreachable.class, e -> assertThat(e.why())
                        .isEqualTo(new Blocked.TooNarrow(List.of(0), List.of(), BigDecimal.valueOf(3))));
    }

    /** Patterns with holes, margins made of a division that exists, so that there is always one. */
    @Property(tries = 300)
    void bothMarginsAreExactAndZerosStayZero(
            @ForAll @IntRange(min = 1, max = 8) int rows,
            @ForAll @IntRange(min = 1, max = 8) int columns,
            @ForAll Random random) {
        var pattern = new ArrayList<List<BigDecimal>>();
        var r = new long[rows];
        var c = new long[columns];
        for (int i = 0; i < rows; i++) {
            var row = new ArrayList<BigDecimal>();
            for (int j = 0; j < columns; j++) {
                var seed = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 1000);
                row.add(BigDecimal.valueOf(seed));
                var units = seed == 0 ? 0 : random.nextInt(500);
                r[i] += units;
                c[j] += units;
            }
            pattern.add(row);
        }
        var quantum = new BigDecimal("0.01");
        var wanted = Stream.of(r, c)
                .map(m -> java.util.Arrays.stream(m)
                        .mapToObj(u -> BigDecimal.valueOf(u, 2))
                        .toList())
                .toList();
        var cells = Margins.split(pattern, wanted.getFirst(), wanted.getLast(), quantum);
        for (int i = 0; i < rows; i++)
            assertThat(cells.get(i).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(wanted.getFirst().get(i));
        for (int j = 0; j < columns; j++) {
            int column = j;
            assertThat(cells.stream().map(row -> row.get(column)).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(wanted.getLast().get(j));
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                assertThat(cells.get(i).get(j)).isGreaterThanOrEqualTo(BigDecimal.ZERO);
                if (pattern.get(i).get(j).signum() == 0)
                    assertThat(cells.get(i).get(j)).isEqualByComparingTo(BigDecimal.ZERO);
            }
        }
        assertThat(Margins.split(pattern, wanted.getFirst(), wanted.getLast(), quantum))
                .isEqualTo(cells);
    }

    /** Where nothing is blocked, no cell is further than a quantum from what was fitted. */
    @Property(tries = 200)
    void fullPatternsAreRoundedToANeighbour(
            @ForAll @IntRange(min = 1, max = 6) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll Random random) {
        var pattern = new double[rows][columns];
        for (var row : pattern) for (int j = 0; j < columns; j++) row[j] = random.nextInt(1, 100);
        var total = random.nextInt(1, 10_000);
        var r = part(total, rows, random);
        var c = part(total, columns, random);
        var fitted = Margins.fit(pattern, r, c, 1e-9);
        var cells = Margins.split(
                IntStream.range(0, rows)
                        .mapToObj(i -> java.util.Arrays.stream(pattern[i])
                                .mapToObj(BigDecimal::valueOf)
                                .toList())
                        .toList(),
                java.util.Arrays.stream(r)
                        .mapToObj(d -> BigDecimal.valueOf((long) d))
                        .toList(),
                java.util.Arrays.stream(c)
                        .mapToObj(d -> BigDecimal.valueOf((long) d))
                        .toList(),
                BigDecimal.ONE);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                assertThat(cells.get(i).get(j).doubleValue()).isCloseTo(fitted[i][j], within(1.0001));
    }

    private static double[] part(int total, int parts, Random random) {
        var weights = IntStream.range(0, parts)
                .mapToObj(i -> BigDecimal.valueOf(random.nextInt(1, 100)))
                .toList();
        return Allocation.split(BigDecimal.valueOf(total), weights, BigDecimal.ONE).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
    }
}
