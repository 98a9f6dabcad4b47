package zhanggui.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.problems.Refused;

/**
 * Limits guessing. After four failures in a row one has to wait, each time twice as long, up to a quarter of an hour;
 * an address has a hundred failures in a quarter of an hour, whatever the names. A browser in which the person signed in
 * before counts for itself, so that strangers who guess do not keep the rightful owner out.
 *
 * <p>An attempt is counted before it is made, so that attempts at the same time count each, and in a transaction of its
 * own, so that nothing around it undoes the count.
 */
@Component
class Attempts {
    static final int FREE = 4;
    static final int FROM_ADDRESS = 100;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration DURING = Duration.ofMinutes(15);
    private final AttemptStore store;
    private final TransactionTemplate apart;
    private final Clock clock;

    Attempts(AttemptStore store, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Under what an attempt is counted.
     *
     * @param network from where, when that counts too
     */
    record Kind(String key, @Nullable String network) {
        /** By a name, whether or not it exists, from a browser that does not know its person. */
        static Kind name(String username, @Nullable String address) {
            return new Kind("name:" + username.toLowerCase(Locale.ROOT), Attempts.network(address));
        }

        static Kind device(byte[] hash) {
            return new Kind("device:" + HexFormat.of().formatHex(hash), null);
        }

        /** At the second factor of somebody whose password was right. */
        static Kind code(UUID person) {
            return new Kind("code:" + person, null);
        }
    }

    /**
     * Makes an attempt and returns whether it was right.
     *
     * @throws Refused when it is too early for one, or it could not be made
     */
    boolean make(Kind kind, BooleanSupplier attempt) {
        var now = clock.instant();
        apart.executeWithoutResult(status -> count(kind, now));
        boolean right;
        try {
            right = attempt.getAsBoolean();
        } catch (Refused e) {
            apart.executeWithoutResult(status -> {
                store.takeBack(kind.key(), now);
                if (kind.network() != null) store.takeBackFrom(kind.network());
            });
            throw e;
        }
        if (right) {
            apart.executeWithoutResult(status -> {
                store.forget(kind.key());
                if (kind.network() != null) store.takeBackFrom(kind.network());
            });
        }
        return right;
    }

    /** What was counted by a name no longer stands in the way. */
    void forget(String username) {
        store.forget(Kind.name(username, null).key());
    }

    private void count(Kind kind, Instant now) {
        if (kind.network() != null && !store.attemptFrom(kind.network(), now, FROM_ADDRESS, DURING)) {
            throw later(now, store.againFrom(kind.network()));
        }
        if (!store.attempt(kind.key(), now, FREE, LONGEST_WAIT)) {
            throw later(now, store.failure(kind.key()).map(AttemptStore.Failure::retryAfter));
        }
    }

    private static Refused later(Instant now, Optional<Instant> again) {
        var wait = Duration.between(now, again.orElse(now)).plusSeconds(1);
        return Refused.later(AccountReasons.TOO_MANY_ATTEMPTS, wait);
    }

    /** Of the long addresses everybody has many; those of one household or office begin alike. */
    static @Nullable String network(@Nullable String address) {
        if (address == null) return null;
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address long6
                    ? HexFormat.of().formatHex(long6.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
