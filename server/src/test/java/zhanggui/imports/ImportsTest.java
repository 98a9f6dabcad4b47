package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.imports.files.Layout;
import zhanggui.imports.files.Table;

class ImportsTest extends ImportCase {
    @Test
    void aFileIsCheckedWithoutATraceThenImported() {
        var one = uploaded("ops", "things.csv", GOOD);
        assertThat(one.at("/layout/encoding").asString()).isEqualTo("UTF-8");
        assertThat(one.at("/layout/separator").asString()).isEqualTo(",");
        assertThat(one.at("/layout/headerLine").asInt()).isEqualTo(1);
        assertThat(one.at("/rowCount").asInt()).isEqualTo(2);
        assertThat(one.at("/columns/0").toString())
                .isEqualTo("{\"index\":0,\"heading\":\"名称\",\"samples\":[\"甲\",\"乙\"],\"suggestion\":\"name\","
                        + "\"suggestedBy\":\"heading\",\"field\":\"name\"}");
        assertThat(one.at("/mapping/1").asString()).isEqualTo("amount");
        assertThat(one.at("/missing").size()).isZero();

        var checked = done(check("ops", one));
        assertThat(checked.at("/result/created").asInt()).isEqualTo(2);
        assertThat(checked.at("/result/imported").asBoolean()).isFalse();
        assertThat(things()).isEmpty();
        assertThat(view("ops", one).at("/state").asString()).isEqualTo("CHECKED");
        assertThat(rows("ops", one, "CREATED").at("/rows/1/cells/0").asString()).isEqualTo("乙");

        var imported = done(run("ops", one, false));
        assertThat(imported.at("/result/imported").asBoolean()).isTrue();
        assertThat(things()).containsExactly("甲", "乙");
        assertThat(db.fetchValue("select sum(amount)::int from things.thing")).isEqualTo(300);
        var after = view("ops", one);
        assertThat(after.at("/state").asString()).isEqualTo("DONE");
        assertThat(after.at("/report/created").asInt()).isEqualTo(2);
        assertThat(after.at("/finishedAt").isNull()).isFalse();
        assertThat(db.fetchCount(db.selectOne()
                        .from("audit.entry")
                        .where("action = 'imported' and subject_id = ?::uuid", id(one))))
                .isEqualTo(1);
        assertThat(run("ops", one, false)).hasStatus(409);
        assertThat(http.put()
                        .uri("/api/imports/" + id(one) + "/spec")
                        .with(world.as("ops"))
                        .contentType("application/json")
                        .content("{\"version\":1}"))
                .hasStatus(409);
    }

    @Test
    void aSecondImportOfTheSameFileUpdatesAndSkips() {
        var file = "id,name\nA1,甲\nA2,乙\n";
        done(run("ops", uploaded("ops", "a.csv", file), false));
        var second = done(run("ops", uploaded("ops", "a.csv", "id,name\nA1,甲甲\nA2,same\nA3,丙\n"), false));
        assertThat(counts(second)).containsExactly(1, 1, 1, 0);
        assertThat(things()).containsExactlyInAnyOrder("甲甲", "乙", "丙");
    }

    @Test
    void refusedRowsStopTheImportUnlessOneGoesOnWithoutThem() {
        var one = uploaded("ops", "a.csv", "name,amount,note\n甲,1,x\n乙,-5,=1+1\n,3,y\n丁,abc,z\n戊,1,x,y\n");
        var first = done(run("ops", one, false));
        assertThat(counts(first)).containsExactly(1, 0, 0, 4);
        assertThat(first.at("/result/imported").asBoolean()).isFalse();
        assertThat(things()).isEmpty();
        assertThat(view("ops", one).at("/state").asString()).isEqualTo("CHECKED");

        var refused = rows("ops", one, "REFUSED");
        assertThat(refused.at("/total").asInt()).isEqualTo(4);
        assertThat(refused.at("/rows/0/line").asInt()).isEqualTo(3);
        assertThat(refused.at("/rows/0/problems/0").toString())
                .isEqualTo(
                        "{\"field\":\"amount\",\"label\":\"金额\",\"column\":1,\"code\":\"positive-or-zero\",\"message\":\"不能小于 0\"}");
        assertThat(refused.at("/rows/1/problems/0/code").asString()).isEqualTo("required");
        assertThat(refused.at("/rows/2/problems/0/message").asString()).isEqualTo("“abc”不是数字");
        assertThat(refused.at("/rows/3/problems/0/code").asString()).isEqualTo("import-too-many-cells");

        var csv = bytes(http.get()
                .uri("/api/imports/" + id(one) + "/refused?format=csv")
                .with(world.as("ops"))
                .exchange());
        var text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFname,amount,note,,原文件行号,拒绝原因\r\n乙,-5,'=1+1,,3,金额: 不能小于 0\r\n");
        var again = Table.read(csv, "a.csv", Layout.WantedLayout.NOTHING, h -> h.equals("name"));
        assertThat(again.rows()).hasSize(4);
        var xlsx = bytes(http.get()
                .uri("/api/imports/" + id(one) + "/refused?format=xlsx")
                .with(world.as("ops"))
                .exchange());
        assertThat(Table.read(xlsx, "a.xlsx", Layout.WantedLayout.NOTHING, h -> h.equals("name"))
                        .rows())
                .extracting(line -> line.cell(4))
                .containsExactly("3", "4", "5", "6");

        var second = done(run("ops", one, true));
        assertThat(second.at("/result/imported").asBoolean()).isTrue();
        assertThat(things()).containsExactly("甲");
        assertThat(rows("ops", one, "REFUSED").at("/total").asInt()).isEqualTo(4);
    }

    @Test
    void aWorkbookIsImported() {
        var book = Workbooks.of(List.of(
                List.of("名称", "金额", "日期", "启用"),
                List.of("甲", new java.math.BigDecimal("12.5"), java.time.LocalDate.of(2017, 3, 1), true)));
        done(run("ops", json(upload("ops", "things", "a.xlsx", book)), false));
        assertThat(db.fetchOne("select name, amount, day::text, active from things.thing")
                        .intoList())
                .hasToString("[甲, 12.5, 2017-03-01, true]");
    }

    @Test
    void decimalCommasAreReadWhereSemicolonsSeparate() {
        done(run("ops", uploaded("ops", "a.csv", "name;amount\n甲;1234,56\n乙;1,125\n"), false));
        assertThat(db.fetch("select amount from things.thing order by name").getValues(0))
                .hasToString("[1.125, 1234.56]");
        var unclear = uploaded("ops", "b.csv", "name;amount\n丙;1,125\n");
        done(run("ops", unclear, false));
        assertThat(rows("ops", unclear, "REFUSED").at("/rows/0/problems/0/code").asString())
                .isEqualTo("import-number-ambiguous");
    }

    @Test
    void aFormulaWithoutAResultIsRefused() {
        var book = Workbooks.sheet("", """
                <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>amount</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>乙</t></is></c><c r="B3"><f>1+1</f></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>丙</t></is></c><c r="B4" t="str"><f>""</f><v></v></c></row>""");
        var one = json(upload("ops", "things", "a.xlsx", book));
        assertThat(counts(done(run("ops", one, true)))).containsExactly(2, 0, 0, 1);
        assertThat(rows("ops", one, "REFUSED").at("/rows/0/problems/0/code").asString())
                .isEqualTo("import-cell-uncalculated");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingRuns() {
        var one = uploaded("ops", "a.csv", "amount,day\n1,01/03/2017\n");
        assertThat(one.at("/missing/0/key").asString()).isEqualTo("name");
        assertThat(one.at("/dateOrderNeeded").asBoolean()).isTrue();
        var refused = run("ops", one, false);
        assertThat(refused).hasStatus(422);
        assertThat(mapper.readTree(bytes(refused)).at("/errors").findValuesAsString("field"))
                .containsExactly("mapping.name", "dateOrder");
        var said = changed(
                "ops", one, Map.of("constants", Map.of("name", "甲", "active", "是"), "dateOrder", "MONTH_FIRST"));
        assertThat(said.at("/missing").size()).isZero();
        done(run("ops", said, false));
        assertThat(db.fetchOne("select name, day::text, active from things.thing")
                        .intoList())
                .hasToString("[甲, 2017-01-03, true]");
    }

    @Test
    void everyKindHasItsWordsInBothLanguages(@Autowired List<ImportKind> kinds, @Autowired zhanggui.texts.Texts texts) {
        for (var kind : kinds) {
            for (var language : zhanggui.texts.Language.values()) {
                assertThat(texts.find(language, "import." + kind.name()))
                        .as(kind.name())
                        .isPresent();
                for (var field : kind.fields()) {
                    // People named it themselves, in both languages.
                    if (field.label() != null) continue;
                    assertThat(texts.find(language, kind.name() + "." + field.key()))
                            .as(kind.name() + "." + field.key())
                            .isPresent();
                }
            }
        }
    }

    @Test
    void theSameUploadUnderTheSameKeyIsOneImport() {
        var key = UUID.randomUUID().toString();
        var count = imports();
        var first = upload("ops", "a.csv", GOOD, key);
        assertThat(first).hasStatus(201);
        var again = upload("ops", "a.csv", GOOD, key);
        assertThat(again).hasStatus(201).containsHeader("Idempotency-Replayed");
        assertThat(id(json(again))).isEqualTo(id(json(first)));
        assertThat(upload("ops", "b.csv", GOOD, key)).hasStatus(422);
        assertThat(upload("ops", "a.csv", GOOD + "丙,300,2017-03-03\n", key)).hasStatus(422);
        assertThat(imports()).isEqualTo(count + 1);
    }

    private int imports() {
        return db.fetchCount(DSL.table("imports.import"));
    }

    private MvcTestResult upload(String who, String name, String text, String key) {
        return http.post()
                .uri("/api/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("kind", "things")
                .header("Idempotency-Key", key)
                .with(world.as(who))
                .exchange();
    }
}
