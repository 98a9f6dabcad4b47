package zhanggui.imports.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import zhanggui.problems.Refused;

/** The encodings text files come in. */
public enum Encoding {
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    UTF_16LE("UTF-16LE", 0xFF, 0xFE),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF),
    GB18030("GB18030");

    /** Of all that is not ASCII, one part in so many may be damaged before an encoding is held to be another. */
    private static final int DAMAGE = 20;

    private static final int SAMPLE = 1 << 16;

    private final Charset charset;
    private final byte[] mark;

    Encoding(String charset, int... mark) {
        this.charset = Charset.forName(charset);
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) this.mark[i] = (byte) mark[i];
    }

    /**
     * The text of a file.
     *
     * @param damaged how many places could not be read
     */
    record Decoded(String text, int damaged) {
        static final char DAMAGE = '\uFFFD';
    }

    @JsonValue
    public String label() {
        return charset.name();
    }

    @JsonCreator
    public static Encoding of(String label) {
        return Arrays.stream(values())
                .filter(e -> e.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("layout.encoding", "unknown", label));
    }

    /**
     * The encoding a text file is in: by its mark, else by what can be read without damage, UTF-8 before GB18030.
     *
     * @throws Refused when it is in none of them, or no text at all
     */
    static Encoding detect(byte[] content) {
        for (var encoding : values()) {
            if (encoding.mark.length > 0 && encoding.marks(content)) return encoding;
        }
        if (hasZero(content)) return wide(content).orElseThrow(() -> Refused.invalid("file", "import-not-text"));
        var utf8 = UTF_8.decode(content);
        if (utf8.damaged == 0) return UTF_8;
        if (utf8.damaged * (long) DAMAGE <= beyondAscii(utf8.text)) return UTF_8;
        var gb = GB18030.decode(content);
        if (gb.damaged * (long) DAMAGE <= beyondAscii(gb.text)) return GB18030;
        throw Refused.invalid("file", "import-encoding");
    }

    Decoded decode(byte[] content) {
        int from = mark.length > 0 && marks(content) ? mark.length : 0;
        var bytes = ByteBuffer.wrap(content, from, content.length - from);
        var text = charset.decode(bytes).toString().replace('\0', Decoded.DAMAGE);
        return new Decoded(
                text, (int) text.chars().filter(c -> c == Decoded.DAMAGE).count());
    }

    private boolean marks(byte[] content) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean hasZero(byte[] content) {
        for (var b : content) if (b == 0) return true;
        return false;
    }

    /** Which of the two-byte encodings makes usual text of the bytes, if any. */
    private static Optional<Encoding> wide(byte[] content) {
        if (content.length % 2 != 0) return Optional.empty();
        var sample = Arrays.copyOf(content, Math.min(content.length, SAMPLE));
        double little = usual(UTF_16LE.decode(sample).text);
        double big = usual(UTF_16BE.decode(sample).text);
        if (Math.max(little, big) < 0.9) return Optional.empty();
        return Optional.of(little >= big ? UTF_16LE : UTF_16BE);
    }

    /** The share of characters that files of a company are mostly made of. */
    private static double usual(String text) {
        if (text.isEmpty()) return 0;
        return text.chars()
                        .filter(c -> (c >= ' ' && c < 0x250)
                                || c == '\n'
                                || c == '\r'
                                || c == '\t'
                                || (c >= 0x2010 && c <= 0x2040)
                                || (c >= 0x3001 && c <= 0x3020)
                                || (c >= 0x4E00 && c <= 0x9FFF)
                                || (c >= 0xFF01 && c <= 0xFF5E)
                                || Character.isSurrogate((char) c))
                        .count()
                / (double) text.length();
    }

    private static long beyondAscii(String text) {
        return text.chars().filter(c -> c > 0x7F && c != Decoded.DAMAGE).count();
    }
}
