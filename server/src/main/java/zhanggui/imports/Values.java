package zhanggui.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of cells as numbers, dates and flags, in the many ways people write them. */
final class Values {
    private static final String CURRENCY =
            "(?:CNY|RMB|USD|EUR|GBP|HKD|TWD|JPY|US\\$|HK\\$|NT\\$|[¥$€£]|人民币|美元|欧元|英镑|港元|港币|日元|元|圆)?";
    private static final Pattern NUMBER = Pattern.compile("([-+]?)" + CURRENCY + "([-+]?)"
            + "((?:[1-9]\\d{0,2}(?:[,'’]\\d{3})+|[1-9]\\d{0,3}(?:,\\d{4})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(E[-+]?\\d{1,2})?"
            + "(%|千|万|百万|千万|亿|万亿)?" + CURRENCY);
    private static final Map<String, Integer> ZEROS = Map.of("千", 3, "万", 4, "百万", 6, "千万", 7, "亿", 8, "万亿", 12);
    private static final int MOST_DIGITS = 30;

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]*(\\d.*))?", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[- ]([A-Z]{3})[A-Z]*\\.?[-, ]+(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY = Pattern.compile("([A-Z]{3})[A-Z]*\\.?[- ](\\d{1,2})[-, ]+(\\d{4}|\\d{2})");
    private static final Pattern WITH_OFFSET =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[-+]\\d{2}:?\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AP]M)?( ?(Z|[-+]\\d{2}:?\\d{2}))?");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final Set<String> YES = Set.of("是", "有", "对", "真", "√", "✓", "✔", "Y", "YES", "T", "TRUE", "1");
    private static final Set<String> NO = Set.of("否", "无", "没有", "错", "假", "×", "✗", "N", "NO", "F", "FALSE", "0");

    private Values() {}

    /** With digits, letters and signs of normal width, in capitals. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    /** With a point before the decimals, as everywhere but in files separated by semicolons. */
    static Optional<BigDecimal> number(String text) {
        return number(text, DecimalMark.POINT);
    }

    /**
     * {@code 12.5%} is 12.5; {@code 3万} is 30000; a number in parentheses is negative.
     *
     * @param mark absent where it may be either: then only what reads one way is read
     */
    static Optional<BigDecimal> number(String text, @Nullable DecimalMark mark) {
        var plain = plain(text).replaceAll("[\\s\\u00A0]", "");
        if (mark == DecimalMark.POINT) return withPoint(plain);
        var withComma = withPoint(plain.replace(',', '\0').replace('.', ',').replace('\0', '.'));
        if (mark == DecimalMark.COMMA) return withComma;
        var withPoint = withPoint(plain);
        if (withPoint.isEmpty() || withComma.isEmpty()) return withPoint.or(() -> withComma);
        return withPoint.filter(number -> number.compareTo(withComma.get()) == 0);
    }

    private static Optional<BigDecimal> withPoint(String plain) {
        boolean negative = plain.length() > 2 && plain.startsWith("(") && plain.endsWith(")");
        var m = NUMBER.matcher(negative ? plain.substring(1, plain.length() - 1) : plain);
        if (!m.matches() || (!m.group(1).isEmpty() && !m.group(2).isEmpty())) return Optional.empty();
        var digits = m.group(3).replaceAll("[,'’]", "");
        if (digits.length() > MOST_DIGITS) return Optional.empty();
        var number = new BigDecimal(digits + (m.group(4) == null ? "" : m.group(4)));
        number = number.movePointRight(ZEROS.getOrDefault(String.valueOf(m.group(5)), 0));
        if (number.scale() < 0) number = number.setScale(0);
        boolean minus = negative || m.group(1).equals("-") || m.group(2).equals("-");
        return Optional.of(minus ? number.negate() : number);
    }

    /**
     * @param order how dates such as {@code 01/03/2017} are meant; those that need it are not read without
     * @param zone in which a moment with an offset has its day
     */
    static Optional<LocalDate> date(String text, @Nullable DateOrder order, ZoneId zone) {
        var plain = plain(text);
        try {
            return read(plain, order, zone).filter(d -> d.getYear() >= 1800 && d.getYear() <= 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> read(String text, @Nullable DateOrder order, ZoneId zone) {
        if (WITH_OFFSET.matcher(text).matches()) return Optional.of(moment(text, zone));
        var m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return m.group(4) != null && !TIME.matcher(m.group(4)).matches()
                    ? Optional.empty()
                    : day(m.group(1), m.group(2), m.group(3));
        }
        m = DIGITS.matcher(text);
        if (m.matches()) return day(m.group(1), m.group(2), m.group(3));
        m = DAY_MONTH.matcher(text);
        if (m.matches()) return named(m.group(3), m.group(2), m.group(1));
        m = MONTH_DAY.matcher(text);
        if (m.matches()) return named(m.group(3), m.group(1), m.group(2));
        m = DateOrder.SHORT.matcher(text);
        if (m.matches()) {
            boolean dots = m.group(2).equals(".");
            int first = Integer.parseInt(m.group(1));
            if (order == null && !dots && first != Integer.parseInt(m.group(3))) return Optional.empty();
            return order == DateOrder.MONTH_FIRST && !dots
                    ? day(m.group(4), m.group(1), m.group(3))
                    : day(m.group(4), m.group(3), m.group(1));
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(LocalDate.of(1899, 12, 30).plusDays(new BigDecimal(text).longValue()))
                : Optional.empty();
    }

    private static LocalDate moment(String text, ZoneId zone) {
        var iso = text.replace(' ', 'T').replaceAll("([-+]\\d{2})(\\d{2})$", "$1:$2");
        return OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDate();
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        int number = MONTHS.indexOf(month) + 1;
        return number == 0 ? Optional.empty() : day(year, String.valueOf(number), day);
    }

    /** Two digits of a year lie between 1970 and 2069. */
    private static Optional<LocalDate> day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() == 2) y += y < 70 ? 2000 : 1900;
        return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    }

    static Optional<Boolean> flag(String text) {
        var plain = plain(text);
        if (YES.contains(plain)) return Optional.of(true);
        return NO.contains(plain) ? Optional.of(false) : Optional.empty();
    }

    static List<String> tags(String text) {
        return Arrays.stream(text.split("[,，;；、|\\n]"))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
    }

    /** What a spreadsheet writes where a formula failed. */
    static boolean isError(String text) {
        return text.startsWith("#")
                && Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
                        .contains(text.toUpperCase(Locale.ROOT));
    }
}
