package zhanggui.customers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The unified social credit code 统一社会信用代码 of a Chinese organisation: 18 characters, the last checks the others. */
final class CreditCode {
    /** The 31 characters of GB 32100-2015: no I, O, S, V, Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    private CreditCode() {}

    /** The code in its written form, upper case and without spaces; empty when it is none. */
    static Optional<String> read(String text) {
        var code = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) return Optional.empty();
        return check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1) ? Optional.of(code) : Optional.empty();
    }

    /** The check character of the first 17: 31 − Σ value·3^i mod 31, i from 0 (GB 32100-2015, 4.6). */
    static char check(String first) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first.length(); i++) {
            sum = (sum + ALPHABET.indexOf(first.charAt(i)) * weight) % 31;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum) % 31);
    }
}
