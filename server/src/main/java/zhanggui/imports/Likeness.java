package zhanggui.imports;

import java.text.Normalizer;
import java.util.Locale;

/** How much two names look alike. */
final class Likeness {
    /** From here on it is worth asking whether one was meant by the other. */
    static final double WORTH_ASKING = 0.75;

    private Likeness() {}

    /** Without case, width, spaces, punctuation and what stands in parentheses. */
    static String normal(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var bare = letters(plain.replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", ""));
        return bare.isEmpty() ? letters(plain) : bare;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** From 0 to 1, of texts already normal. */
    static double of(String a, String b) {
        if (a.equals(b)) return 1;
        if (a.isEmpty() || b.isEmpty()) return 0;
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        double inside = shorter >= 2 && (a.contains(b) || b.contains(a)) ? 0.6 + 0.4 * shorter / longer : 0;
        return Math.max(inside, 1 - distance(a, b) / (double) longer);
    }

    /** Letters to add, drop, change or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
