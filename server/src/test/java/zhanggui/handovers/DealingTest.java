package zhanggui.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is dealt out evenly. */
class DealingTest {
    @Property
    void everythingIsDealtAndNobodyGetsTwoMoreThanAnother(
            @ForAll @IntRange(max = 300) int things, @ForAll @IntRange(min = 1, max = 12) int people) {
        var dealt = Dealing.evenly(upTo(things), upTo(people));
        assertThat(dealt.keySet()).containsExactlyElementsOf(upTo(things));
        var counts = dealt.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        if (things >= people) {
            assertThat(counts).hasSize(people);
            var most = counts.values().stream().max(Long::compare).orElse(0L);
            var least = counts.values().stream().min(Long::compare).orElse(0L);
            assertThat(most - least).isLessThanOrEqualTo(1);
        } else {
            assertThat(counts.values()).allMatch(n -> n == 1);
        }
    }

    /** Of things in order of their worth, what one person gets is worth about as much as what another gets. */
    @Property
    void nobodyAlwaysGetsTheBetterOne(
            @ForAll @IntRange(min = 1, max = 30) int rounds, @ForAll @IntRange(min = 2, max = 12) int people) {
        var dealt = Dealing.evenly(upTo(rounds * 2 * people), upTo(people));
        var sums = dealt.entrySet().stream()
                .collect(Collectors.groupingBy(e -> e.getValue(), Collectors.summingInt(e -> e.getKey())));
        assertThat(sums.values().stream().distinct()).hasSize(1);
    }

    private static List<Integer> upTo(int number) {
        return IntStream.range(0, number).boxed().toList();
    }
}
