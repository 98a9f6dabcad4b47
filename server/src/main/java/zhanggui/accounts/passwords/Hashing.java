package zhanggui.accounts.passwords;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import zhanggui.problems.Refused;

/**
 * Where the costly work on passwords is done: by two threads of the system's own, which share the processors fairly with
 * everything else. Some may wait their turn; whoever comes when the queue is full is refused at once, so that a flood of
 * sign-ins takes neither memory nor the threads and connections of other requests.
 */
@Component
class Hashing {
    static final int AT_ONCE = 2;
    static final int WAITING = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("hashing-", 1).factory());

    /** @throws Refused when too many wait already */
    <T> T inTurn(Callable<T> work) {
        try {
            var turn = threads.submit(work);
            try {
                return turn.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                turn.cancel(false);
                throw busy();
            }
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private static Refused busy() {
        return Refused.later(PasswordReasons.SIGN_IN_BUSY, AGAIN);
    }
}
