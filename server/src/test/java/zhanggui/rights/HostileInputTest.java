package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.rights.Rule.Kind;
import zhanggui.rights.Wire.Answer;

/**
 * Whatever is sent to any route is done or refused in words: never a crash, never what the server looks like inside, never
 * half of it saved. {@code -Drights.tries=1000} sends more and other things to each route, {@code -Drights.seed=…} the same again.
 */
class HostileInputTest extends RightsCase {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 8;
    private final long seed =
            Long.getLong("rights.seed", Integer.getInteger("rights.tries") == null ? 1 : new Random().nextLong());
    private final Random random = new Random(seed);
    private final List<String> ids = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Map<String, String> before = Map.of();
    private Wire.Visitor admin;
    private JsonNode api;

    @BeforeAll
    void somebodyWhoMayDoEverything() {
        var small = new SmallFirm(today());
        settlement.settle(small.firm);
        var permissions = small.admin.roles().getFirst().allows().keySet();
        admin = wire.withToken(settlement.token(small.admin.id(), Set.copyOf(permissions)));
        api = admin.read("/api/openapi.json");
        var exhibits = new Exhibits(small, settlement, db, backups);
        for (var kind :
                List.of(Kind.CUSTOMER, Kind.CONTACT, Kind.DEAL, Kind.FOLLOW_UP, Kind.TODO, Kind.PRODUCT, Kind.SEAT)) {
            ids.add(exhibits.of(kind, small.admin).getFirst().fresh().get().id().toString());
        }
        ids.add(UUID.randomUUID().toString());
    }

    @BeforeEach
    void nothingYet() {
        wrong.clear();
    }

    @Test
    void everyBodyIsTakenOrRefusedInWords() {
        before = contents();
        int tries = Integer.getInteger("rights.tries", 24);
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    for (int i = 0; i < tries / BATCH; i++)
                        batch(operation.getKey(), path.getKey(), operation.getValue());
                }));
        assertThat(wrong).as("-Drights.seed=" + seed).isEmpty();
    }

    /** Where all of a batch were refused, everything is as it was. */
    private void batch(String method, String path, JsonNode operation) {
        var sent = new ArrayList<String>();
        var refused = true;
        for (int i = 0; i < BATCH; i++) {
            var schema = operation.at("/requestBody/content/application~1json/schema");
            var body = schema.isMissingNode() ? null : Hostile.body(schema, api.at("/components/schemas"), random);
            var address = address(path, operation);
            var answer = admin.send(method.toUpperCase(java.util.Locale.ROOT), address, body);
            var what = method + " " + shortened(address) + " " + (body == null ? "" : shortened(body));
            sent.add(what);
            judge(what, answer);
            refused &= answer.status() >= 400;
        }
        untilJobsAreOver();
        var after = contents();
        if (refused && !after.equals(before)) wrong.add("left something behind: " + sent);
        before = after;
    }

    private String address(String path, JsonNode operation) {
        var address = path;
        var query = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.get("name").asString();
            if (parameter.get("in").asString().equals("query")) {
                if (random.nextBoolean()) query.add(name + "=" + Wire.encoded(shortEnough()));
                continue;
            }
            var value = random.nextInt(4) == 0 ? Wire.encoded(shortEnough()) : Hostile.any(ids, random);
            address = address.replace(
                    "{" + name + "}", name.equals("list") && random.nextBoolean() ? "customers" : value);
        }
        return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** Addresses have an end. */
    private String shortEnough() {
        var text = Hostile.any(Hostile.TEXTS, random);
        return text.substring(0, Math.min(400, text.length()));
    }

    @Test
    void everyFilterOfEveryListIsAnsweredOrRefusedInWords() {
        for (var list : List.of(
                "customers",
                "contacts",
                "opportunities",
                "activities",
                "tasks",
                "products",
                "people",
                "accounts",
                "imports",
                "jobs",
                "handovers",
                "rates",
                "bin",
                "erasures",
                "due-contacts",
                "outcomes",
                "duplicates",
                "contactduplicates",
                "audit")) {
            var description = admin.read("/api/lists/" + list);
            for (var column : description.get("columns")) {
                for (var operator : column.get("operators"))
                    filter(list, column.get("key").asString(), operator.asString());
            }
            filter(list, "nothing", "IS");
            filter(list, "id", "IS");
            filter(list, "name", "drop");
            for (var question : questions())
                judge(list + "?" + question, admin.get("/api/lists/" + list + "/rows?" + question));
        }
        assertThat(wrong).as("-Drights.seed=" + seed).isEmpty();
    }

    private void filter(String list, String column, String operator) {
        var values = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(2); i++) values.add(shortEnough());
        var filter = JSON.writeValueAsString(Map.of("column", column, "operator", operator, "values", values));
        var path = Hostile.any(List.of("rows?", "export?format=csv&", "groups?by=level&"), random);
        judge(list + " " + filter, admin.get("/api/lists/" + list + "/" + path + "filter=" + Wire.encoded(filter)));
    }

    private static List<String> questions() {
        var deep = "{\"all\":[".repeat(30) + "]}".repeat(30);
        var wide = "{\"any\":[" + "{\"column\":\"x\"},".repeat(100) + "{}]}";
        return List.of(
                "page=0",
                "page=-1",
                "page=99999999999",
                "page=x",
                "size=0",
                "size=501",
                "size=",
                "sort=-",
                "sort=,,,",
                "sort=name%3Bdrop%20table",
                "sort=a,b,c,d,e,f,g",
                "columns=,",
                "columns=id",
                "columns=" + "name,".repeat(300),
                "filter=",
                "filter=null",
                "filter=1",
                "filter=%5B%5D",
                "filter=" + Wire.encoded(deep),
                "filter=" + Wire.encoded(wide),
                "filter=" + Wire.encoded("{\"column\":\"name\",\"operator\":\"IS\",\"values\":{}}"),
                "filter=" + Wire.encoded("{\"column\":\"name\",\"operator\":\"IS\",\"values\":[[1]]}"),
                "q=%00",
                "q=%FF%FE",
                "q=%ED%A0%80",
                "q=" + "x".repeat(3000),
                "q=%25&q=_");
    }

    private void judge(String what, Answer answer) {
        var body = answer.body();
        if (answer.status() >= 500) wrong.add(what + " → " + shortened(answer.toString()));
        if (answer.status() < 400) return;
        for (var inside : List.of("\tat ", "Exception", "org.jooq", "org.postgresql", "zhanggui.", "PSQL", "select ")) {
            if (!what.contains(inside) && body.contains(inside))
                wrong.add(what + " tells of " + inside + ": " + shortened(body));
        }
        if (isRefusedAtTheDoor(what, answer)) return;
        if (!answer.type().startsWith("application/problem+json")) {
            wrong.add(what + " is no problem: " + shortened(answer.toString()));
            return;
        }
        var problem = JSON.readTree(body);
        if (problem.path("detail").asString("").isBlank()
                || problem.path("code").asString("").isBlank()) {
            wrong.add(what + " says nothing: " + shortened(body));
        }
    }

    /** What is no address never comes to the server's own code: Tomcat says so, in its way. */
    private static boolean isRefusedAtTheDoor(String what, Answer answer) {
        return answer.status() == 400 && answer.type().startsWith("text/html") && what.matches("(?s)\\w+ /[^ ?]*%.*");
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
