package zhanggui.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import zhanggui.problems.Refused;

/** A flood of sign-ins is bounded, whatever the machine. */
class HashingTest {
    private static final int FLOOD = 500;
    private final Hashing hashing = new Hashing();

    @Test
    void twoAreHashedSomeWaitAndTheRestAreRefusedWhileNothingHasEnded() throws Exception {
        var begun = new CountDownLatch(Hashing.AT_ONCE);
        var open = new CountDownLatch(1);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<@Nullable Refused>(people);
            for (int i = 0; i < FLOOD; i++) {
                answers.submit(() -> refusal(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    begun.countDown();
                    open.await();
                    return inside.decrementAndGet();
                }));
            }
            // The door is closed: whoever answers now was refused without waiting for anybody.
            int refused = FLOOD - Hashing.AT_ONCE - Hashing.WAITING;
            for (int i = 0; i < refused; i++) {
                var answer = answers.poll(60, TimeUnit.SECONDS).get();
                assertThat(answer).isNotNull();
                assertThat(answer.reason()).isEqualTo(PasswordReasons.SIGN_IN_BUSY);
                assertThat(answer.retryAfter()).isPositive();
            }
            assertThat(answers.poll()).isNull();
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            open.countDown();
            var rest = new ArrayList<@Nullable Refused>();
            for (int i = 0; i < FLOOD - refused; i++)
                rest.add(answers.poll(60, TimeUnit.SECONDS).get());
            assertThat(rest).containsOnlyNulls();
        }
        assertThat(most).hasValue(Hashing.AT_ONCE);
        assertThat(hashing.inTurn(() -> "and all is well again")).isNotBlank();
    }

    private @Nullable Refused refusal(java.util.concurrent.Callable<Integer> work) {
        try {
            hashing.inTurn(work);
            return null;
        } catch (Refused e) {
            return e;
        }
    }
}
