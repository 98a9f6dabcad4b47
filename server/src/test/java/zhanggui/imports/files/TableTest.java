package zhanggui.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhanggui.imports.Workbooks;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

class TableTest {
    static final Set<String> KNOWN = Set.of("客户", "金额", "日期");
    static final byte[] NO_MARK = {};

    record Written(Encoding encoding, boolean mark, char separator, int titles) {}

    static Stream<Written> waysToWrite() {
        return Arrays.stream(Encoding.values()).flatMap(e -> Stream.of(true, false)
                .filter(mark -> !mark || e != Encoding.GB18030)
                .flatMap(mark -> ",;\t|".chars().boxed().flatMap(s -> Stream.of(0, 1, 4)
                        .map(t -> new Written(e, mark, (char) (int) s, t)))));
    }

    @ParameterizedTest
    @MethodSource("waysToWrite")
    void everyEncodingSeparatorAndPlaceOfTheHeadingsIsFound(Written as) {
        var text = new StringBuilder();
        for (int i = 0; i < as.titles; i++) text.append(i == 2 ? "\r\n" : "2017年度销售汇总表 第" + i + "部分\r\n");
        var s = String.valueOf(as.separator);
        text.append(String.join(s, "客户", "备注", "金额", "日期")).append("\r\n");
        for (int i = 1; i <= 40; i++) {
            text.append(String.join(s, "北京一零贸易" + i, "\"说“好”, 下周; 再谈\t|\"", "1,234.5".replace(s, ""), "2017-03-01"))
                    .append("\r\n");
        }
        var wanted = text.toString().replace("1,234.5", as.separator == ',' ? "1234.5" : "1,234.5");
        var table = read(bytes(wanted, as));

        assertThat(table.layout().encoding()).isEqualTo(as.encoding);
        assertThat(table.layout().separator()).isEqualTo(s);
        assertThat(table.layout().headerLine()).isEqualTo(as.titles + 1);
        assertThat(table.headings()).containsExactly("客户", "备注", "金额", "日期");
        assertThat(table.rows()).hasSize(40);
        assertThat(table.rows().getFirst().cell(0)).isEqualTo("北京一零贸易1");
        assertThat(table.rows().getFirst().cell(1)).isEqualTo("说“好”, 下周; 再谈\t|");
        assertThat(table.rows().getFirst().number()).isEqualTo(as.titles + 2);
        assertThat(table.damaged()).isZero();
    }

    @Property(tries = 300)
    void whatIsWrittenAsCsvIsReadAgain(
            @ForAll("tables") List<List<String>> rows,
            @ForAll Encoding encoding,
            @ForAll("separators") char separator) {
        var text = rows.stream()
                .map(row -> row.stream()
                        .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining("\n"));
        var wanted = new Layout.WantedLayout(encoding, String.valueOf(separator), null, 0);
        var table = Table.read(bytes(text, new Written(encoding, false, separator, 0)), "a.csv", wanted, h -> false);
        var read = table.rows().stream().map(Line::cells).toList();
        assertThat(read)
                .isEqualTo(rows.stream().filter(r -> !new Line(1, r).isEmpty()).toList());
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var chars = Arbitraries.oneOf(
                Arbitraries.chars().range(' ', '~'),
                Arbitraries.of('\n', '\r', '"', ',', ';', '\t', '|', '\'', '，', '。', '￥'),
                Arbitraries.chars().range('\u4E00', '\u9FA5'));
        var cell = chars.list()
                .ofMaxSize(12)
                .map(l -> l.stream().map(String::valueOf).collect(Collectors.joining()));
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(12))
                .filter(rows -> rows.stream().anyMatch(r -> !new Line(1, r).isEmpty()));
    }

    @Test
    void anEncodingThatIsNotTheFilesShowsTheDamageAndNeverHidesIt() {
        var gb = "客户,金额\n北京贸易,1\n".getBytes(Charset.forName("GB18030"));
        assertThat(read(gb).layout().encoding()).isEqualTo(Encoding.GB18030);
        var table = Table.read(gb, "a.csv", new Layout.WantedLayout(Encoding.UTF_8, null, null, 1), KNOWN::contains);
        assertThat(table.damaged()).isPositive();
        assertThat(table.rows().getFirst().cell(0)).contains("\uFFFD");
    }

    @Test
    void aFewInvalidBytesDoNotMakeUtf8SomethingElse() {
        var text =
                "客户,金额\n" + IntStream.range(0, 50).mapToObj(i -> "北京贸易公司,1\n").collect(Collectors.joining());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 6] = (byte) 0xFF;
        var table = read(bytes);
        assertThat(table.layout().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(table.damaged()).isPositive();
        assertThat(table.rows()).hasSize(50);
    }

    @Test
    void aSeparatorSaidInTheFirstLineCounts() {
        var table = read("sep=|\n客户|金额\n甲,乙;丙|1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.layout().separator()).isEqualTo("|");
        assertThat(table.headings()).containsExactly("客户", "金额");
        assertThat(table.rows().getFirst()).isEqualTo(new Line(3, List.of("甲,乙;丙", "1")));
    }

    @Test
    void decimalCommasDoNotMakeTheCommaASeparator() {
        var table = read("name;amount;city\nMüller;1,5;Köln\nMaier;2,25;Bonn\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.layout().separator()).isEqualTo(";");
        assertThat(table.headings()).hasSize(3);
    }

    @Test
    void linesAreCountedAsInTheFileAlsoOverLineBreaksInCells() {
        var table = read("客户,金额\n\"两\n行\",1\n\n乙,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows()).extracting(Line::number).containsExactly(2, 5);
    }

    @Test
    void anUnclosedQuoteIsRefusedInsteadOfSwallowingTheRest() {
        refused("客户,金额\n甲,1\n\"乙,2\n丙,3\n".getBytes(StandardCharsets.UTF_8), "a.csv", "import-quote-open");
    }

    @Test
    void aFileWithoutHeadingsIsReadWhenOneSaysSo() {
        var table = Table.read(
                "甲,1\n乙,2,3\n".getBytes(StandardCharsets.UTF_8),
                "a.csv",
                new Layout.WantedLayout(null, null, null, 0),
                KNOWN::contains);
        assertThat(table.headings()).containsExactly("", "", "");
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void aWorkbookIsReadAsPeopleSeeIt() {
        var table = read(Workbooks.of(List.of(
                List.of("季度汇总"),
                List.of("客户", "金额", "日期", "启用"),
                List.of("甲", new BigDecimal("1234.5"), LocalDate.of(2017, 3, 1), true),
                List.of(),
                Arrays.asList("乙", 13800138000L + "", null, false))));
        assertThat(table.layout()).isEqualTo(new Layout(Layout.Format.XLSX, null, null, "数据", 2));
        assertThat(table.sheets()).containsExactly("数据");
        assertThat(table.rows())
                .containsExactly(
                        new Line(3, List.of("甲", "1234.5", "2017-03-01", "true")),
                        new Line(5, List.of("乙", "13800138000", "", "false")));
    }

    @Test
    void formulasCountAsWhatTheyCameTo() {
        var table = read(Workbooks.sheet("", """
                <row r="1"><c r="A1" t="inlineStr"><is><t>客户</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row>
                <row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>
                <row r="3"><c r="A3" t="str"><f>X</f><v>丙</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
                <row r="4"><c r="A4" t="str"><f>X</f><v>丁</v></c><c r="B4"><v>0.30000000000000004</v></c></row>
                <row r="5"><c r="A5" t="str"><f>X</f><v>戊</v></c><c r="B5"><v>1.3800138E10</v></c></row>"""));
        assertThat(table.rows())
                .extracting(Line::cells)
                .containsExactly(
                        List.of("甲乙", "2"), List.of("丙", "#DIV/0!"), List.of("丁", "0.3"), List.of("戊", "13800138000"));
    }

    @Test
    void aMillionEmptyRowsAreNothing() {
        var begun = System.nanoTime();
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户</t></is></c></row>");
        for (int i = 2; i <= 1_000_000; i++) rows.append("<row r=\"").append(i).append("\" spans=\"1:8\"/>");
        rows.append("<row r=\"1000001\"><c r=\"A1000001\" t=\"inlineStr\"><is><t>甲</t></is></c></row>");
        var table = read(Workbooks.sheet("", rows.toString()));
        assertThat(table.rows()).containsExactly(new Line(1_000_001, List.of("甲")));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsNoTableIsRefusedWithTheReason() {
        refused("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8), "a.csv", "import-not-text");
        refused("客户,金额\n甲,1".getBytes(StandardCharsets.UTF_8), "a.xlsx", "import-not-xlsx");
        refused(new byte[0], "a.csv", "import-empty");
        refused("\n\n , \n".getBytes(StandardCharsets.UTF_8), "a.csv", "import-empty");
        var random = new byte[4096];
        new java.util.Random(7).nextBytes(random);
        refused(random, "a.csv", "import-not-text");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "a.xls", "import-old-excel");
        refused("é,à,ü,ÿ\né,à,ü,ÿ\n".getBytes(StandardCharsets.ISO_8859_1), "a.csv", "import-encoding");
        var whole = Workbooks.of(List.of(List.of("客户"), List.of("甲")));
        refused(Arrays.copyOf(whole, whole.length / 2), "a.xlsx", "import-damaged");
        var holed = whole.clone();
        Arrays.fill(holed, 200, 400, (byte) 'x');
        refused(holed, "a.xlsx", "import-damaged");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var wide = IntStream.rangeClosed(1, 300).mapToObj(i -> "列" + i).collect(Collectors.joining(","));
        refused(wide.getBytes(StandardCharsets.UTF_8), "a.csv", "import-too-many-columns");
        refused(
                Workbooks.of(List.of(
                        IntStream.rangeClosed(1, 300).mapToObj(i -> "列" + i).toList())),
                "a.xlsx",
                "import-too-many-columns");
        var lines = new ArrayList<String>(List.of("客户"));
        for (int i = 0; i <= Table.MOST_ROWS; i++) lines.add("甲" + i);
        refused(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "a.csv", "import-too-many-rows");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpackedIntoMemory() {
        var spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        var bomb = Workbooks.zip(out -> {
            for (int i = 0; i < 300; i++) out.write(spaces);
        });
        assertThat(bomb.length).isLessThan(1 << 20);
        refused(bomb, "a.xlsx", "import-unpacks-too-large");
    }

    @Test
    void aCellFarBeyondAnySheetIsRefused() {
        refused(
                Workbooks.sheet("", "<row r=\"1\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"),
                "a.xlsx",
                "import-damaged");
        var harmless = read(Workbooks.sheet(
                "", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户 r=\"ZZZZZZ1\"</t></is></c></row>"));
        assertThat(harmless.headings()).containsExactly("客户 r=\"ZZZZZZ1\"");
    }

    @Test
    void entitiesOfOtherFilesAreNeverRead() {
        var hostile = Workbooks.sheet(
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户&e;</t></is></c></row>");
        try {
            assertThat(read(hostile).headings()).noneMatch(h -> h.contains("root"));
        } catch (Refused e) {
            assertThat(e.fields()).extracting(FieldProblem::code).containsExactly("import-damaged");
        }
    }

    static Table read(byte[] content) {
        return Table.read(content, "a", Layout.WantedLayout.NOTHING, KNOWN::contains);
    }

    static void refused(byte[] content, String name, String code) {
        assertThatThrownBy(() -> Table.read(content, name, Layout.WantedLayout.NOTHING, KNOWN::contains))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.fields())
                        .extracting(FieldProblem::code)
                        .containsExactly(code));
    }

    static byte[] bytes(String text, Written as) {
        var mark = !as.mark ? NO_MARK : "\uFEFF".getBytes(charset(as.encoding));
        var body = text.getBytes(charset(as.encoding));
        var all = Arrays.copyOf(mark, mark.length + body.length);
        System.arraycopy(body, 0, all, mark.length, body.length);
        return all;
    }

    static Charset charset(Encoding encoding) {
        return Charset.forName(encoding.label());
    }
}
