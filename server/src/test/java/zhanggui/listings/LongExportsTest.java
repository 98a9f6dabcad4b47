package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;

/** Exports of more rows than one would want in memory. */
class LongExportsTest extends TestApplication {
    private static final int ROWS = 250_000;
    private static final long LITTLE = 48L << 20;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Exports exports;

    private Viewer viewer;

    @BeforeAll
    void people() {
        viewer = world.exists().viewer("ops");
    }

    @ParameterizedTest
    @EnumSource
    void memoryDoesNotGrowWithTheRows(Exports.Format format) throws IOException {
        var samples = new ArrayList<Long>();
        var out = new Counting(Long.MAX_VALUE, 1 << 20, samples);
        exports.write(many(), ListQuery.of(Filter.EVERYTHING), viewer, format, out);
        assertThat(samples).hasSizeGreaterThan(3);
        assertThat(samples.getLast() - samples.getFirst())
                .as("%s: held after each further megabyte of the file: %s", format, samples)
                .isLessThan(LITTLE);
        assertThat(logged()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @EnumSource
    void anExportWhoseReaderGoesAwayStopsAndIsLoggedWithWhatWasRead(Exports.Format format) {
        var out = new Counting(1 << 20, Long.MAX_VALUE, new ArrayList<>());
        assertThatThrownBy(() -> exports.write(many(), ListQuery.of(Filter.EVERYTHING), viewer, format, out))
                .hasStackTraceContaining("gone");
        assertThat(logged()).isGreaterThan(100).isLessThan(ROWS / 2);
    }

    @Test
    void whatLooksLikeAFormulaIsTextInALongExportToo() throws IOException {
        var csv = new java.io.ByteArrayOutputStream();
        exports.write(
                many(), ListQuery.of(Filter.where("name", Operator.CONTAINS, "+7,")), viewer, Exports.Format.CSV, csv);
        assertThat(csv.toString(java.nio.charset.StandardCharsets.UTF_8).lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("\"'=1+") || line.startsWith("'=1+"));
    }

    @Test
    void aWorkbookHoldsTextsAsTextsAndNoFormula(@TempDir Path folder) throws IOException {
        var file = folder.resolve("book.xlsx");
        try (var out = Files.newOutputStream(file)) {
            exports.write(
                    many(),
                    ListQuery.of(Filter.where("name", Operator.CONTAINS, "+7,")),
                    viewer,
                    Exports.Format.XLSX,
                    out);
        }
        var sheets = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (!entry.getName().startsWith("xl/worksheets/")) continue;
                var content = zip.getInputStream(entry).readAllBytes();
                sheets.add(new String(content, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(sheets).isNotEmpty().allSatisfy(sheet -> assertThat(sheet)
                .containsPattern("t=\"inlineStr\"[^>]*><is><t[^>]*>=1\\+")
                .doesNotContain("<f>", "<f "));
    }

    /** How many rows the last export in the log took. */
    private int logged() {
        return db.fetchSingle("""
                        select (c ->> 'after')::int
                        from (select changes from audit.entry where action = 'exported' order by at desc limit 1) e,
                          jsonb_array_elements(e.changes) c
                        where c ->> 'field' = 'rows'""").into(int.class);
    }

    /** Rows no two of which share a text. */
    private static Listing many() {
        var from =
                table("(select gen_random_uuid() as id, '=1+' || n || ',' || repeat('长', 40) || md5(n::text) as name,"
                        + " n || '@example.com' as email from generate_series(1, " + ROWS + ") n) a_long_list");
        return Listing.of(
                "people",
                "people",
                from,
                field(name("a_long_list", "id"), UUID.class),
                Scope.unlimited(),
                "name",
                List.of(
                        Column.text("name", field(name("a_long_list", "name"), String.class)),
                        Column.email("email", field(name("a_long_list", "email"), String.class))));
    }

    /** Takes a file and keeps nothing of it; breaks after so many bytes, looks at the heap after every so many. */
    private static final class Counting extends OutputStream {
        private final long breaksAfter;
        private final long looksEvery;
        private final List<Long> samples;
        private long bytes;
        private long looked;

        Counting(long breaksAfter, long looksEvery, List<Long> samples) {
            this.breaksAfter = breaksAfter;
            this.looksEvery = looksEvery;
            this.samples = samples;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            bytes += len;
            if (bytes > breaksAfter) throw new IOException("gone");
            if (bytes - looked < looksEvery) return;
            looked = bytes;
            System.gc();
            samples.add(
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
    }
}
