package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.World;
import zhanggui.customers.Customers;
import zhanggui.customers.SaveCustomer;

/** A desk to work on opportunities at, in tests: requests in a person's name, and things to work with. */
@Component
public class Desk {
    public final World world;
    private final JsonMapper json;
    private final DSLContext db;
    private final Customers customers;

    Desk(World world, JsonMapper json, DSLContext db, Customers customers) {
        this.world = world;
        this.json = json;
        this.db = db;
        this.customers = customers;
    }

    public At at(MockMvcTester http) {
        world.exists();
        return new At(http);
    }

    public final class At {
        private final MockMvcTester http;

        At(MockMvcTester http) {
            this.http = http;
        }

        public MvcTestResult get(String who, String path) {
            return http.get().uri(URI.create(path)).with(world.as(who)).exchange();
        }

        public MvcTestResult post(String who, String path, Object body) {
            return send(HttpMethod.POST, who, path, body);
        }

        public MvcTestResult put(String who, String path, Object body) {
            return send(HttpMethod.PUT, who, path, body);
        }

        public MvcTestResult delete(String who, String path) {
            return http.delete().uri(path).with(world.as(who)).exchange();
        }

        private MvcTestResult send(HttpMethod method, String who, String path, Object body) {
            return http.method(method)
                    .uri(path)
                    .with(world.as(who))
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(body))
                    .exchange();
        }

        public JsonNode body(MvcTestResult result, int status) {
            var content = result.getResponse().getContentAsByteArray();
            assertThat(result).as(new String(content, StandardCharsets.UTF_8)).hasStatus(status);
            return json.readTree(content);
        }

        public JsonNode created(String who, Map<String, Object> opportunity) {
            return body(post(who, "/api/opportunities", opportunity), 201);
        }

        public JsonNode rows(String who, String query) {
            return body(get(who, "/api/lists/opportunities/rows?" + query), 200);
        }

        /** The stages of the standard pipeline by their English names. */
        public Map<String, String> stages() {
            var stages = new LinkedHashMap<String, String>();
            body(get("li", "/api/pipelines"), 200)
                    .get(0)
                    .get("stages")
                    .forEach(s ->
                            stages.put(s.get("nameEn").asString(), s.get("id").asString()));
            return stages;
        }
    }

    public UUID customer(String name, String owner) {
        return customers.create(SaveCustomer.named(name), world.viewer(owner));
    }

    public UUID contact(UUID customer, String name) {
        return db.fetchSingle(
                        "insert into customers.contact (customer_id, name, created_by) values (?, ?, ?) returning id",
                        customer,
                        name,
                        world.id("li"))
                .get(0, UUID.class);
    }

    public UUID product(String name, int price) {
        var id = db.fetchSingle("insert into products.product (name) values (?) returning id", name)
                .get(0, UUID.class);
        db.execute(
                "insert into products.price (product_id, currency, amount, valid) values (?, 'CNY', ?, '[2000-01-01,)')",
                id,
                price);
        return id;
    }

    public static String filter(String column, String operator, String... values) {
        var quoted = java.util.Arrays.stream(values).map(v -> '"' + v + '"').toList();
        return "filter="
                + encoded("{\"column\":\"%s\",\"operator\":\"%s\",\"values\":%s}".formatted(column, operator, quoted));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
