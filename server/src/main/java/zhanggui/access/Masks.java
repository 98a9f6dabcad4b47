package zhanggui.access;

/** What is shown of texts of which somebody sees no more: recognisable to those who know them, useless to others. */
public final class Masks {
    private static final String STARS = "****";

    private Masks() {}

    /** {@code +8613800138000} → {@code +861****8000}, {@code li@example.com} → {@code l****@example.com}. */
    public static String of(String text) {
        var at = text.indexOf('@');
        if (at > 0) return first(text, 1) + STARS + text.substring(at);
        var characters = text.codePointCount(0, text.length());
        if (characters < 5) return first(text, 1) + STARS;
        if (characters < 9) return first(text, 1) + STARS + last(text, 1);
        return first(text, 4) + STARS + last(text, 4);
    }

    private static String first(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static String last(String text, int characters) {
        return text.substring(text.offsetByCodePoints(text.length(), -characters));
    }
}
