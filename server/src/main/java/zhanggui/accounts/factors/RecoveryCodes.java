package zhanggui.accounts.factors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Ten codes of eighty random bits, to be kept on paper: too many to be guessed, so that a plain hash is enough. */
public final class RecoveryCodes {
    private static final int MANY = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New ones, each in four groups of four. */
    public static List<String> make() {
        return Stream.generate(RecoveryCodes::one).limit(MANY).toList();
    }

    private static String one() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return String.join("-", Base32.of(bytes).split("(?<=\\G.{4})"));
    }

    /** However it was typed; the same code of two people is kept differently. */
    public static byte[] hash(UUID person, String code) {
        var letters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return MessageDigest.getInstance("SHA-256").digest((person + letters).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
