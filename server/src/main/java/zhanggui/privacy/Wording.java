package zhanggui.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How words are found in texts, in the dialect of regular expressions that Java and PostgreSQL share, and what stands in
 * their place afterwards. A word of Latin letters or digits is not found within a longer one; a telephone number is found
 * however it is grouped, with and without its country code.
 */
record Wording(String pattern, Pattern compiled) {
    /** What stands where a word was. */
    static final String GONE = "▮▮▮";

    private static final int SHORTEST = 2;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String BETWEEN_DIGITS = "[-.() ]{0,2}";

    /**
     * Empty where there is no word to look for.
     *
     * @param region where numbers without a country code belong, as an ISO code
     */
    static Optional<Wording> of(Collection<PersonalWord> words, String region) {
        var patterns = words.stream()
                .filter(word -> word.text().strip().length() >= SHORTEST)
                .map(word -> pattern(word, region))
                .distinct()
                // The longer one first, so that nothing is left of it.
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
        return patterns.isEmpty() ? Optional.empty() : Optional.of(any(patterns));
    }

    private static Wording any(List<String> patterns) {
        var pattern = patterns.stream().collect(Collectors.joining("|", "(?:", ")"));
        return new Wording(pattern, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    String replaced(String text) {
        return compiled.matcher(text).replaceAll(GONE);
    }

    boolean finds(String text) {
        return compiled.matcher(text).find();
    }

    private static String pattern(PersonalWord word, String region) {
        var text = word.text().strip();
        if (word.kind() == PersonalWord.Kind.PHONE) {
            var number = phone(text, region);
            if (!number.isEmpty()) return number;
        }
        var literal = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128 && !Character.isLetterOrDigit(c)) literal.append('\\');
            literal.appendCodePoint(c);
        });
        return (isLatin(text.charAt(0)) ? "(?<![A-Za-z0-9])" : "")
                + literal
                + (isLatin(text.charAt(text.length() - 1)) ? "(?![A-Za-z0-9])" : "");
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private static String phone(String text, String region) {
        var country = "";
        var digits = text.replaceAll("[^0-9]", "");
        try {
            var number = NUMBERS.parse(text.replaceFirst(";ext=.*", ""), region);
            country = "(?:(?:\\+|00)?" + number.getCountryCode() + BETWEEN_DIGITS + ")?";
            digits = NUMBERS.getNationalSignificantNumber(number);
        } catch (NumberParseException e) {
            // Whatever it is, its digits are looked for.
        }
        if (digits.length() < 5) return "";
        return "(?<![0-9])" + country + "0?" + String.join(BETWEEN_DIGITS, digits.split("")) + "(?![0-9])";
    }
}
