package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Columns of a file find the custom fields by their names, and what they hold comes in by the rules of the screens. */
class CustomFieldsImportTest extends ImportCase {
    @BeforeAll
    void fields() {
        field("customers", "TEXT", "地标", "Landmark", List.of());
        field("customers", "NUMBER", "门店数", "Shops", List.of());
        field("customers", "DATE", "开业日", "Opened", List.of());
        field("customers", "FLAG", "连锁", "Chain", List.of());
        field("customers", "PERSON", "引荐人", "Introduced by", List.of());
        field("customers", "UNIT", "对口部门", "Our department", List.of());
        field("customers", "CHOICE", "意向", "Stance", List.of("积极/Keen", "冷淡/Cool"));
        field("customers", "CHOICES", "业态", "Formats", List.of("超市/Supermarket", "便利店/Convenience"));
    }

    private void field(String type, String holds, String name, String nameEn, List<String> options) {
        var choices = options.stream()
                .map(o -> Map.of("name", o.split("/")[0], "nameEn", o.split("/")[1], "retired", false))
                .toList();
        var answer = http.post()
                .uri("/api/custom-fields/" + type)
                .with(world.as("admin"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(mapper.writeValueAsString(Map.of(
                        "type",
                        holds,
                        "code",
                        "im_" + nameEn.toLowerCase(Locale.ROOT).replace(' ', '_'),
                        "name",
                        name,
                        "nameEn",
                        nameEn,
                        "choices",
                        choices,
                        "shown",
                        false,
                        "totalled",
                        false,
                        "filterable",
                        false,
                        "searched",
                        false,
                        "retired",
                        false)))
                .exchange();
        assertThat(answer).hasStatus(201);
    }

    @Test
    void aFileFillsThemAndASecondOneLeavesWhatItDoesNotMention() {
        var file = """
                客户名称,地标,门店数,Opened,连锁,引荐人,对口部门,意向,业态
                鹿鸣超市有限公司,钟楼旁,"1,200",2020年3月1日,是,孙经理,华东,积极,超市、便利店
                云栖小店有限公司,,,,否,,,Cool,
                """;
        var one = json(upload("ops", "customers", "a.csv", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(counts(done(run("ops", one, true)))).containsExactly(2, 0, 0, 0);
        var custom = mapper.readTree(custom("鹿鸣超市有限公司"));
        assertThat(custom.at("/im_landmark").asString()).isEqualTo("钟楼旁");
        assertThat(custom.at("/im_shops").asInt()).isEqualTo(1200);
        assertThat(custom.at("/im_opened").asString()).isEqualTo("2020-03-01");
        assertThat(custom.at("/im_chain").asBoolean()).isTrue();
        assertThat(custom.at("/im_introduced_by").asString())
                .isEqualTo(world.id("sun").toString());
        assertThat(custom.at("/im_our_department").asString())
                .isEqualTo(world.id("east").toString());
        assertThat(custom.at("/im_stance").asString()).isEqualTo("keen");
        assertThat(custom.at("/im_formats").size()).isEqualTo(2);
        assertThat(mapper.readTree(custom("云栖小店有限公司")).at("/im_stance").asString())
                .isEqualTo("cool");

        var second =
                json(upload("ops", "customers", "b.csv", "客户名称,门店数\n鹿鸣超市有限公司,1300\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(counts(done(run("ops", second, true)))).containsExactly(0, 1, 0, 0);
        var after = mapper.readTree(custom("鹿鸣超市有限公司"));
        assertThat(after.at("/im_shops").asInt()).isEqualTo(1300);
        assertThat(after.at("/im_landmark").asString()).isEqualTo("钟楼旁");
    }

    @Test
    void aRowWithAWrongValueIsRefusedAtItsField() {
        var file = "客户名称,门店数,业态\n错行有限公司,很多,超市\n生词有限公司,3,菜场\n".getBytes(StandardCharsets.UTF_8);
        var one = json(upload("ops", "customers", "c.csv", file));
        assertThat(counts(done(run("ops", one, true)))).containsExactly(0, 0, 0, 2);
        var refused = rows("ops", one, "REFUSED").toString();
        assertThat(refused).contains("门店数").contains("业态").contains("菜场");
    }

    private String custom(String name) {
        return db.fetchSingle("select custom::text from customers.customer where name = ?", name)
                .get(0, String.class);
    }
}
