package zhanggui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who comes in, who waits and who is turned away. */
class GateTest {
    private static final Duration LONG = Duration.ofHours(1);
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void oneKindTakesAPartOfThePlacesOnly() throws Exception {
        var gate = new Gate(4, 2, 10, LONG);
        enters(gate, "stuck", 2);
        var third = others.submit(() -> gate.enter("stuck"));
        waits(third);
        enters(gate, "quick", 2);
        gate.leave("stuck");
        assertThat(third.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void allKindsTogetherTakeNoMoreThanThereIs() throws Exception {
        var gate = new Gate(3, 2, 10, LONG);
        enters(gate, "a", 2);
        enters(gate, "b", 1);
        var fourth = others.submit(() -> gate.enter("c"));
        waits(fourth);
        gate.leave("b");
        assertThat(fourth.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoFindsNoPlaceToWaitIsTurnedAwayAtOnce() throws Exception {
        var gate = new Gate(2, 1, 2, LONG);
        enters(gate, "stuck", 1);
        var second = others.submit(() -> gate.enter("stuck"));
        waits(second);
        // Half the places to wait are one kind's; were it not at once, it would be in an hour.
        assertThat(others.submit(() -> gate.enter("stuck")).get(20, TimeUnit.SECONDS))
                .isFalse();
        enters(gate, "quick", 1);
        gate.leave("stuck");
        assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onceSomebodyHasBeenWaitingForAWhileThereIsLittleRoomToWait() throws Exception {
        var gate = new Gate(2, 2, 1000, LONG);
        enters(gate, "busy", 2);
        var waiting = others.submit(() -> gate.enter("busy"));
        waits(waiting);
        var more = others.submit(() -> gate.enter("busy"));
        waits(more);
        Thread.sleep(2100);
        assertThat(others.submit(() -> gate.enter("busy")).get(20, TimeUnit.SECONDS))
                .isFalse();
        gate.leave("busy");
        gate.leave("busy");
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(more.get(20, TimeUnit.SECONDS)).isTrue();
        // Nobody waits any more: there is room again.
        var later = others.submit(() -> gate.enter("busy"));
        waits(later);
        var last = others.submit(() -> gate.enter("busy"));
        waits(last);
    }

    @Test
    void whoHasWaitedLongEnoughIsTurnedAwayAndLeavesNothingBehind() {
        var gate = new Gate(1, 1, 10, Duration.ofMillis(1));
        enters(gate, "a", 1);
        assertThat(gate.enter("a")).isFalse();
        assertThat(gate.enter("b")).isFalse();
        gate.leave("a");
        assertThat(gate.kinds()).isZero();
        enters(gate, "b", 1);
    }

    private static void enters(Gate gate, String kind, int times) {
        for (int i = 0; i < times; i++) assertThat(gate.enter(kind)).isTrue();
    }

    private static void waits(Future<Boolean> one) throws InterruptedException {
        Thread.sleep(50);
        assertThat(one).isNotDone();
    }
}
