package zhanggui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is told of how long requests took is true to within a fifth. */
class DurationsTest {
    @Property
    void aPercentileIsNeitherTooShortNorAFifthTooLong(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 1_000, max = 600_000_000) Long> taken) {
        var durations = new Durations();
        taken.forEach(durations::add);
        var sorted = taken.stream().sorted().toList();
        assertThat(durations.count()).isEqualTo(taken.size());
        assertThat(durations.longest()).isEqualTo(sorted.getLast());
        for (var share : List.of(0.5, 0.95, 1.0)) {
            long exact = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
            assertThat(durations.within(share)).isBetween(exact - 1, (long) (exact * 1.2) + 2);
        }
    }

    @Property
    void partsAddUpToTheWhole(
            @ForAll List<@LongRange(min = 0, max = 10_000_000) Long> some,
            @ForAll List<@LongRange(min = 0, max = 10_000_000) Long> others) {
        var whole = new Durations();
        var first = new Durations();
        var second = new Durations();
        some.forEach(t -> {
            whole.add(t);
            first.add(t);
        });
        others.forEach(t -> {
            whole.add(t);
            second.add(t);
        });
        first.add(second);
        assertThat(first.count()).isEqualTo(whole.count());
        assertThat(first.within(0.95)).isEqualTo(whole.within(0.95));
        assertThat(first.longest()).isEqualTo(whole.longest());
    }

    @Example
    void whatIsMoreThanAnHourAgoIsNotOfTheLastHour() {
        var times = new RouteTimes();
        var start = Instant.parse("2026-01-05T08:00:00Z");
        times.add(5_000_000, start);
        times.add(1_000, start.plus(Duration.ofMinutes(30)));
        assertThat(times.lately(start.plus(Duration.ofMinutes(31))).durations().count())
                .isEqualTo(2);
        var later = times.lately(start.plus(Duration.ofMinutes(70)));
        assertThat(later.durations().count()).isEqualTo(1);
        assertThat(later.durations().longest()).isEqualTo(1_000);
        assertThat(times.lately(start.plus(Duration.ofDays(1))).durations().count())
                .isZero();
        // Half a day later the same place of the ring is taken by what comes then.
        times.add(2_000, start.plus(Duration.ofHours(12)));
        assertThat(times.lately(start.plus(Duration.ofHours(12))).durations().count())
                .isEqualTo(1);
        assertThat(times.sinceStart().durations().count()).isEqualTo(3);
        assertThat(times.sinceStart().last()).isEqualTo(start.plus(Duration.ofHours(12)));
    }
}
