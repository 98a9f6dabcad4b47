package zhanggui.imports.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import zhanggui.imports.files.Layout.Format;
import zhanggui.problems.Refused;

/** What a file is, by its first bytes; its name only tells what it was meant to be. */
final class FileKind {
    private FileKind() {}

    static Format of(byte[] content, String name) {
        if (content.length == 0) throw Refused.invalid("file", "import-empty");
        if (starts(content, "PK\u0003\u0004")) return Format.XLSX;
        if (starts(content, "\u00D0\u00CF\u0011\u00E0")) throw Refused.invalid("file", "import-old-excel");
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.equals("xlsx") || extension.equals("xlsm")) throw Refused.invalid("file", "import-not-xlsx");
        if (starts(content, "%PDF")
                || starts(content, "\u0089PNG")
                || starts(content, "\u001F\u008B")
                || starts(content, "Rar!")
                || starts(content, "{\\rtf")
                || starts(content, "<!DOCTYPE")
                || starts(content, "<html")
                || starts(content, "<?xml")) throw Refused.invalid("file", "import-not-text");
        return Format.CSV;
    }

    private static boolean starts(byte[] content, String magic) {
        var bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if (content[i] != bytes[i]) return false;
        return true;
    }
}
