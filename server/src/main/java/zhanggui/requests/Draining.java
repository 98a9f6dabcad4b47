package zhanggui.requests;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before the server stops it says for a while that it is not ready and goes on answering, so that a proxy before several
 * servers sends everybody elsewhere first. The first of all to be stopped; by default the while is none.
 */
@Component
class Draining implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Draining.class);
    private final Duration time;
    private volatile boolean running;
    private volatile boolean begun;

    Draining(@Value("${zhanggui.drain}") Duration time) {
        this.time = time;
    }

    /** Whether answers should end their connections. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        begun = true;
        if (time.isPositive()) {
            log.info("Stopping: not ready any more, answering for another {} s", time.toMillis() / 1000.0);
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
