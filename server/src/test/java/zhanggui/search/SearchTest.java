package zhanggui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** What is found, by what, by whom and in which order; on a database of its own, as it changes the role of salespeople. */
@TestPropertySource(properties = "test.database=search")
class SearchTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private Desk.At at;
    private String chongqing;

    @BeforeAll
    void company() {
        at = desk.at(http);
        chongqing =
                customer("li", "重庆乐山单车科技有限公司", Map.of("phone", "+86 592 555 1234", "creditCode", "91350100M000100Y43"));
        at.body(
                at.post(
                        "li",
                        "/api/customers/" + chongqing + "/contacts",
                        Map.of("name", "曾令欣", "mobile", "13812345678", "email", "zeng@example.com")),
                201);
        at.created("li", Map.of("name", "长沙会议中心改造", "customer", chongqing, "amount", 1, "currency", "CNY"));
        at.body(
                at.post(
                        "ops",
                        "/api/products",
                        Map.of(
                                "name",
                                "绿源离心泵",
                                "code",
                                "LX-900",
                                "aliases",
                                List.of(),
                                "prices",
                                List.of(Map.of("currency", "CNY", "amount", 5, "from", "2020-01-01")))),
                201);
        at.body(
                at.post(
                        "li",
                        "/api/activities",
                        Map.of(
                                "kind",
                                "CALL",
                                "happenedAt",
                                "2026-01-02T03:04:05Z",
                                "text",
                                "客户很满意。".repeat(30) + "下次带样机过去演示",
                                "customer",
                                chongqing)),
                201);
        at.body(
                at.post(
                        "li",
                        "/api/tasks",
                        Map.of("title", "准备投标文件", "dueOn", "2030-01-01", "priority", "NORMAL", "customer", chongqing)),
                201);
    }

    @Test
    void customersAreFoundByWordsPinyinInitialsNumbersAndPhones() {
        var number = at.body(at.get("li", "/api/customers/" + chongqing), 200)
                .get("number")
                .asString();
        for (var typed : List.of(
                "重庆",
                "乐山单车",
                "chongqing",
                "zhongqing",
                "ChongQing LeShan",
                "chóngqìng",
                "chongq",
                "leshan",
                "yueshan",
                "shanche",
                "danche",
                "cqls",
                "kjyx",
                number,
                number.toLowerCase(java.util.Locale.ROOT),
                "5925551234",
                "0592-555 1234",
                "+86 592 5551234",
                "91350100M000100Y43",
                "350100m0001")) {
            assertThat(titles("li", typed, "customers")).as(typed).contains("重庆乐山单车科技有限公司");
        }
        for (var typed : List.of("ongqing", "hongqing", "cqsl", "重 庆", "zhangqing", "92555123499"))
            assertThat(titles("li", typed, "customers")).as(typed).isEmpty();
    }

    @Test
    void everyKindOfRecordIsFound() {
        for (var typed : List.of("曾令", "令欣", "zengling", "ceng", "zlx", "13812345678", "138 1234", "zeng@exam"))
            assertThat(titles("li", typed, "contacts")).as(typed).contains("曾令欣");
        for (var typed : List.of("会议", "changsha", "zhangsha", "kuaiyi", "huiyi", "cshy", "重庆乐山"))
            assertThat(titles("li", typed, "opportunities")).as(typed).contains("长沙会议中心改造");
        for (var typed : List.of("离心", "lvyuan", "luyuan", "lüyuan", "lylxb", "LX-900", "lx-9"))
            assertThat(titles("li", typed, "products")).as(typed).contains("绿源离心泵");
        for (var typed : List.of("孙经", "sunjingli", "sjl"))
            assertThat(titles("li", typed, "people")).as(typed).contains("孙经理");
        for (var typed : List.of("投标", "toubiao", "zbtb")) {
            assertThat(titles("li", typed, "tasks")).as(typed).contains("准备投标文件");
        }
        var followUp = hits("li", "样机", "activities").getFirst();
        assertThat(marked(followUp)).isEqualTo("样机");
        assertThat(followUp.get("title").asString().length()).isLessThan(90);
    }

    @Test
    void whatWasLookedForIsMarked() {
        assertThat(marked(hits("li", "shanche", "customers").getFirst())).isEqualTo("单车");
        assertThat(marked(hits("li", "lsdc", "customers").getFirst())).isEqualTo("乐山单车");
        assertThat(marked(hits("li", "科技", "customers").getFirst())).isEqualTo("科技");
        var byPhone = hits("li", "0592-5551234", "customers").getFirst();
        assertThat(byPhone.get("marks")).isEmpty();
        assertThat(byPhone.get("by").get("label").asString()).isEqualTo("电话");
        assertThat(byPhone.get("by").get("text").asString()).isEqualTo("+865925551234");
    }

    @Test
    void nobodyFindsWhatIsOutOfReach() {
        assertThat(titles("sun", "chongqing", "customers")).isNotEmpty();
        for (var typed : List.of("重庆乐山", "chongqing", "cqls", "91350100M000100Y43"))
            assertThat(found("zhao", typed).toString()).as(typed).doesNotContain(chongqing);
        assertThat(titles("zhao", "zengling", "contacts")).isEmpty();
        assertThat(titles("zhao", "changsha", "opportunities")).isEmpty();
        assertThat(titles("zhao", "toubiao", "tasks")).isEmpty();
        assertThat(titles("zhao", "样机", "activities")).isEmpty();
        // Whoever takes part reaches it, and it is their own.
        customer("zhao", "共享客户甲乙丙", Map.of());
        var id = hits("zhao", "共享客户", "customers").getFirst().get("id").asString();
        db.execute(
                "insert into customers.collaborator (customer_id, person_id) values (?::uuid, ?)",
                id,
                desk.world.id("wang"));
        assertThat(hits("wang", "gongxiang", "customers").getFirst().get("own").asBoolean())
                .isTrue();
    }

    @Test
    void theSameNameComesFirstThenOnesOwnThenWhatBeginsSo() {
        customer("wang", "鹭岛灯具", Map.of());
        customer("li", "厦门鹭岛灯具厂", Map.of());
        customer("wang", "鹭岛灯具销售", Map.of());
        customer("wang", "新鹭岛灯具", Map.of());
        assertThat(titles("zhou", "鹭岛灯具", "customers")).startsWith("鹭岛灯具", "鹭岛灯具销售");
        assertThat(titles("li", "鹭岛灯具", "customers")).isEqualTo(List.of("厦门鹭岛灯具厂"));
        assertThat(titles("zhou", "ludaodengju", "customers")).startsWith("鹭岛灯具", "鹭岛灯具销售");
        customer("zhou", "老鹭岛灯具", Map.of());
        assertThat(titles("zhou", "鹭岛灯具", "customers")).startsWith("鹭岛灯具", "老鹭岛灯具", "鹭岛灯具销售");
        var last = hits("zhou", "新鹭岛灯具", "customers").getFirst().get("id").asString();
        open("zhou", "customers", last);
        assertThat(titles("zhou", "鹭岛灯具", "customers").subList(0, 3)).containsExactly("鹭岛灯具", "新鹭岛灯具", "老鹭岛灯具");
    }

    @Test
    void ofVeryManyTheLikelyOnesAreAmongThose() {
        db.execute(
                "insert into customers.customer (name, owner_id, created_by)"
                        + " select '千篇一律贸易' || n || '号', ?, ? from generate_series(1, 400) n",
                desk.world.id("wang"),
                desk.world.id("wang"));
        customer("wang", "一律", Map.of());
        customer("zhou", "又是千篇一律", Map.of());
        for (var typed : List.of("一律", "yilv")) {
            var titles = titles("zhou", typed, "customers");
            assertThat(titles).as(typed).startsWith("一律", "又是千篇一律").hasSize(5);
        }
        var group = groups("zhou", "一律").get("customers");
        assertThat(group.get("more").asBoolean()).isTrue();
    }

    @Test
    void whatIsClosedIsNeitherFoundNorShown() {
        var secret = customer(
                "wu", "关门客户", Map.of("phone", "13900001111", "shortName", "暗号简称", "creditCode", "91350200M0001A2B35"));
        var before = rule(Map.of(
                "customers",
                        Map.of(
                                "phone",
                                "MASKED",
                                "creditCode",
                                "HIDDEN",
                                "shortName",
                                "HIDDEN",
                                "number",
                                "HIDDEN",
                                "city",
                                "HIDDEN"),
                "contacts", Map.of("mobile", "MASKED", "email", "HIDDEN")));
        try {
            for (var typed : List.of("13900001111", "139-0000-1111", "91350200M0001A2B35", "暗号", "anhao"))
                assertThat(found("wu", typed)).as(typed).isEmpty();
            var hit = hits("wu", "guanmen", "customers").getFirst();
            assertThat(hit.get("id").asString()).isEqualTo(secret);
            assertThat(hit.toString()).doesNotContain("139", "暗号", "number");
            assertThat(titles("li", "zengling", "contacts")).contains("曾令欣");
            for (var typed : List.of("13812345678", "zeng@exam"))
                assertThat(titles("li", typed, "contacts")).as(typed).isEmpty();
            assertThat(titles("sun", "13812345678", "contacts")).contains("曾令欣");
        } finally {
            rule(before);
        }
    }

    @Test
    void whatWasOpenedLatelyIsThereUntilItIsOutOfReach() {
        var mine = customer("wu", "近来打开的客户", Map.of());
        var other = customer("wu", "更近打开的客户", Map.of());
        open("wu", "customers", mine);
        open("wu", "customers", other);
        assertThat(opened("wu")).containsExactly("更近打开的客户", "近来打开的客户");
        open("wu", "customers", mine);
        assertThat(opened("wu")).containsExactly("近来打开的客户", "更近打开的客户");
        assertThat(at.put("zhao", "/api/search/opened/customers/" + mine, Map.of()))
                .hasStatus(404);
        assertThat(at.put("wu", "/api/search/opened/nothing/" + mine, Map.of())).hasStatus(404);
        db.execute("update customers.customer set owner_id = ? where id = ?::uuid", desk.world.id("zhao"), mine);
        assertThat(opened("wu")).containsExactly("更近打开的客户");
        for (int i = 0; i < 60; i++) {
            db.execute(
                    "insert into search.opened (person_id, list, record_id, opened_at) values (?, 'tasks', ?, now() - interval '1 day')",
                    desk.world.id("wu"),
                    UUID.randomUUID());
        }
        open("wu", "customers", other);
        assertThat(db.fetchSingle("select count(*) from search.opened where person_id = ?", desk.world.id("wu"))
                        .get(0, Integer.class))
                .isLessThanOrEqualTo(61);
        assertThat(opened("wu")).containsExactly("更近打开的客户");
    }

    @Test
    void whateverIsTypedIsAnswered() {
        for (var typed :
                List.of("", "a", "单", "%", "__", "\\", "'", "a'b", "ü", "。。", "--", "  ", "😀😀", "x".repeat(100)))
            assertThat(at.get("li", "/api/search?q=" + Desk.encoded(typed)))
                    .as(typed)
                    .hasStatusOk();
        assertThat(at.get("li", "/api/search?q=" + "x".repeat(101))).hasStatus(422);
        assertThat(at.get("li", "/api/search?q=%00%00")).hasStatus(422);
        assertThat(found("li", "__")).isEmpty();
    }

    /** However a name comes in, it is found as it sounds. */
    @Test
    void renamedRecordsAreFoundByTheirNewNamesOnly() {
        var id = customer("wang", "旧名青峰", Map.of());
        assertThat(titles("wang", "jiuming", "customers")).isNotEmpty();
        db.execute("update customers.customer set name = '新名翠谷' where id = ?::uuid", id);
        assertThat(titles("wang", "jiuming", "customers")).isEmpty();
        assertThat(titles("wang", "xinmingcuigu", "customers")).containsExactly("新名翠谷");
    }

    @Test
    void namesSoundInEveryUsualWay() {
        assertThat(sounds("重庆")).isEqualTo("ChongQing\nZhongQing\n=ccqq\n=zzqq");
        assertThat(sounds("单雄信（A座）"))
                .startsWith("DanXiongXinAZuo")
                .contains("ShanXiongXinAZuo", "=ddxxxxaazz", "=ssxxxxaazz");
        assertThat(sounds("厦门银行")).contains("XiaMenYinHang", "XiaMenYinXing");
        assertThat(sounds("Acme 12")).isEmpty();
        assertThat(sounds("曾曾曾曾曾").lines().filter(line -> !line.startsWith("=")))
                .hasSize(8);
        assertThat(sounds("𠮷野家")).startsWith("YeJia");
    }

    private String sounds(String name) {
        return db.fetchSingle("select public.sounds(?)", name).get(0, String.class);
    }

    private String customer(String who, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("name", name);
        return at.body(at.post(who, "/api/customers", body), 201).get("id").asString();
    }

    private void open(String who, String list, String id) {
        assertThat(at.put(who, "/api/search/opened/" + list + "/" + id, Map.of()))
                .hasStatus(204);
    }

    private List<String> opened(String who) {
        return titles(at.body(at.get(who, "/api/search/opened"), 200));
    }

    private JsonNode found(String who, String typed) {
        return at.body(at.get(who, "/api/search?q=" + Desk.encoded(typed)), 200);
    }

    private Map<String, JsonNode> groups(String who, String typed) {
        var groups = new HashMap<String, JsonNode>();
        found(who, typed).forEach(group -> groups.put(group.get("list").asString(), group));
        return groups;
    }

    private List<JsonNode> hits(String who, String typed, String list) {
        var group = groups(who, typed).get(list);
        return group == null
                ? List.of()
                : StreamSupport.stream(group.get("hits").spliterator(), false).toList();
    }

    private List<String> titles(String who, String typed, String list) {
        return hits(who, typed, list).stream()
                .map(hit -> hit.get("title").asString())
                .toList();
    }

    private static List<String> titles(JsonNode hits) {
        var titles = new ArrayList<String>();
        hits.forEach(hit -> titles.add(hit.get("title").asString()));
        return titles;
    }

    private static String marked(JsonNode hit) {
        var mark = hit.get("marks").get(0);
        return hit.get("title")
                .asString()
                .substring(mark.get("from").asInt(), mark.get("to").asInt());
    }

    /** @return what was ruled before */
    private Map<String, Map<String, String>> rule(Map<String, Map<String, String>> rules) {
        var role = StreamSupport.stream(
                        at.body(at.get("admin", "/api/roles"), 200).spliterator(), false)
                .filter(r -> "salesperson".equals(r.get("code").asString()))
                .findFirst()
                .orElseThrow();
        var fields = new ArrayList<Map<String, String>>();
        rules.forEach((list, of) ->
                of.forEach((field, level) -> fields.add(Map.of("list", list, "field", field, "level", level))));
        at.body(
                at.put(
                        "admin",
                        "/api/roles/" + role.get("id").asString(),
                        Map.of(
                                "name", role.get("name"),
                                "nameEn", role.get("nameEn"),
                                "allows", role.get("allows"),
                                "fields", fields,
                                "version", role.get("version"))),
                200);
        return Map.of();
    }
}
