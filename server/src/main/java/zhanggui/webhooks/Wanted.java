package zhanggui.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The types of messages that some endpoint gets, remembered for some seconds, so that where nobody wants one, nothing is
 * asked. An endpoint that is entered at another server hears of what happens here from then on.
 */
@Component
class Wanted {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private final EndpointStore endpoints;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.MIN);

    private record Known(Set<String> types, Instant until) {}

    Wanted(EndpointStore endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
    }

    boolean is(String type) {
        return types().contains(type);
    }

    boolean isNothing() {
        return types().isEmpty();
    }

    private Set<String> types() {
        var now = clock.instant();
        if (known.until().isBefore(now)) known = new Known(endpoints.wanted(), now.plus(KEPT));
        return known.types();
    }

    /** Asks again once what is being changed is committed. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = new Known(Set.of(), Instant.MIN);
            }
        });
    }
}
