package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import zhanggui.TestApplication;
import zhanggui.company.CompanySettings;
import zhanggui.texts.Language;

/** The whole server on a port of its own, over a company that has been set up and has nobody in it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "db-scheduler.polling-interval=100ms")
abstract class RightsCase extends TestApplication {
    /** What a request may leave behind that is no change of anything people work with. */
    private static final String UNWATCHED = "audit|seals|requests|public";

    private static final String UNWATCHED_TABLES =
            "scheduled_tasks|spring_session|spring_session_attributes|failure|address_failure|device";

    @Autowired
    DSLContext db;

    @Autowired
    CompanySettings company;

    @Value("${zhanggui.backups}")
    Path backups;

    @Value("${zhanggui.files.folder}")
    Path files;

    @LocalServerPort
    int port;

    Wire wire;
    Settlement settlement;
    private String everything;

    @BeforeAll
    void server() {
        wire = new Wire(port);
        settlement = new Settlement(db);
        fileOfExhibits();
        if (company.find().isEmpty()) {
            company.setUp(
                    new CompanySettings.Details("测试公司", "Test Company", "CNY", "Asia/Shanghai", 1, Language.ZH), false);
        }
        // Imports of other tests' own kind, which the server offers too while it is tested.
        asOwner("""
                create schema if not exists things;
                create table if not exists things.color (name text primary key);
                create table if not exists things.alias (text text, value text);
                grant usage on schema things to zhanggui_app;
                grant select on all tables in schema things to zhanggui_app;""");
        nobody();
        everything = db
                        .fetch(
                                "select schemaname || '.' || tablename from pg_tables where schemaname !~ '^(pg_|information_schema|%s)'"
                                                .formatted(UNWATCHED)
                                        + " and tablename !~ '^(%s)$' order by 1".formatted(UNWATCHED_TABLES))
                        .getValues(0, String.class)
                        .stream()
                        .map(table ->
                                "select '%s', count(*) || '/' || coalesce(sum(hashtextextended((to_jsonb(t) - '{last_used_at,last_seen_at,content}'::text[])::text, 0)), 0) from %s t"
                                        .formatted(table, table))
                        .collect(Collectors.joining(" union all "))
                + " union all select 'audit.entry', count(*)::text from audit.entry"
                + " where action not in ('denied', 'exported', 'handed-out', 'downloaded', 'sign-in-failed', 'signed-in', 'signed-out')";
    }

    private void fileOfExhibits() {
        try {
            var folder = Files.createDirectories(files.resolve(Exhibits.FILE.substring(0, 2)));
            Files.writeString(folder.resolve(Exhibits.FILE), "x");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes everybody away, and everything that is somebody's; the log stays. */
    void nobody() {
        asOwner("""
                truncate people.person, people.unit, people.unit_state, people.seat, people.seat_state, people.occupation,
                people.dotted_line, accounts.account, accounts.role, customers.customer, opportunities.opportunity,
                activities.activity, activities.task, jobs.job, imports.import cascade""");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** What every table holds, as one number each: two of these differ where anything was changed. */
    Map<String, String> contents() {
        var contents = new TreeMap<String, String>();
        db.fetch(everything).forEach(r -> contents.put(r.get(0, String.class), r.get(1, String.class)));
        return contents;
    }

    /** What was asked for goes on in the background until it is over. */
    void untilJobsAreOver() {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (db.fetchExists(
                db.selectOne()
                        .from("jobs.job")
                        .where(
                                "kind ~ '^(import|audit|backup|handover|bulk|duplicates|erasure)' and state in ('WAITING', 'RUNNING')"))) {
            assertThat(System.nanoTime()).as("jobs end in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Does something only the owner of the database may. */
    void asOwner(String sql) {
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
