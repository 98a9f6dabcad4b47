package zhanggui.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/**
 * Hashes and checks passwords with argon2id (16 MB, 2 passes). At most two at a time, so that a flood of sign-ins cannot
 * starve the rest.
 */
@Component
class Passwords {
    private static final int AT_ONCE = 2;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String someone = encoder.encode("nobody's password");

    /** @throws Refused when it is too short, too long or the user name itself */
    String hash(String password, String username, String field) {
        if (password.length() < SHORTEST) throw Refused.invalid(field, "password-short", SHORTEST);
        if (password.length() > LONGEST) throw Refused.invalid(field, "size");
        if (!isText(password)) throw Refused.because(General.NOT_STORABLE);
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            throw Refused.invalid(field, "password-username");
        }
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    /** Takes as long for an account that does not exist. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST || !isText(password)) return false;
        return inTurn(() -> encoder.matches(password, hash == null ? someone : hash)) && hash != null;
    }

    /** Half a character cannot be hashed. */
    private static boolean isText(String password) {
        return UTF_8.newEncoder().canEncode(password);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(5, TimeUnit.SECONDS)) {
                throw Refused.later(AccountReasons.SIGN_IN_BUSY, Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.later(AccountReasons.SIGN_IN_BUSY, Duration.ofSeconds(5));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
