package zhanggui.listings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to find a record anywhere: a part of its words, of how its name sounds, or of a number in any of the
 * ways people write one.
 *
 * @param text as typed, without the spaces around it
 * @param letters what may be pinyin: small letters and digits only, ü as v; absent where there is no letter or only one
 * @param digits the digits of what may be a telephone number, without the zeros in front; absent where the text is no more
 */
public record Sought(
        String text, @Nullable String letters, @Nullable String digits) {
    /** Fewer characters are in everything. */
    public static final int SHORTEST = 2;

    private static final int SHORTEST_NUMBER = 4;
    private static final Pattern PINYIN = Pattern.compile("(?=.*[a-z])[a-z0-9 ']+");
    private static final Pattern NUMBER = Pattern.compile("[-+()（）./ 0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    public static Sought of(String typed) {
        var text = typed.strip();
        return new Sought(text, letters(text), digits(text));
    }

    public boolean isLongEnough() {
        return text.codePointCount(0, text.length()) >= SHORTEST;
    }

    private static @Nullable String letters(String text) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = MARKS.matcher(apart.replace("u\u0308", "v")).replaceAll("");
        if (!PINYIN.matcher(plain).matches()) return null;
        var letters = plain.replace(" ", "").replace("'", "");
        return letters.length() < SHORTEST ? null : letters;
    }

    private static @Nullable String digits(String text) {
        if (!NUMBER.matcher(text).matches()) return null;
        var digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        return digits.length() < SHORTEST_NUMBER || digits.equals(text) ? null : digits;
    }
}
