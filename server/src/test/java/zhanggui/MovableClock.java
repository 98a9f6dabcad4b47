package zhanggui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands where a test puts it; until then it is the machine's. */
public final class MovableClock extends Clock {
    private final AtomicReference<Clock> now = new AtomicReference<>(Clock.systemUTC());

    public void set(Instant to) {
        now.set(Clock.fixed(to, ZoneOffset.UTC));
    }

    public void jump(Duration by) {
        set(instant().plus(by));
    }

    @Override
    public Instant instant() {
        return now.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("asked for instants only");
    }
}
