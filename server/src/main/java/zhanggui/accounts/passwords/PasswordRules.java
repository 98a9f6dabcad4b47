package zhanggui.accounts.passwords;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhanggui.problems.Refused;

/**
 * What a new password has to be by NIST SP 800-63B, revision 4: long, unknown to those who guess, and without the names
 * around it. Which kinds of characters it is made of is nobody's business.
 */
@Component
class PasswordRules {
    /** With less not even a second factor helps. */
    private static final int SHORTEST_EVER = 8;

    /** Saying less than this again and again makes nothing long. */
    private static final int SHORTEST_UNIT = 3;

    private static final List<String> PRODUCT = List.of("Zhanggui", "掌柜");
    private final CommonPasswords common;
    private final int shortest;

    /** @param shortest 15 where a password may be all there is to show */
    PasswordRules(CommonPasswords common, @Value("${zhanggui.passwords.shortest}") int shortest) {
        if (shortest < SHORTEST_EVER) {
            throw new IllegalStateException("ZHANGGUI_PASSWORD_LENGTH has to be " + SHORTEST_EVER + " or more");
        }
        this.common = common;
        this.shortest = shortest;
    }

    int shortest() {
        return shortest;
    }

    /** @throws Refused naming the first rule it breaks */
    void check(String password, Collection<String> names, String field) {
        if (Passwords.length(password) < shortest) throw Refused.invalid(field, "password-short", shortest);
        var letters = letters(password);
        var guesses = guesses(password);
        for (var name :
                List.of(names, PRODUCT).stream().flatMap(Collection::stream).toList()) {
            var word = letters(name);
            if (word.isEmpty()) continue;
            if (guesses.contains(word) || (isTelling(word) && letters.contains(word))) {
                throw Refused.invalid(field, "password-name", name);
            }
        }
        if (isRepetition(password) || isRepetition(letters) || guesses.stream().anyMatch(common::contains)) {
            throw Refused.invalid(field, "password-common");
        }
    }

    /** What the password is, but for what people add to one to make it look like another. */
    private static Set<String> guesses(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        var guesses = new LinkedHashSet<String>();
        for (var one : List.of(password, lower, unit(lower), letters(lower), unit(letters(lower)))) {
            guesses.add(one);
            guesses.add(bare(one));
            guesses.add(unit(bare(one)));
        }
        return guesses;
    }

    private static boolean isRepetition(String text) {
        return text.length() > SHORTEST_UNIT && unit(text).length() <= SHORTEST_UNIT;
    }

    /** The shortest part of which the whole is made by saying it again, the last time perhaps not to its end. */
    private static String unit(String text) {
        for (int length = 1; length <= text.length() * 2 / 3; length++) {
            if (text.startsWith(text.substring(length))) return text.substring(0, length);
        }
        return text;
    }

    /** Without digits and signs before and behind. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String letters(String text) {
        return Passwords.normal(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** Short words turn up in others by chance; Chinese ones say more in fewer characters. */
    private static boolean isTelling(String word) {
        return word.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum() >= 4;
    }
}
