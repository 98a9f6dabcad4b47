package zhanggui.rules;

import java.util.Set;
import java.util.regex.Pattern;
import zhanggui.rules.NotARule.Why;

/**
 * The signs a rule may be written with. Everything else is refused before anybody reads it, so that what the library
 * understands beyond expressions cannot even be said. Numbers are marked to be read as exact decimals.
 */
final class Words {
    static final int LONGEST = 1_000;
    private static final int DEEPEST = 40;
    private static final int MOST_DIGITS = 30;
    private static final Pattern WORD = Pattern.compile("\\s+"
            + "|(?<number>\\d+(?:\\.\\d+)?)(?![\\w.])"
            + "|(?<name>[A-Za-z][A-Za-z0-9_]*)"
            + "|'[^'\\\\\\p{Cntrl}]*'"
            + "|(?<sign>=~|!~|==|!=|<=|>=|&&|\\|\\||[-+*/%<>!?:,(){}])");

    /** Signs the library also knows as words; there is one way to write each. */
    private static final Set<String> OTHER_SIGNS =
            Set.of("not", "and", "or", "eq", "ne", "lt", "le", "gt", "ge", "div", "mod", "empty", "size");

    private Words() {}

    /** @return the text as it is given to the library */
    static String exact(String text) {
        if (text.isBlank()) throw new NotARule(Why.EMPTY, "");
        if (text.length() > LONGEST) throw new NotARule(Why.TOO_LONG, "" + LONGEST);
        var exact = new StringBuilder();
        var words = WORD.matcher(text);
        var depth = 0;
        var inARow = 0;
        for (int at = 0; at < text.length(); at = words.end()) {
            words.region(at, text.length());
            if (!words.lookingAt()) throw new NotARule(Why.SIGN, shown(text.substring(at)));
            if (OTHER_SIGNS.contains(words.group())) throw new NotARule(Why.SIGN, words.group());
            exact.append(words.group());
            if (words.group("number") != null) {
                if (words.group().length() > MOST_DIGITS) throw new NotARule(Why.NUMBER, words.group());
                exact.append('b');
            }
            if (words.group().isBlank()) continue;
            depth += "(".equals(words.group()) || "?".equals(words.group()) ? 1 : 0;
            depth -= ")".equals(words.group()) ? 1 : 0;
            inARow = words.group("sign") == null ? 0 : inARow + 1;
            if (depth > DEEPEST || inARow > DEEPEST) throw new NotARule(Why.TOO_DEEP, "" + DEEPEST);
        }
        return exact.toString();
    }

    static String shown(String rest) {
        return rest.length() > 20 ? rest.substring(0, 20) + "…" : rest;
    }
}
