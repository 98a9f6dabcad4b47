package zhanggui.imports.files;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a cell says, without what writing it down added. */
public final class CellText {
    /** Stands for a formula of which the file does not say what it came to. */
    public static final String UNCALCULATED = "#UNCALCULATED!";

    private CellText() {}

    /**
     * Without white space of any kind around it, and without the apostrophe that exports put before what a spreadsheet
     * would run as a formula.
     */
    public static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) from++;
        while (to > from && isSpace(text.charAt(to - 1))) to--;
        if (to - from > 1 && text.charAt(from) == '\'' && "=+-@\t\r".indexOf(text.charAt(from + 1)) >= 0) from++;
        return text.substring(from, to);
    }

    /** At most so many characters of a text. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** A number as a spreadsheet shows it: 15 significant digits, no exponent. */
    static String plain(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > 400) return number.toString();
        var rounded = number.precision() > 15 && number.scale() > 0 ? number.round(new MathContext(15)) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
