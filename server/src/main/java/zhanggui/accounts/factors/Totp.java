package zhanggui.accounts.factors;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that hold for half a minute (RFC 6238), as every authenticator app makes them. */
public final class Totp {
    /** How many steps the clock of a telephone may be off. */
    private static final int OFF = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** The step at which this is the code, when it is that of about now. */
    public static OptionalLong step(byte[] secret, String code, Instant now) {
        var length = CODES.getTimeStep();
        var found = OptionalLong.empty();
        for (int off = -OFF; off <= OFF; off++) {
            var at = now.plus(length.multipliedBy(off));
            var right = MessageDigest.isEqual(
                    code(secret, at).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
            if (right) found = OptionalLong.of(at.getEpochSecond() / length.toSeconds());
        }
        return found;
    }

    /** The code of a moment. */
    public static String code(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as people type it. */
    public static String typed(byte[] secret) {
        return Base32.of(secret);
    }

    /**
     * The secret as apps read it from a picture.
     *
     * @param issuer whose account it is
     */
    public static String address(byte[] secret, String issuer, String username) {
        var by = encoded(issuer.replace(':', ' '));
        return "otpauth://totp/" + by + ":" + encoded(username) + "?secret=" + Base32.of(secret) + "&issuer=" + by;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
