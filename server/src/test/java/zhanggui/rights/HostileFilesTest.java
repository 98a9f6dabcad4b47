package zhanggui.rights;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhanggui.imports.Workbooks;

/** Files nobody means well are refused in words, or read as what they are; the server's memory does not grow with their claims. */
class HostileFilesTest extends RightsCase {
    private static final String TEXT = "<c r=\"A%d\" t=\"inlineStr\"><is><t>%s</t></is></c>";
    private Wire.Visitor ops;

    @BeforeAll
    void somebodyWhoImports() {
        var small = new SmallFirm(today());
        settlement.settle(small.firm);
        var permissions = small.ops.roles().getFirst().allows().keySet();
        ops = wire.withToken(settlement.token(small.ops.id(), Set.copyOf(permissions)));
    }

    private record File(String name, byte[] content) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<File> hostile() {
        var files = new ArrayList<File>();
        var good = Workbooks.sheet("", row(1, "名称") + row(2, "甲"));
        files.add(new File("truncated.xlsx", Arrays.copyOf(good, good.length / 2)));
        files.add(new File("text named so.xlsx", "名称\n甲\n".getBytes(UTF_8)));
        files.add(new File("pdf named so.xlsx", "%PDF-1.4\n%äöü".getBytes(UTF_8)));
        files.add(new File("old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 1, 2, 3}));
        files.add(new File(
                "zip of nothing.xlsx",
                new byte[] {0x50, 0x4b, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        files.add(new File("empty.csv", new byte[0]));
        files.add(new File("zeros.csv", new byte[4096]));
        files.add(new File("noise.csv", noise()));
        files.add(new File("bomb.xlsx", bomb()));
        files.add(new File(
                "far.xlsx",
                Workbooks.sheet("", "<row r=\"1\">" + TEXT.formatted(1, "名称").replace("A1", "ZZZZZZZ1") + "</row>")));
        files.add(new File("laughs.xlsx", Workbooks.sheet(laughs(), row(1, "&h;"))));
        files.add(new File("torn.xlsx", Workbooks.sheet("", "<row r=\"1\"><c r=\"A1\"><v>1")));
        files.add(new File("one endless line.csv", "名称,".repeat(400_000).getBytes(UTF_8)));
        files.add(new File("open quote.csv", ("名称\n\"" + "甲\n".repeat(100_000)).getBytes(UTF_8)));
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedInWords(File file) {
        var before = contents();
        var answer = ops.upload("customers", file.name(), file.content(), true);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .contains("\"message\"");
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void otherFilesOfTheServerAreNotReadThroughEntities() {
        for (var target : List.of("file:///etc/passwd", "http://127.0.0.1:1/x")) {
            var prolog = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + target + "\">]>";
            var answer = ops.upload(
                    "customers", "xxe.xlsx", Workbooks.sheet(prolog, row(1, "名称&e;") + row(2, "甲&e;")), true);
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    @Test
    void aMillionEmptyRowsAreNothing() {
        var many = new StringBuilder(row(1, "名称") + row(2, "甲公司"));
        for (int i = 3; i <= 1_000_000; i++) many.append("<row r=\"").append(i).append("\"/>");
        var used = usedMemory();
        var answer = ops.upload("customers", "empty rows.xlsx", Workbooks.sheet("", many.toString()), true);
        assertThat(answer.json().get("rowCount").asInt()).isEqualTo(1);
        assertThat(usedMemory() - used).isLessThan(200L << 20);
        var blank = ops.upload("customers", "blank.csv", ("名称\n甲公司\n" + "\n".repeat(1_000_000)).getBytes(UTF_8), true);
        assertThat(blank.json().get("rowCount").asInt()).isEqualTo(1);
    }

    @Test
    void formulasAndEncodingsAreReadAsWhatTheyShow() {
        var formula = Workbooks.sheet(
                "",
                row(1, "名称")
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://127.0.0.1\")</f><v>算出的公司</v></c></row>"
                        + row(3, "=cmd|' /C calc'!A0"));
        var one = ops.upload("customers", "formulas.xlsx", formula, true).json();
        assertThat(one.at("/columns/0/samples").toString()).contains("算出的公司");
        for (var charset : List.of(Charset.forName("GB18030"), UTF_8, UTF_16LE)) {
            var bytes = new ByteArrayOutputStream();
            if (charset == UTF_16LE) bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
            bytes.writeBytes("名称\n北京远方贸易有限公司\n".getBytes(charset));
            var read = ops.upload("customers", charset + ".csv", bytes.toByteArray(), true)
                    .json();
            assertThat(read.at("/columns/0/field").asString())
                    .as(charset.name())
                    .isEqualTo("name");
            assertThat(read.at("/columns/0/samples").toString()).contains("北京远方贸易有限公司");
        }
    }

    @Test
    void aSheetThatClaimsTwoThousandMillionRowsHasThoseItHas() {
        var sheet = Workbooks.sheet("", row(1, "名称") + row(2_147_483_647, "甲"));
        assertThat(ops.upload("customers", "last row.xlsx", sheet, true)
                        .json()
                        .get("rowCount")
                        .asInt())
                .isEqualTo(1);
    }

    private static String row(int number, String text) {
        return "<row r=\"%d\">%s</row>".formatted(number, TEXT.formatted(number, text));
    }

    private static byte[] noise() {
        var noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] bomb() {
        var spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        return Workbooks.zip(out -> {
            for (int i = 0; i < 500; i++) out.write(spaces);
        });
    }

    /** A billion laughs. */
    private static String laughs() {
        var entities = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"haha\">");
        for (char c = 'b'; c <= 'h'; c++) {
            entities.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(20))
                    .append("\">");
        }
        return entities + "]>";
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
