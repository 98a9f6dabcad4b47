package zhanggui.accounts.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/** Keeps passwords as argon2id hashes (16 MB, 2 passes), brought to one form of Unicode before (NFKC). */
@Component
public class Passwords {
    private static final int LONGEST = 200;
    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String someone = encoded("nobody's password");
    private final PasswordRules rules;
    private final Hashing hashing;

    Passwords(PasswordRules rules, Hashing hashing) {
        this.rules = rules;
        this.hashing = hashing;
    }

    /** How many characters a new one needs. */
    public int shortest() {
        return rules.shortest();
    }

    /**
     * Takes a new password.
     *
     * @param names what people around here would guess first: names of the person, the company
     * @param field where complaints belong
     * @throws Refused when it is too short, too long or easily guessed
     */
    public String hash(String password, Collection<String> names, String field) {
        if (!isText(password)) throw Refused.because(General.NOT_STORABLE);
        var normal = normal(password);
        if (length(normal) > LONGEST) throw Refused.invalid(field, "password-long", LONGEST);
        rules.check(normal, names, field);
        return hashing.inTurn(() -> encoded(normal));
    }

    /** Takes as long for an account that does not exist. */
    public boolean matches(String password, @Nullable String hash) {
        if (!isText(password)) return false;
        var normal = normal(password);
        if (length(normal) > LONGEST) return false;
        return hashing.inTurn(() -> encoder.matches(normal, hash == null ? someone : hash)) && hash != null;
    }

    private String encoded(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** However it was typed: full-width letters are letters, a letter with its accent is one. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Half a character cannot be hashed. */
    private static boolean isText(String password) {
        return UTF_8.newEncoder().canEncode(password);
    }
}
