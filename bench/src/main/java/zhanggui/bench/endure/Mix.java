package zhanggui.bench.endure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import zhanggui.bench.data.Kept;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;

/** What heads of branches ask for: of ten requests seven read, two search, one creates; the n-th is always the same. */
final class Mix implements Traffic.Source {
    private static final int PEOPLE = 6;
    private static final List<String> LISTS = List.of("customers", "opportunities", "activities", "tasks");
    private final long seed;
    private final String name;
    private final AtomicLong created = new AtomicLong();
    private final List<byte[]> reads = new ArrayList<>();
    private final List<byte[]> searches = new ArrayList<>();
    private final List<Created> creations = new ArrayList<>();

    private record Created(Session by, String path, Map<String, Object> body) {}

    /** @param name what the names of created records begin with, to find them again */
    Mix(Server server, Kept kept, long seed, String name) throws Exception {
        this.seed = seed;
        this.name = name;
        var products = server.signIn(Kept.ADMINISTRATOR, kept.password()).get("/api/lists/products/rows?size=10");
        var product = products.get("rows").get(0).get("id").asString();
        for (var head : kept.heads().subList(0, Math.min(PEOPLE, kept.heads().size()))) {
            add(server.signIn(head, kept.password()), product, kept);
        }
    }

    private void add(Session head, String product, Kept kept) throws Exception {
        reads.add(head.asked("/api/session"));
        for (var list : LISTS) {
            var columns = shown(head, list);
            for (int page = 1; page <= 3; page++) {
                reads.add(head.asked(rows(list, "page", "" + page, "size", "50", "columns", columns)));
            }
        }
        var columns = shown(head, "customers");
        for (var customer :
                head.get(rows("customers", "size", "12", "columns", "name")).get("rows")) {
            var id = customer.get("id").asString();
            var called = customer.get("cells").get("name").asString();
            reads.add(head.asked("/api/customers/" + id));
            reads.add(head.asked("/api/customers/" + id + "/timeline"));
            reads.add(head.asked("/api/opportunities/of-customer/" + id + "/summary"));
            var part = called.substring(2, 4);
            searches.add(head.asked(rows("customers", "q", part, "size", "50", "columns", columns)));
            creations.add(new Created(head, "/api/opportunities", deal(id, product, kept)));
        }
        for (var deal :
                head.get(rows("opportunities", "size", "12", "columns", "name")).get("rows")) {
            reads.add(head.asked("/api/opportunities/" + deal.get("id").asString()));
        }
    }

    private static Map<String, Object> deal(String customer, String product, Kept kept) {
        return Map.of(
                "customer",
                customer,
                "expectedClose",
                kept.day().plusDays(40).toString(),
                "source",
                "referral",
                "nextStep",
                "安排演示",
                "nextStepOn",
                kept.day().plusDays(7).toString(),
                "lines",
                List.of(Map.of("product", product, "quantity", 2)));
    }

    @Override
    public byte[] request(long n) {
        var dice = new SplittableRandom(seed ^ n * 0x9E3779B97F4A7C15L);
        int which = dice.nextInt(10);
        if (which < 7) return reads.get(dice.nextInt(reads.size()));
        if (which < 9) return searches.get(dice.nextInt(searches.size()));
        var one = creations.get(dice.nextInt(creations.size()));
        var body = new java.util.HashMap<>(one.body());
        body.put("name", name + " " + created.incrementAndGet());
        return one.by().posted(one.path(), body);
    }

    /** How many creating requests were made. */
    long created() {
        return created.get();
    }

    private static String shown(Session session, String list) throws Exception {
        var shown = new ArrayList<String>();
        for (JsonNode column : session.get("/api/lists/" + list).get("columns")) {
            if (column.get("shown").asBoolean()) shown.add(column.get("key").asString());
        }
        return String.join(",", shown);
    }

    private static String rows(String list, String... namesAndValues) {
        var path = new StringBuilder("/api/lists/" + list + "/rows");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            path.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=');
            path.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return path.toString();
    }
}
