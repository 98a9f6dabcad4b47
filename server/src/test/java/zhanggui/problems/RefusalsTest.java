package zhanggui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.multipart.MultipartException;
import zhanggui.TestApplication;
import zhanggui.World;

/** Bad input and a database that cannot answer are refused in words, never with a 500. */
@TestPropertySource(
        properties = {
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.datasource.hikari.connection-timeout=500",
            "spring.datasource.hikari.connection-init-sql=set role zhanggui_app; set lock_timeout = '300ms'; set statement_timeout = '3s'"
        })
class RefusalsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    HikariDataSource pool;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void anEmptyPoolAsksToComeBack() throws Exception {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                try {
                    taken.add(pool.getConnection());
                } catch (java.sql.SQLTransientConnectionException e) {
                    break;
                }
            }
            for (var path : List.of("/api/lists/customers/rows", "/api/session", "/api/customers/" + world.id("li"))) {
                assertAway(get(path));
            }
        } finally {
            for (var connection : taken) connection.close();
        }
        assertThat(get("/api/lists/customers/rows")).hasStatusOk();
    }

    @Test
    void aLockedTableAsksToComeBackAndOthersGoOn() throws Exception {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("reset role");
            statement.execute("lock table customers.customer in access exclusive mode");
            assertAway(get("/api/lists/customers/rows"));
            assertThat(get("/api/lists/products/rows")).hasStatusOk();
            connection.rollback();
        }
        assertThat(get("/api/lists/customers/rows")).hasStatusOk();
    }

    @Test
    void manyWhoWaitForALockedTableLeaveRoomForOthers() throws Exception {
        var waiting = new ArrayList<Future<MvcTestResult>>();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("reset role");
            statement.execute("lock table customers.customer in access exclusive mode");
            for (int i = 0; i < 20; i++) {
                for (var path :
                        List.of("lists/customers/rows", "lists/customers/export", "customers/" + UUID.randomUUID()))
                    waiting.add(people.submit(() -> get("/api/" + path)));
            }
            for (int i = 0; i < 20; i++)
                assertThat(get("/api/lists/products/rows")).hasStatusOk();
            for (var one : waiting) assertAway(one.get(60, TimeUnit.SECONDS));
            connection.rollback();
        }
        assertThat(get("/api/lists/customers/rows")).hasStatusOk();
    }

    @Test
    void aFileThatCannotBeWrittenIsTheServersFaultAndABrokenOneIsNot() {
        var full = new MultipartException("upload", new IOException("No space left on device"));
        var gone = new MultipartException("upload", new ClientAbortException(new IOException("Connection reset")));
        assertThat(Causes.isStorageFull(full)).isTrue();
        assertThat(Causes.isStorageFull(gone)).isFalse();
        assertThat(Causes.isStorageFull(new MultipartException("no boundary"))).isFalse();
        assertThat(Causes.isStorageFull(new IllegalStateException(new SQLException("full", "53100"))))
                .isTrue();
    }

    @Test
    void aQuestionThatTakesTooLongIsGivenUpAndOthersGoOn() throws Exception {
        assertThat(post("/api/products", "{\"name\":\"慢\",\"aliases\":[],\"prices\":[]}"))
                .hasStatus(201);
        asOwner("alter table products.product enable row level security");
        asOwner("create policy slow on products.product using (pg_sleep(30) is not null)");
        try {
            assertAway(get("/api/lists/products/rows"));
            assertThat(get("/api/lists/customers/rows")).hasStatusOk();
        } finally {
            asOwner("drop policy slow on products.product");
            asOwner("alter table products.product disable row level security");
        }
        assertThat(get("/api/lists/products/rows")).hasStatusOk();
    }

    private void asOwner(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void charactersAndNumbersThatCannotBeStoredAreRefused() {
        refuses(422, "/api/customers", "{\"name\":\"a\\u0000b\"}");
        refuses(422, "/api/customers", "{\"name\":\"大\",\"annualRevenue\":1e40}");
        refuses(422, "/api/customers", "{\"name\":\"数\",\"employees\":\"many\"}");
        var nothing = http.get()
                .uri(URI.create("/api/lists/customers/rows?q=%00"))
                .with(world.as("admin"))
                .exchange();
        assertThat(nothing).hasStatus(422);
    }

    @Test
    void aValueOfTheWrongKindNamesItsField() {
        var answer = post("/api/opportunities", "{\"name\":\"x\",\"lines\":[{\"quantity\":\"viele\"}]}");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("lines[0].quantity");
        assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo("type-mismatch");
    }

    @Test
    void whatIsNoJsonIsUnreadableAndTooMuchIsTooLarge() {
        refuses(400, "/api/customers", "{");
        refuses(400, "/api/customers", "");
        refuses(413, "/api/customers", "{\"name\":\"" + "x".repeat(3_000_000) + "\"}");
        assertThat(http.post()
                        .uri("/api/customers")
                        .with(world.as("admin"))
                        .contentType("multipart/form-data; boundary=x")
                        .content("nothing of the kind"))
                .satisfies(a -> assertThat(a.getResponse().getStatus()).isBetween(400, 422));
    }

    @Test
    void emptyPlacesInListsAreRefused() {
        refuses(
                422,
                "/api/accounts",
                "{\"person\":\"%s\",\"username\":\"nn\",\"language\":\"en\",\"roles\":[null]}"
                        .formatted(world.id("li")));
        refuses(422, "/api/me/tokens", "{\"name\":\"t\",\"scopes\":[null],\"expiresOn\":\"2027-01-01\"}");
        refuses(422, "/api/roles", "{\"name\":\"角\",\"nameEn\":\"R\",\"allows\":[null]}");
    }

    private static void assertAway(MvcTestResult answer) {
        assertThat(answer).hasStatus(503);
        assertThat(answer).headers().containsHeader("Retry-After");
        assertThat(answer).bodyJson().extractingPath("code").isEqualTo("unavailable");
    }

    private void refuses(int status, String path, String body) {
        assertThat(post(path, body))
                .as(path + " " + body.substring(0, Math.min(80, body.length())))
                .hasStatus(status);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(world.as("admin")).exchange();
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .with(world.as("admin"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
