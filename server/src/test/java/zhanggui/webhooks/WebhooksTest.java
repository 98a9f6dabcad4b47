package zhanggui.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;

/** Messages to another system, which is a real one here and misbehaves in every way. */
@TestPropertySource(
        properties = {
            "test.database=webhooks",
            "db-scheduler.enabled=false",
            "zhanggui.webhooks.allow=127.0.0.1/32",
            "zhanggui.webhooks.patience=5s"
        })
class WebhooksTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Sending sending;

    private record Got(String path, String id, String timestamp, String signature, String body) {}

    private final List<Got> got = Collections.synchronizedList(new ArrayList<>());
    private HttpServer receiver;

    @BeforeAll
    void receiver() throws IOException {
        world.exists();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterAll
    void stop() {
        receiver.stop(0);
    }

    @BeforeEach
    void nothingSent() {
        for (var one : read("/api/webhooks").get("endpoints")) {
            assertThat(send(HttpMethod.DELETE, "/api/webhooks/" + one.get("id").asString(), ""))
                    .hasStatus(204);
        }
        db.execute("delete from webhooks.message");
        db.execute("delete from notices.notice");
        got.clear();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        got.add(new Got(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        switch (exchange.getRequestURI().getPath()) {
            case "/fails" -> answer(exchange, 500, "out of \u0000order");
            case "/gone" -> answer(exchange, 410, "");
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/ok");
                answer(exchange, 302, "");
            }
            case "/hangs" -> sleep(9000);
            case "/drips" -> {
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 90; i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    sleep(100);
                }
            }
            case "/huge" -> {
                exchange.sendResponseHeaders(200, 0);
                var much = new byte[1 << 20];
                for (int i = 0; i < 50; i++) exchange.getResponseBody().write(much);
            }
            default -> answer(exchange, 200, "ok");
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aMessageSaysWhichRecordAndIsSigned() throws Exception {
        var made = enter("/ok", "customers.created", "customers.changed");
        var id = customer("签名科技");
        sendAll();
        assertThat(got).hasSize(1);
        var message = got.getFirst();
        var body = JsonMapper.shared().readTree(message.body());
        assertThat(body.get("type").asString()).isEqualTo("customers.created");
        assertThat(body.at("/data/list").asString()).isEqualTo("customers");
        assertThat(body.at("/data/records/0/id").asString()).isEqualTo(id);
        assertThat(body.at("/data/records/0/fields")).isEmpty();
        assertThat(message.body()).as("no values").doesNotContain("签名科技");
        assertThat(message.signature())
                .isEqualTo("v1," + signed(made.get("secret").asString(), message));
        sendAll();
        assertThat(got).as("once").hasSize(1);
        var shown = deliveries(made).at("/deliveries/0");
        assertThat(shown.get("state").asString()).isEqualTo("DONE");
        assertThat(shown.at("/attempts/0/status").asInt()).isEqualTo(200);
        assertThat(shown.at("/attempts/0/answer").asString()).isEqualTo("ok");
    }

    @Test
    void aNewSecretSignsBesideTheFormerOne() throws Exception {
        var made = enter("/ok", "customers.created");
        var answer = send(HttpMethod.POST, "/api/webhooks/" + id(made) + "/secret", "");
        var next = body(answer).get("secret").asString();
        customer("轮换科技");
        sendAll();
        assertThat(got.getFirst().signature().split(" "))
                .containsExactly(
                        "v1," + signed(next, got.getFirst()),
                        "v1," + signed(made.get("secret").asString(), got.getFirst()));
        assertThat(read("/api/webhooks").toString()).doesNotContain("whsec_");
        assertThat(db.fetchValue("select encode(secret, 'base64') from webhooks.endpoint"))
                .as("encrypted")
                .asString()
                .doesNotContain(next.substring(6, 20));
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdUntilItIsDeadAndThenReplayed() throws Exception {
        var made = enter("/fails", "customers.created");
        customer("失败科技");
        for (int i = 0; i <= Sending.PAUSES.size(); i++) {
            sendAll();
            db.execute("update webhooks.delivery set due_at = now()");
        }
        sendAll();
        assertThat(got).hasSize(Sending.PAUSES.size() + 1);
        assertThat(got.stream().map(Got::id).distinct()).hasSize(1);
        var shown = deliveries(made).at("/deliveries/0");
        assertThat(shown.get("state").asString()).isEqualTo("DEAD");
        assertThat(shown.at("/attempts/0/status").asInt()).isEqualTo(500);
        assertThat(read("/api/webhooks").at("/endpoints/0/dead").asInt()).isEqualTo(1);
        assertThat(read("/api/webhooks").at("/endpoints/0/failingSince").isNull())
                .isFalse();
        move(made, "/ok", 1);
        assertThat(send(HttpMethod.POST, "/api/webhooks/" + id(made) + "/replay", ""))
                .hasStatusOk();
        sendAll();
        assertThat(deliveries(made).at("/deliveries/0/state").asString()).isEqualTo("DONE");
        var delivery = deliveries(made).at("/deliveries/0/id").asString();
        assertThat(send(HttpMethod.POST, "/api/webhooks/deliveries/" + delivery + "/replay", ""))
                .hasStatusOk();
        sendAll();
        assertThat(got.stream().map(Got::id).distinct()).hasSize(1);
        assertThat(got).hasSize(Sending.PAUSES.size() + 3);
    }

    @Test
    void whoHangsDripsRedirectsOrSaysTooMuchHarmsNobody() throws Exception {
        var hangs = enter("/hangs", "customers.created");
        var drips = enter("/drips", "customers.created");
        var moved = enter("/moved", "customers.created");
        var huge = enter("/huge", "customers.created");
        var ok = enter("/ok", "customers.created");
        customer("各种科技");
        sendAll();
        assertThat(problem(hangs)).contains("no answer within");
        assertThat(problem(drips)).contains("no answer within");
        assertThat(deliveries(moved).at("/deliveries/0/attempts/0/status").asInt())
                .isEqualTo(302);
        assertThat(deliveries(moved).at("/deliveries/0/state").asString()).isEqualTo("WAITING");
        assertThat(deliveries(huge).at("/deliveries/0/attempts/0/answer").asString())
                .hasSizeLessThanOrEqualTo(2000);
        assertThat(deliveries(ok).at("/deliveries/0/state").asString()).isEqualTo("DONE");
        assertThat(got.stream().filter(g -> g.path().equals("/ok")))
                .as("no redirect is followed")
                .hasSize(1);
    }

    @Test
    void addressesInsideAreNotReachedWhateverTheDatabaseSays() throws Exception {
        var made = enter("/ok", "customers.created");
        db.execute("update webhooks.endpoint set url = 'https://10.255.255.1/in'");
        customer("内网科技");
        sendAll();
        assertThat(problem(made)).contains("may not be reached");
        db.execute("update webhooks.endpoint set url = 'https://localhost/in'");
        db.execute("update webhooks.delivery set due_at = now()");
        sendAll();
        assertThat(problem(made)).as("by name").containsAnyOf("not an address on the public internet", "localhost");
        assertThat(got).isEmpty();
        assertThat(send(HttpMethod.POST, "/api/webhooks", entered("https://192.168.0.1/", "customers.created")))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, "/api/webhooks", entered("https://hooks.example.com/", "nothing.created")))
                .hasStatus(422);
    }

    @Test
    void aMessageOfADeadServerIsSentByAnother() throws Exception {
        enter("/ok", "customers.created");
        customer("中断科技");
        db.execute("update webhooks.delivery set attempts = 1, claimed_until = now() + interval '2 minutes'");
        sendAll();
        assertThat(got).isEmpty();
        db.execute("update webhooks.delivery set claimed_until = now() - interval '1 second'");
        sendAll();
        assertThat(got).hasSize(1);
    }

    @Test
    void manyRecordsMakeFewMessages() throws Exception {
        enter("/ok", "customers.changed");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 12; i++) ids.add(customer("批量科技" + i));
        var body = "{\"owner\":\"%s\",\"selection\":{\"ids\":[\"%s\"],\"all\":false}}"
                .formatted(world.id("li"), String.join("\",\"", ids));
        assertThat(as("zhou", HttpMethod.POST, "/api/customers/assign", body)).hasStatusOk();
        sendAll();
        assertThat(got).hasSize(1);
        var data = JsonMapper.shared().readTree(got.getFirst().body()).get("data");
        assertThat(data.get("action").asString()).isEqualTo("assigned");
        assertThat(data.get("records")).hasSize(12);
        assertThat(data.at("/records/0/fields").toString()).isEqualTo("[\"owner\"]");
    }

    @Test
    void noticesArePassedOnToo() throws Exception {
        enter("/ok", "notice.assigned");
        var id = customer("通知科技");
        var body = "{\"owner\":\"%s\",\"selection\":{\"ids\":[\"%s\"],\"all\":false}}".formatted(world.id("li"), id);
        assertThat(as("zhou", HttpMethod.POST, "/api/customers/assign", body)).hasStatusOk();
        sendAll();
        var data = JsonMapper.shared().readTree(got.getFirst().body()).get("data");
        assertThat(data.at("/notices/0/person").asString())
                .isEqualTo(world.id("li").toString());
        assertThat(data.at("/notices/0/record").asString()).isEqualTo(id);
    }

    @Test
    void whatIsGoneOrFailsForDaysIsSwitchedOffAndAdministratorsAreTold() throws Exception {
        enter("/gone", "customers.created");
        customer("关闭科技");
        sendAll();
        var shown = read("/api/webhooks").at("/endpoints/0");
        assertThat(shown.get("enabled").asBoolean()).isFalse();
        assertThat(shown.get("disabledBecause").asString()).contains("410");
        assertThat(read("/api/notices").at("/notices/0/text").asString())
                .contains("/gone")
                .contains("已停用");
        var failing = enter("/fails", "customers.created");
        db.execute(
                "update webhooks.endpoint set failing_since = now() - interval '6 days' where id = ?::uuid",
                id(failing));
        customer("久病科技");
        sendAll();
        assertThat(db.fetchValue("select count(*) from webhooks.endpoint where enabled"))
                .isEqualTo(0L);
    }

    @Test
    void aTrialCopySendsNothing() throws Exception {
        enter("/ok", "customers.created");
        customer("副本科技");
        db.execute("update company.settings set trial_copy = true");
        try {
            sendAll();
            assertThat(got).isEmpty();
        } finally {
            db.execute("update company.settings set trial_copy = false");
        }
    }

    @Test
    void whereNothingIsWantedNothingIsKept() {
        customer("无人科技");
        assertThat(db.fetchValue("select count(*) from webhooks.message")).isEqualTo(0L);
    }

    private void sendAll() throws Exception {
        for (Future<?> one : sending.send()) one.get();
    }

    private JsonNode enter(String path, String... types) {
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        var answer = send(HttpMethod.POST, "/api/webhooks", entered(url, types));
        assertThat(answer).hasStatus(201);
        return body(answer);
    }

    private void move(JsonNode made, String path, int version) {
        var url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        var entered = entered(url, "customers.created").replace("null", String.valueOf(version));
        assertThat(send(HttpMethod.PUT, "/api/webhooks/" + id(made), entered)).hasStatus(204);
    }

    private static String entered(String url, String... types) {
        return "{\"name\":\"%s\",\"url\":\"%s\",\"types\":[\"%s\"],\"enabled\":true,\"version\":null}"
                .formatted(url, url, String.join("\",\"", types));
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private JsonNode deliveries(JsonNode made) {
        return read("/api/webhooks/" + id(made) + "/deliveries");
    }

    private String problem(JsonNode made) {
        return deliveries(made).at("/deliveries/0/attempts/0/problem").asString();
    }

    /** As the other side would check it. */
    private static String signed(String secret, Got message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update(message.id().getBytes(UTF_8));
        mac.update((byte) '.');
        mac.update(message.timestamp().getBytes(UTF_8));
        mac.update((byte) '.');
        return Base64.getEncoder().encodeToString(mac.doFinal(message.body().getBytes(UTF_8)));
    }

    private String customer(String name) {
        var answer = as("zhou", HttpMethod.POST, "/api/customers", "{\"name\":\"" + name + "\"}");
        assertThat(answer).hasStatus(201);
        return body(answer).get("id").asString();
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        return as("admin", method, uri, body);
    }

    private MvcTestResult as(String who, HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode read(String uri) {
        var answer = http.get().uri(uri).with(world.as("admin")).exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static JsonNode body(MvcTestResult answer) {
        try {
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsString(UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
