package zhanggui.listings;

/** Texts on their way into a spreadsheet. */
public final class Harmless {
    private Harmless() {}

    /** A spreadsheet runs a text that begins with one of these as a formula; an apostrophe keeps it text. */
    public static String text(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?\\d+(\\.\\d+)?");
    }
}
