package zhanggui.imports.files;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import zhanggui.problems.Refused;

/**
 * Looks into a workbook before it is read: that it is one, that it does not unpack to more than a server can hold, and
 * that no cell claims a place no sheet has. Unpacks everything once and counts, since sizes written in a file can lie.
 */
final class ZipGuard {
    private static final long MOST_UNPACKED = 400L << 20;
    private static final long MOST_IN_ONE_TEXT_PART = 120L << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final int LARGEST_RATIO = 100;
    private static final long RATIO_COUNTS_FROM = 8L << 20;

    private ZipGuard() {}

    static void check(byte[] content) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            if (zip.getEntry("[Content_Types].xml") == null) throw Refused.invalid("file", "import-not-xlsx");
            long unpacked = 0;
            int entries = 0;
            for (var entry : java.util.Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES || entry.getSize() > MOST_UNPACKED) throw tooLarge();
                unpacked = count(zip, entry, unpacked, content.length);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.invalid("file", "import-damaged");
        }
    }

    private static long count(ZipFile zip, ZipArchiveEntry entry, long before, int packed) throws IOException {
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        var places = new Places();
        long total = before;
        var buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) throw new IOException("unsupported");
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > MOST_UNPACKED
                        || (!sheet && total - before > MOST_IN_ONE_TEXT_PART)
                        || (total > RATIO_COUNTS_FROM && total > (long) packed * LARGEST_RATIO)) throw tooLarge();
                if (sheet) places.check(buffer, n);
            }
        }
        return total;
    }

    private static Refused tooLarge() {
        return Refused.invalid("file", "import-unpacks-too-large");
    }

    /** Follows the bytes of a sheet; a place such as {@code ZZZZZZ1} would make a reader fill memory with columns. */
    private static final class Places {
        private static final int LETTERS_OF_LAST_COLUMN = 3;
        private boolean inTag;
        private int matched;
        private int letters;

        void check(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b == 0) throw Refused.invalid("file", "import-damaged");
                if (b == '<') inTag = true;
                if (b == '>') inTag = false;
                if (!inTag) matched = 0;
                else next(b);
            }
        }

        /** Matches {@code r="} after a space, then counts what is no digit. */
        private void next(byte b) {
            switch (matched) {
                case 1 -> matched = b == 'r' ? 2 : isSpace(b) ? 1 : 0;
                case 2 -> matched = b == '=' ? 3 : isSpace(b) ? 2 : 0;
                case 3 -> {
                    matched = b == '"' || b == '\'' ? 4 : isSpace(b) ? 3 : 0;
                    letters = 0;
                }
                case 4 -> {
                    if (b == '"' || b == '\'') matched = 0;
                    else if ((b < '0' || b > '9') && ++letters > LETTERS_OF_LAST_COLUMN) {
                        throw Refused.invalid("file", "import-damaged");
                    }
                }
                default -> matched = isSpace(b) ? 1 : 0;
            }
        }

        private static boolean isSpace(byte b) {
            return b == ' ' || b == '\n' || b == '\t' || b == '\r';
        }
    }
}
