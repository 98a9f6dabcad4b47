package zhanggui.files;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a file as it is kept: the last part of what the client says, without what would make it look like another. */
final class FileName {
    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 20;
    /** Controls, and what turns the direction of writing round. */
    private static final Pattern MISLEADING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private FileName() {}

    static String of(@Nullable String said) {
        var name = Objects.requireNonNullElse(said, "");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = MISLEADING.matcher(name).replaceAll("").strip();
        if (name.isEmpty()) return "file";
        if (name.codePointCount(0, name.length()) <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var end = name.offsetByCodePoints(0, LONGEST - ending.codePointCount(0, ending.length()));
        return name.substring(0, end) + ending;
    }
}
