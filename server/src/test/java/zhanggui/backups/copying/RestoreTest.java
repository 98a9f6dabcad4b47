package zhanggui.backups.copying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhanggui.backups.copying.Databases.ask;
import static zhanggui.backups.copying.Databases.contents;
import static zhanggui.backups.copying.Databases.owner;
import static zhanggui.backups.copying.Databases.run;
import static zhanggui.backups.copying.Databases.shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import zhanggui.TestApplication;
import zhanggui.TestDatabase;
import zhanggui.backups.archive.ArchiveReader;
import zhanggui.backups.archive.ArchiveWriter;
import zhanggui.backups.archive.DamagedBackup;
import zhanggui.backups.archive.Manifest;
import zhanggui.database.Migrations;
import zhanggui.files.FakeS3;
import zhanggui.files.FileStore;

/** The demonstration's company, backed up and brought back: row by row, file by file, all of it or nothing. */
@TestPropertySource(
        properties = {
            "test.database=restore",
            "zhanggui.demo=true",
            // Nothing is written by itself while rows are compared.
            "db-scheduler.enabled=false"
        })
class RestoreTest extends TestApplication {
    private static final Restore.Steps QUIET = what -> Progress.NONE;

    @Autowired
    DSLContext db;

    @TempDir
    static Path folder;

    private String url;
    private Path data;
    private Path file;
    private Manifest manifest;

    @BeforeAll
    void aBackup() throws Exception {
        url = db.connectionResult(c -> c.getMetaData().getURL());
        data = folder.resolve("data");
        attach("合同".repeat(5000));
        attach("一张照片");
        write("audit-heads.txt", "2026-11-30T00:00:00Z 1 " + "ab".repeat(32) + "\n");
        write("secret.key", "the key");
        write("files/ab/half.part", "not yet there");
        file = folder.resolve("whole.tar");
        manifest = backUp(url, file, false);
    }

    @Test
    void everyRowAndEveryFileComesBack() throws Exception {
        var there = TestDatabase.empty();
        var files = restore(file, there, "empty", false);
        try (var before = owner(url);
                var after = owner(there)) {
            assertThat(contents(after)).hasSizeGreaterThan(50).isEqualTo(contents(before));
            assertThat(shape(after)).hasSizeGreaterThan(500).isEqualTo(shape(before));
            assertThat(ask(after, "select count(*) from customers.customer")).isEqualTo("2000");
            assertThat(ask(after, "select count(*) from audit.entry where action = 'restored'"))
                    .isEqualTo("1");
            assertThat(ask(after, "select count(*) from accounts.spring_session"))
                    .isEqualTo("0");
            assertThat(ask(after, "select id from backups.installation"))
                    .isEqualTo(ask(before, "select id from backups.installation"));
            // The triggers are there again.
            assertThatThrownBy(() -> run(after, "delete from audit.entry")).hasMessageContaining("only ever added to");
        }
        assertThat(list(files))
                .containsExactlyInAnyOrderElementsOf(list(data).stream()
                        .filter(path -> !path.endsWith(".part") && !path.equals("secret.key"))
                        .toList());
        for (var path : list(files)) assertThat(files.resolve(path)).hasSameBinaryContentAs(data.resolve(path));
        assertThat(list(files)).filteredOn(path -> path.startsWith("files/")).hasSize(2);
        assertThat(manifest.secretKey()).isEqualTo(Manifest.SecretKey.LEFT_OUT);
    }

    @Test
    void contentsMoveIntoABucketAndBack() throws Exception {
        try (var bucket = new FakeS3("moved")) {
            var inBucket = FileStore.of(bucket.settings());
            var there = TestDatabase.empty();
            var moved = folder.resolve("moved");
            var files = new StoredFiles(moved, moved.resolve("audit-heads.txt"), false, inBucket);
            try (var archive = ArchiveReader.open(file);
                    var connection = owner(there)) {
                new Restore(archive, files, QUIET).into(connection, false);
            }
            assertThat(bucket.keys()).hasSize(2).allMatch(key -> key.matches("files/[0-9a-f]{64}"));
            assertThat(moved.resolve("files")).doesNotExist();
            var fromBucket = folder.resolve("from-bucket.tar");
            try (var connection = owner(there)) {
                new Backup(files, "1.0").make(connection, fromBucket, Manifest.Reason.COMMAND, false, Progress.NONE);
            }
            var back = restore(fromBucket, there, "back", true);
            for (var path : list(data.resolve("files"))) {
                if (path.endsWith(".part")) continue;
                assertThat(back.resolve("files").resolve(path))
                        .hasSameBinaryContentAs(data.resolve("files").resolve(path));
            }
        }
    }

    @Test
    void itIsTheSameUnderAnOwnerWhoIsNoSuperuser() throws Exception {
        var there = TestDatabase.empty();
        try (var all = owner(there)) {
            run(all, "create role keeper login createrole password 'keeper'");
            run(all, "grant zhanggui_app to keeper with set true");
            run(all, "grant create on database " + ask(all, "select current_database()") + " to keeper");
            run(all, "grant create on schema public to keeper");
        }
        try (var archive = ArchiveReader.open(file);
                var keeper = DriverManager.getConnection(there.replaceFirst("\\?.*", ""), "keeper", "keeper")) {
            new Restore(archive, files("keeper"), QUIET).into(keeper, false);
            assertThatThrownBy(() -> new Restore(archive, files("keeper"), QUIET).into(keeper, false))
                    .hasMessageContaining("--replace");
            new Restore(archive, files("keeper"), QUIET).into(keeper, true);
        }
        try (var before = owner(url);
                var after = owner(there)) {
            assertThat(contents(after)).isEqualTo(contents(before));
            run(after, "reassign owned by keeper to postgres; drop owned by keeper; drop role keeper");
        }
    }

    @Test
    void aBackupUnderWritesHoldsOneMoment() throws Exception {
        var busy = TestDatabase.empty();
        restore(file, busy, "busy", false);
        var going = new AtomicBoolean(true);
        var under = folder.resolve("under.tar");
        Manifest made;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) threads.submit(() -> writePairs(busy, going));
            Thread.sleep(300);
            made = backUp(busy, under, false);
            going.set(false);
        }
        var there = TestDatabase.empty();
        restore(under, there, "under", false);
        try (var after = owner(there)) {
            var pairs = ask(after, "select count(*) from imports.heading where kind = 'pair'");
            assertThat(Integer.parseInt(pairs)).isPositive();
            assertThat(ask(after, "select count(*) from imports.decision where kind = 'pair'"))
                    .isEqualTo(pairs);
            assertThat(ask(after, """
                    select count(*) from imports.heading h join imports.decision d on d.text = h.heading
                    where h.kind = 'pair' and d.kind = 'pair'""")).isEqualTo(pairs);
        }
        // What is brought back, backed up again, is the same to the byte.
        var again = backUp(there, folder.resolve("again.tar"), false);
        assertThat(rowsOf(again)).isEqualTo(rowsOf(made));
    }

    /** Each transaction writes to two tables far apart in the order of copying. */
    private static Void writePairs(String busy, AtomicBoolean going) throws SQLException {
        try (var writer = owner(busy)) {
            writer.setAutoCommit(false);
            while (going.get()) {
                run(writer, """
                        with one as (insert into imports.heading (kind, heading) values ('pair', uuidv7()::text) returning heading)
                        insert into imports.decision (kind, field, text, action) select 'pair', '', heading, 'EMPTY' from one""");
                writer.commit();
            }
        }
        return null;
    }

    private static List<Manifest.Table> rowsOf(Manifest manifest) {
        return manifest.tables().stream()
                .filter(t -> !List.of("audit.entry", "backups.installation").contains(t.schema() + "." + t.name()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Filling the tables", "Building indexes", "Bringing the tables", "Counting"})
    void anInterruptedRestoreLeavesWhatWasThere(String step) throws Exception {
        var occupied = TestDatabase.empty();
        restore(file, occupied, "occupied", false);
        var empty = TestDatabase.empty();
        try (var look = owner(occupied);
                var nothing = owner(empty)) {
            run(look, "delete from imports.heading; update company.settings set name_en = 'Before'");
            var before = contents(look);
            interrupted(occupied, step);
            assertThat(contents(look)).isEqualTo(before);
            assertThat(ask(look, "select name_en from company.settings")).isEqualTo("Before");
            interrupted(empty, step);
            assertThat(shape(nothing)).isEmpty();
        }
        restore(file, occupied, "occupied", true);
        restore(file, empty, "occupied", false);
        try (var whole = owner(url);
                var one = owner(occupied);
                var other = owner(empty)) {
            assertThat(contents(one)).isEqualTo(contents(whole));
            assertThat(contents(other)).isEqualTo(contents(whole));
        }
    }

    /** Its connection is cut, as by a power failure. */
    private void interrupted(String there, String step) throws Exception {
        try (var archive = ArchiveReader.open(file);
                var killer = owner(there);
                var victim = owner(there)) {
            var pid = ask(victim, "select pg_backend_pid()");
            var restore = new Restore(archive, files("interrupted"), what -> {
                if (what.startsWith(step)) kill(killer, pid);
                return Progress.NONE;
            });
            assertThatThrownBy(() -> restore.into(victim, true)).isInstanceOf(Exception.class);
        }
    }

    private static void kill(Connection killer, String pid) {
        try {
            run(killer, "select pg_terminate_backend(" + pid + ", 5000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDamagedFileIsRefusedBeforeAnythingIsTouched() throws Exception {
        var bytes = Files.readAllBytes(file);
        var there = TestDatabase.empty();
        try (var look = owner(there)) {
            for (double at : List.of(0.0001, 0.3, 0.5, 0.99)) {
                var flipped = bytes.clone();
                flipped[(int) (at * bytes.length)] ^= 4;
                refused(flipped, there);
                refused(Arrays.copyOf(bytes, (int) (at * bytes.length)), there);
                assertThat(shape(look)).isEmpty();
            }
        }
    }

    private void refused(byte[] bytes, String there) throws IOException {
        var damaged = Files.write(folder.resolve("damaged.tar"), bytes);
        assertThatThrownBy(() -> restore(damaged, there, "damaged", false)).isInstanceOf(DamagedBackup.class);
    }

    @Test
    void aBackupOfANewerVersionIsRefusedInWords() throws Exception {
        var newer = new ArrayList<>(manifest.migrations());
        newer.add("99999");
        assertThatThrownBy(() -> restore(withMigrations(newer), TestDatabase.empty(), "newer", false))
                .isInstanceOf(CannotRestore.class)
                .hasMessageContaining("newer version of Zhanggui")
                .hasMessageContaining("99999");
        var gap = new ArrayList<>(manifest.migrations());
        gap.remove("030");
        assertThatThrownBy(() -> restore(withMigrations(gap), TestDatabase.empty(), "newer", false))
                .isInstanceOf(CannotRestore.class)
                .hasMessageContaining("lacks migration 030");
    }

    private Path withMigrations(List<String> migrations) throws IOException {
        var m = new Manifest(
                manifest.format(),
                manifest.product(),
                "9.9",
                manifest.at(),
                manifest.why(),
                manifest.company(),
                manifest.postgres(),
                migrations,
                manifest.secretKey(),
                List.of(),
                List.of(),
                List.of());
        var path = folder.resolve("migrations-" + migrations.size() + ".tar");
        try (var writer = ArchiveWriter.create(path, m)) {
            writer.finish(m);
        }
        return path;
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtToThisOne() throws Exception {
        var earlier = TestDatabase.empty();
        var old = folder.resolve("earlier.tar");
        try (var connection = owner(earlier)) {
            var whole = new OneTransaction(connection);
            Migrations.migrate(whole, "220");
            whole.commit();
            run(connection, """
                    insert into company.settings (name_zh, name_en, currency, time_zone, fiscal_year_start, language)
                    values ('旧', 'Old', 'CNY', 'Asia/Shanghai', 1, 'en')""");
            connection.commit();
        }
        assertThat(backUp(earlier, old, false).target()).isEqualTo("220");
        var there = TestDatabase.empty();
        restore(old, there, "earlier", false);
        try (var after = owner(there);
                var now = owner(url)) {
            assertThat(ask(after, "select name_en || trial_copy from company.settings"))
                    .isEqualTo("Oldfalse");
            assertThat(shape(after)).isEqualTo(shape(now));
            assertThat(ask(after, "select max(version::int) from public.flyway_schema_history"))
                    .isEqualTo(Migrations.versions().getLast());
        }
    }

    @Test
    void whatIsThereIsKeptUnlessItIsSaidThatItMayGo() throws Exception {
        var there = TestDatabase.empty();
        var files = restore(file, there, "kept", false);
        Files.writeString(files.resolve("audit-heads.txt"), "later");
        assertThatThrownBy(() -> restore(file, there, "kept", false))
                .isInstanceOf(CannotRestore.class)
                .hasMessageContaining("--replace");
        var withKey = folder.resolve("with-key.tar");
        assertThat(backUp(url, withKey, true).secretKey()).isEqualTo(Manifest.SecretKey.INCLUDED);
        restore(withKey, there, "kept", true);
        assertThat(files.resolve("secret.key")).hasContent("the key");
        assertThat(files.resolve("audit-heads.txt")).hasSameTextualContentAs(data.resolve("audit-heads.txt"));
        assertThat(list(files)).anyMatch(path -> path.startsWith("audit-heads.txt.before-"));
    }

    @Test
    void oneBackupIsMadeAtATimeAndNoneOfNothing() throws Exception {
        try (var other = owner(url)) {
            other.setAutoCommit(false);
            ask(other, "select pg_advisory_xact_lock(hashtextextended('zhanggui.backups', 0))");
            assertThatThrownBy(() -> backUp(url, folder.resolve("second.tar"), false))
                    .isInstanceOf(NothingDone.class);
            other.rollback();
        }
        var there = TestDatabase.fresh();
        assertThatThrownBy(() -> backUp(there, folder.resolve("second.tar"), false))
                .hasMessageContaining("no company");
        assertThat(folder.resolve("second.tar")).doesNotExist();
        assertThat(folder.resolve("second.tar.part")).doesNotExist();
    }

    @Test
    void aRestoredCopyIsMadeHarmlessAsOftenAsOneLikes() throws Exception {
        var there = TestDatabase.empty();
        restore(file, there, "trial", false);
        try (var copy = owner(there)) {
            run(copy, """
                    insert into accounts.token (person_id, name, hash, scopes, expires_on)
                    select person_id, 't', 'x', '{}', '2099-01-01' from accounts.account limit 1;
                    insert into accounts.second_factor (person_id, secret) select person_id, 'x' from accounts.account limit 1;
                    insert into accounts.device (hash, person_id) select 'x', person_id from accounts.account limit 1;
                    insert into accounts.spring_session values ('p', 's', 1, 1, 1, 1, 'somebody');
                    insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('job', 'x', now(), false, 1);
                    update accounts.sign_in_rules set second_factor = 'EVERYBODY';
                    update backups.schedule set enabled = true""");
            for (int i = 1; i <= 2; i++) {
                assertThat(Neutralization.of(copy))
                        .contains("accounts", "audit", "backups", "company", "imports", "jobs");
                assertThat(ask(copy, "select trial_copy from company.settings")).isEqualTo("t");
                assertThat(ask(copy, "select count(*) from accounts.token where expires_on >= current_date"))
                        .isEqualTo("0");
                for (var table : List.of(
                        "accounts.spring_session",
                        "accounts.second_factor",
                        "accounts.device",
                        "jobs.scheduled_tasks")) {
                    assertThat(ask(copy, "select count(*) from " + table))
                            .as(table)
                            .isEqualTo("0");
                }
                assertThat(ask(copy, "select second_factor from accounts.sign_in_rules"))
                        .isEqualTo("OPTIONAL");
                assertThat(ask(copy, "select enabled from backups.schedule")).isEqualTo("f");
                assertThat(ask(copy, "select count(*) from audit.entry where action = 'neutralized'"))
                        .isEqualTo("" + i);
            }
        }
        var nothing = TestDatabase.fresh();
        try (var copy = owner(nothing)) {
            assertThatThrownBy(() -> Neutralization.of(copy)).isInstanceOf(NothingDone.class);
        }
    }

    private Manifest backUp(String from, Path to, boolean withKey) throws Exception {
        try (var connection = owner(from)) {
            var files = new StoredFiles(data, data.resolve("audit-heads.txt"), false, store(data));
            return new Backup(files, "1.0").make(connection, to, Manifest.Reason.COMMAND, withKey, Progress.NONE);
        }
    }

    private static StoredFiles files(String name) {
        var data = folder.resolve(name);
        return new StoredFiles(data, data.resolve("audit-heads.txt"), false, store(data));
    }

    /** @return the folder its files went to */
    private static Path restore(Path file, String there, String name, boolean replace) throws Exception {
        try (var archive = ArchiveReader.open(file);
                var connection = owner(there)) {
            new Restore(archive, files(name), QUIET).into(connection, replace);
        }
        return folder.resolve(name);
    }

    private static FileStore store(Path data) {
        return FileStore.inFolder(data.resolve("files"));
    }

    private void attach(String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "attached", ""), text, UTF_8);
        var hash = DigestUtils.sha256Hex(text.getBytes(UTF_8));
        store(data).put(hash, file);
    }

    private void write(String path, String text) throws IOException {
        var to = data.resolve(path);
        Files.createDirectories(to.getParent());
        Files.writeString(to, text, UTF_8);
    }

    private static List<String> list(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(one -> folder.relativize(one).toString())
                    .toList();
        }
    }
}
