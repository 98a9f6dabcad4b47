package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportSpecTest extends ImportCase {
    @Test
    void gb18030WithTitlesAndSemicolonsIsOverridable() {
        var text = "2017年统计表\n\n名称;金额\n甲;1\n";
        var one = json(upload("ops", "things", "a.csv", text.getBytes(Charset.forName("GB18030"))));
        assertThat(one.at("/layout").toString())
                .isEqualTo(
                        "{\"format\":\"CSV\",\"encoding\":\"GB18030\",\"separator\":\";\",\"sheet\":null,\"headerLine\":3}");
        assertThat(one.at("/head/0/cells/0").asString()).isEqualTo("2017年统计表");
        var changed =
                changed("ops", one, Map.of("layout", Map.of("encoding", "GB18030", "separator", ",", "headerLine", 3)));
        assertThat(changed.at("/columns/0/heading").asString()).isEqualTo("名称;金额");
        assertThat(changed.at("/layout/separator").asString()).isEqualTo(",");
        assertThat(change("ops", changed, Map.of("layout", Map.of("headerLine", 2))))
                .hasStatus(422);
    }

    @Test
    void unknownValuesAreListedDecidedAndRemembered() {
        var file = "name,color,owner\n甲,gren,李雷雷\n乙,gren,李雷雷\n丙,purple,李雷\n丁,red,\n戊,black,李雷\n己,white,李雷\n";
        var one = uploaded("ops", "a.csv", file);
        var colors = one.at("/unknown/0");
        assertThat(colors.at("/field").asString()).isEqualTo("color");
        assertThat(colors.at("/total").asInt()).isEqualTo(4);
        assertThat(colors.at("/mayCreate").asBoolean()).isTrue();
        assertThat(colors.at("/texts/0").toString())
                .isEqualTo(
                        "{\"text\":\"gren\",\"count\":2,\"decision\":null,\"suggestion\":{\"value\":\"green\",\"label\":\"green\"}}");
        var owners = one.at("/unknown/1");
        assertThat(owners.at("/list").asString()).isEqualTo("people");
        assertThat(owners.at("/texts/0/suggestion/value").asString())
                .isEqualTo(world.id("li").toString());

        assertThat(done(check("ops", one)).at("/result/refused").asInt()).isEqualTo(5);

        var li = world.id("li").toString();
        var decided = changed(
                "ops",
                one,
                Map.of(
                        "decisions",
                        Map.of(
                                "color",
                                Map.of(
                                        "gren", Map.of("action", "USE", "value", "green", "label", "green"),
                                        "purple", Map.of("action", "CREATE"),
                                        "black", Map.of("action", "EMPTY"),
                                        "*", Map.of("action", "REFUSE")),
                                "owner",
                                Map.of("李雷雷", Map.of("action", "USE", "value", li)))));
        assertThat(decided.at("/state").asString()).isEqualTo("UPLOADED");
        assertThat(decided.at("/report").isNull()).isTrue();
        var imported = done(run("ops", decided, true));
        assertThat(counts(imported)).containsExactly(5, 0, 0, 1);
        assertThat(db.fetch("select name || ':' || coalesce(color, '-') from things.thing order by name collate \"C\"")
                        .getValues(0))
                .asString()
                .contains("甲:green", "乙:green", "丙:purple", "丁:red", "戊:-");
        assertThat(db.fetchCount(db.selectFrom("things.color"))).isEqualTo(1);
        assertThat(db.fetchValue("select text from things.alias")).isEqualTo("李雷雷");
        assertThat(db.fetchCount(db.selectFrom("things.thing").where("owner = ?::uuid", li)))
                .isEqualTo(4);

        db.execute("delete from things.thing");
        var next = uploaded("ops", "b.csv", file);
        assertThat(next.at("/decisions/color/gren/value").asString()).isEqualTo("green");
        assertThat(next.at("/decisions/color/black/action").asString()).isEqualTo("EMPTY");
        assertThat(next.at("/decisions/color/white").isMissingNode()).isTrue();
        assertThat(next.at("/decisions/owner/李雷雷/value").asString()).isEqualTo(li);
    }

    @Test
    void decisionsAreCheckedAgainstWhatThereIs() {
        var one = uploaded("ops", "a.csv", "name,color,owner\n甲,gren,某人\n");
        var wrong = change(
                "ops",
                one,
                Map.of(
                        "decisions",
                        Map.of(
                                "color", Map.of("gren", Map.of("action", "USE", "value", "yellow")),
                                "owner",
                                        Map.of(
                                                "某人",
                                                Map.of(
                                                        "action",
                                                        "USE",
                                                        "value",
                                                        UUID.randomUUID().toString()))),
                        "constants",
                        Map.of("name", "x", "amount", "many"),
                        "mapping",
                        Map.of("0", "name", "1", "name", "9", "day")));
        assertThat(wrong).hasStatus(422);
        assertThat(mapper.readTree(bytes(wrong)).at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "mapping.1",
                        "mapping.9",
                        "constants.name",
                        "constants.amount",
                        "decisions.color.gren",
                        "decisions.owner.某人");
    }

    @Test
    void aMappingIsRememberedForTheNextFile() {
        var one = uploaded("ops", "a.csv", "Bezeichnung,title\n甲,x\n");
        assertThat(one.at("/mapping").toString()).isEqualTo("{\"1\":\"name\"}");
        var mapping = new HashMap<String, Object>();
        mapping.put("0", "name");
        mapping.put("1", null);
        done(run("ops", changed("ops", one, Map.of("mapping", mapping)), false));
        var next = uploaded("admin", "b.csv", "title,Bezeichnung\nx,乙\n");
        assertThat(next.at("/mapping").toString()).isEqualTo("{\"1\":\"name\"}");
        assertThat(next.at("/columns/1/suggestedBy").asString()).isEqualTo("memory");
    }

    @Test
    void aStaleChangeIsRefusedWithWhatIsThere() {
        var one = uploaded("ops", "a.csv", GOOD);
        changed("ops", one, Map.of());
        var stale = change("ops", one, Map.of());
        assertThat(stale).hasStatus(409);
        assertThat(mapper.readTree(bytes(stale)).at("/current/version").asInt()).isEqualTo(2);
    }
}
