package zhanggui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestDatabase;
import zhanggui.accounts.TestSignIn;

/** Data of earlier versions are whole in this one, and an upgrade that fails leaves them as they were. */
@SpringBootTest
@AutoConfigureMockMvc
class UpgradeTest {
    static final List<String> MARKS = Landed.MARKS;
    private static final String OURS = "classpath:db/migration";
    private static final String LATER = "classpath:upgrade/later";
    private static final String FAILING = "classpath:upgrade/failing";

    /** Columns a migration gave other contents on purpose, as {@code schema.table.column}. */
    private static final Set<String> CHANGED_ON_PURPOSE = Set.of(
            // Administrators were given what they may do anew: custom fields, backups; those who steer, to share views.
            "accounts.role_grant.role_id",
            "accounts.role_grant.permission",
            "accounts.role_grant.reach",
            "accounts.role_grant.units");

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    /** The server starts on what the newest earlier version left. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws Exception {
        var url = landed(MARKS.getLast());
        properties.add("zhanggui.database.url", () -> url);
        properties.add("zhanggui.database.user", () -> "postgres");
        properties.add("zhanggui.audit-heads", () -> "target/audit-heads/upgrade");
        properties.add("spring.datasource.hikari.minimum-idle", () -> 1);
    }

    @ParameterizedTest
    @FieldSource("MARKS")
    void whatAnEarlierVersionKeptIsWhole(String mark) throws Exception {
        var url = landed(mark);
        try (var owner = owner(url)) {
            var shape = Landed.shape(owner);
            var before = Landed.contents(shape, owner);
            new Upgrade().migrate(flyway(url, OURS));
            var after = Landed.contents(shape, owner);
            before.keySet().retainAll(after.keySet());
            CHANGED_ON_PURPOSE.forEach(column -> {
                before.remove(column);
                after.remove(column);
            });
            assertThat(before).hasSizeGreaterThan(100);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void serversThatStartTogetherAllStart() throws Exception {
        var url = landed(MARKS.getLast());
        try (var servers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 5; i++) {
                var starts = servers.invokeAll(Collections.<Callable<Boolean>>nCopies(4, () -> {
                    new Upgrade().migrate(flyway(url, OURS));
                    return true;
                }));
                for (var start : starts) assertThat(start.get()).isTrue();
            }
        }
    }

    @Test
    void theCompanyOfAnEarlierVersionGoesOn() {
        assertThat(get("admin", "/api/lists/customers/rows"))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(count("customers.customer"));
        assertThat(get("admin", "/api/lists/opportunities/rows"))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(count("opportunities.opportunity"));
        assertThat(get("li", "/api/lists/customers/rows?q=" + "客户"))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(4);
        var deal = db.fetchSingle("select id from opportunities.opportunity where name = '商机 li1'")
                .get(0, UUID.class);
        assertThat(get("li", "/api/opportunities/" + deal)).hasStatusOk();
        assertThat(get("wang", "/api/opportunities/" + deal)).hasStatus(404);
        assertThat(get("chen", "/api/reports/sales")).hasStatusOk();
        var made = http.post()
                .uri("/api/customers")
                .with(TestSignIn.as(person("li")))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"升级之后的客户\"}")
                .exchange();
        assertThat(made).hasStatus(201);
    }

    @Test
    void aFailedUpgradeIsUndoneAsAWholeAndSaysWhatToDo() throws Exception {
        var mark = MARKS.getLast();
        var url = landed(mark);
        try (var owner = owner(url)) {
            var shape = Landed.shape(owner);
            var before = Landed.contents(shape, owner);
            var failing = flyway(url, OURS, LATER, FAILING);
            assertThatThrownBy(() -> new Upgrade().migrate(failing))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("V9002__fails.sql")
                    .hasMessageContaining("undone")
                    .satisfies(e -> assertThat(((CannotStart) e).action()).contains("the version that ran before"));
            assertThat(Landed.shape(owner))
                    .as("also of the migrations before it nothing")
                    .isEqualTo(shape);
            assertThat(Landed.contents(shape, owner)).isEqualTo(before);
            var earlier = Flyway.configure().dataSource(url, "postgres", "").locations(OURS);
            earlier.target(MigrationVersion.fromVersion(mark)).group(true);
            new Upgrade().migrate(earlier.load());
            assertThat(Landed.contents(shape, owner)).isEqualTo(before);
        }
    }

    @Test
    void aVersionOlderThanTheTablesDoesNotStart() throws Exception {
        var url = landed(MARKS.getLast());
        new Upgrade().migrate(flyway(url, OURS, LATER));
        var older = flyway(url, OURS);
        assertThatThrownBy(() -> new Upgrade().migrate(older))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("V9001__later.sql");
    }

    private static String landed(String mark) throws Exception {
        var url = TestDatabase.empty();
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations(OURS)
                .target(MigrationVersion.fromVersion(mark))
                .load()
                .migrate();
        try (var owner = owner(url)) {
            Landed.restore(mark, owner);
        }
        return url;
    }

    private static Flyway flyway(String url, String... locations) {
        return Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations(locations)
                .group(true)
                .load();
    }

    private static Connection owner(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private MvcTestResult get(String who, String uri) {
        return http.get().uri(uri).with(TestSignIn.as(person(who))).exchange();
    }

    private UUID person(String username) {
        return db.fetchSingle("select person_id from accounts.account where username = ?", username)
                .get(0, UUID.class);
    }

    private int count(String table) {
        return db.fetchSingle("select count(*) from " + table).get(0, Integer.class);
    }
}
