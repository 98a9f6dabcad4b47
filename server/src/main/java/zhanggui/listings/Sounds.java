package zhanggui.listings;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;

/** Names that sound like what was typed, as {@code public.sounds} writes how a name sounds. */
public final class Sounds {
    private Sounds() {}

    /**
     * Names of which these letters are a part from a syllable on, or whose initials hold them. Two letters are initials or
     * the beginning of a name. The letters stand in the statement, so that it is planned for them.
     *
     * @param letters small letters and digits as {@link Sought#letters} tells them
     */
    public static Condition like(Field<String> sound, String letters) {
        var whole = letters.length() == 2
                ? ilike(sound, letters + "%").or(ilike(sound, "%\n" + letters + "%"))
                : ilike(sound, "%" + letters + "%")
                        .and(condition("({0} || '') ~ {1}", sound, inline(fromSyllable(letters))));
        return whole.or(sound.like(inline("%" + doubled(letters) + "%")));
    }

    static Condition ilike(Field<String> sound, String pattern) {
        return condition("{0} ilike {1}", sound, inline(pattern));
    }

    /** A syllable begins with a capital, and so does what is typed; whether a later letter does, is open. */
    private static String fromSyllable(String letters) {
        var pattern = new StringBuilder(letters.substring(0, 1).toUpperCase(Locale.ROOT));
        letters.substring(1).chars().forEach(c -> {
            if (Character.isDigit(c)) pattern.append((char) c);
            else
                pattern.append('[')
                        .append((char) c)
                        .append(Character.toUpperCase((char) c))
                        .append(']');
        });
        return pattern.toString();
    }

    static String doubled(String letters) {
        var doubled = new StringBuilder(2 * letters.length());
        letters.chars().forEach(c -> doubled.append((char) c).append((char) c));
        return doubled.toString();
    }
}
