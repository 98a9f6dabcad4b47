package zhanggui.imports.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.Refused;

/** Texts separated by a character, as spreadsheets and databases write them. */
final class CsvFile {
    private static final String SEPARATORS = ",;\t|";
    private static final int LOOKED_AT = 60;
    private static final int SAMPLE = 1 << 16;

    private CsvFile() {}

    static Table.Lines read(byte[] content, Layout.WantedLayout wanted) {
        var encoding = wanted.encoding() == null ? Encoding.detect(content) : wanted.encoding();
        var decoded = encoding.decode(content);
        var text = decoded.text();
        if (isBinary(text)) throw Refused.invalid("file", "import-not-text");
        var said = separatorSaid(text);
        char separator = wanted.separator() != null
                ? separator(wanted.separator())
                : said != null ? said : separatorOf(text.substring(0, Math.min(text.length(), SAMPLE)));
        var layout = new Layout(Layout.Format.CSV, encoding, String.valueOf(separator), null, 0);
        return new Table.Lines(layout, List.of(), decoded.damaged(), lines(text, separator, said != null));
    }

    private static List<Line> lines(String text, char separator, boolean firstSaysSeparator) {
        var lines = new ArrayList<Line>();
        long at = 1;
        long cells = 0;
        try (var csv = reader(text, separator).allowUnclosedQuote(false).ofCsvRecord(text)) {
            for (var entry : csv) {
                at = entry.getStartingLineNumber() + 1;
                var line = line(entry);
                if (line.isEmpty() || (firstSaysSeparator && lines.isEmpty() && line.number() == 1)) continue;
                lines.add(line);
                cells += line.cells().size();
                if (lines.size() > Table.MOST_ROWS + HeaderLine.LOOKED_AT) {
                    throw Refused.invalid("file", "import-too-many-rows", Table.MOST_ROWS);
                }
                if (cells > Table.MOST_CELLS) throw Refused.invalid("file", "import-too-many-cells-in-file");
            }
        } catch (CsvParseException e) {
            throw Refused.invalid("file", "import-quote-open", String.valueOf(at));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return lines;
    }

    private static Line line(CsvRecord entry) {
        return new Line((int) entry.getStartingLineNumber(), List.copyOf(entry.getFields()));
    }

    /** Where quotes stand apart from separators the space between is left out; else texts may go on after a quote. */
    private static CsvReader.CsvReaderBuilder reader(String text, char separator) {
        var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
        return text.contains(separator + " \"")
                ? csv.trimWhitespacesAroundQuotes(true)
                : csv.allowExtraCharsAfterClosingQuote(true);
    }

    /** Some programs say in the first line which separator they use. */
    private static @Nullable Character separatorSaid(String text) {
        return text.length() > 4
                        && text.startsWith("sep=")
                        && SEPARATORS.indexOf(text.charAt(4)) >= 0
                        && (text.length() == 5 || text.charAt(5) == '\r' || text.charAt(5) == '\n')
                ? text.charAt(4)
                : null;
    }

    private static char separator(String wanted) {
        if (wanted.length() != 1 || SEPARATORS.indexOf(wanted.charAt(0)) < 0) {
            throw Refused.invalid("layout.separator", "unknown", wanted);
        }
        return wanted.charAt(0);
    }

    /** The separator by which most lines have equally many cells, and of those the one that makes most cells. */
    static char separatorOf(String sample) {
        char best = ',';
        double bestScore = 0;
        for (char separator : SEPARATORS.toCharArray()) {
            double score = consistency(sample, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    private static double consistency(String sample, char separator) {
        Map<Integer, Integer> widths = new HashMap<>();
        int lines = 0;
        try (var csv = reader(sample, separator).ofCsvRecord(sample)) {
            for (var entry : csv) {
                if (lines == LOOKED_AT) break;
                lines++;
                widths.merge(entry.getFieldCount(), 1, Integer::sum);
            }
        } catch (CsvParseException | java.io.IOException e) {
            return 0;
        }
        double most = 0;
        for (var width : widths.entrySet()) {
            if (width.getKey() < 2) continue;
            double share = width.getValue() / (double) lines;
            most = Math.max(most, share + Math.min(width.getKey(), 100) / 1000.0);
        }
        return most;
    }

    private static boolean isBinary(String text) {
        int end = Math.min(text.length(), SAMPLE);
        int odd = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') odd++;
        }
        return odd * 100L > end;
    }
}
