package zhanggui.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhanggui.database.DatabaseLogins.Login;

/**
 * This server's own PostgreSQL. Its data survive restarts, {@code kill -9} and power loss; it never outlives the server,
 * and a second server on the same folder is refused.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private final EmbeddedPostgres postgres;
    private final String password;
    private final Process guard;
    private final DatabaseWatch watch;
    private final FileChannel lock;

    private EmbeddedDatabase(
            EmbeddedPostgres postgres, String password, Process guard, DatabaseWatch watch, FileChannel lock) {
        this.postgres = postgres;
        this.password = password;
        this.guard = guard;
        this.watch = watch;
        this.lock = lock;
    }

    /**
     * @param home the folder of the data, the lock and the password
     * @param binaries where the PostgreSQL programs are unpacked, once per machine
     */
    static EmbeddedDatabase start(Path home, Path binaries) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(binaries);
            var folder = new DataFolder(home);
            var lock = folder.lock();
            var data = home.resolve("postgres");
            stopOrphan(data, binaries);
            discardHalfMade(data);
            var password = folder.password();
            var postgres = run(data, binaries, home.resolve("database.password"), password);
            Files.writeString(data.resolve(DataFolder.READY), "");
            var watch = new DatabaseWatch(data, control(data, binaries, "restart"));
            return new EmbeddedDatabase(postgres, password, guard(data, binaries), watch, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As whom, and where, the owner reaches it; the application's password stays as it is. */
    DatabaseLogins ownersLogin() {
        var owner = new Login(DataFolder.OWNER, password);
        return new DatabaseLogins(DataFolder.url(postgres.getPort()), owner, owner);
    }

    /** The application's password is another at each start and is kept nowhere. */
    DatabaseLogins logins() {
        var owners = ownersLogin();
        var owner = owners.owner();
        var application = new Login(DatabaseLogins.ROLE, DataFolder.random());
        try (var connection = DriverManager.getConnection(owners.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            var known = statement.executeQuery("select from pg_roles where rolname = '" + DatabaseLogins.ROLE + "'");
            statement.execute((known.next() ? "alter" : "create") + " role " + DatabaseLogins.ROLE + " login password '"
                    + application.password() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseLogins(owners.url(), owner, application);
    }

    @Override
    public void close() throws IOException {
        watch.close();
        postgres.close();
        guard.getOutputStream().close();
        lock.close();
    }

    private static EmbeddedPostgres run(Path data, Path binaries, Path passwordFile, String password)
            throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPGStartupWait(Duration.ofMinutes(3))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("effective_cache_size", "1GB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                // Solid disks: a page here or there costs little more than the next one.
                .setServerConfig("random_page_cost", "1.1")
                // Short questions are not worth compiling.
                .setServerConfig("jit", "off")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** A first start that died inside initdb leaves a folder no PostgreSQL can use: begin again. */
    private static void discardHalfMade(Path data) throws IOException {
        if (!Files.exists(data) || Files.exists(data.resolve(DataFolder.READY))) return;
        if (Files.exists(data.resolve("global/pg_control")) && Files.exists(data.resolve("postmaster.opts"))) return;
        log.warn("removing the half-made database {}", data);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Stops a PostgreSQL that outlived its server; forgets a pid file whose process is something else. */
    private static void stopOrphan(Path data, Path binaries) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var lines = Files.readAllLines(pidFile);
        var pid = lines.isEmpty() ? "0" : lines.getFirst().strip();
        var commandLine = Path.of("/proc", pid, "cmdline");
        var ours = Files.exists(commandLine)
                && Files.readString(commandLine).replace('\0', ' ').contains("-D " + data + " ");
        if (!ours) {
            Files.deleteIfExists(pidFile);
            return;
        }
        log.warn("stopping PostgreSQL {} left by an earlier run", pid);
        try {
            var stop = new ProcessBuilder(control(data, binaries, "stop"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (stop.waitFor() != 0 && Files.exists(pidFile)) {
                throw new CannotStart(
                        "PostgreSQL " + pid + " of an earlier run still uses " + data + " and does not stop.",
                        "End process " + pid + ", then start again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** A shell that waits for the end of its input, which is our death however it comes, and then stops PostgreSQL. */
    private static Process guard(Path data, Path binaries) throws IOException {
        var command = new ArrayList<>(List.of(
                "sh", "-c", "trap '' INT TERM HUP; cat >/dev/null; exec \"$@\" >/dev/null 2>&1", "postgres-guard"));
        command.addAll(control(data, binaries, "stop"));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    /** The command that stops PostgreSQL or starts it again with the options it had. */
    private static List<String> control(Path data, Path binaries, String action) throws IOException {
        try (var unpacked = Files.newDirectoryStream(binaries, "PG-*")) {
            for (var folder : unpacked) {
                var command = new ArrayList<String>();
                if (isRoot()) command.addAll(List.of("unshare", "-U"));
                command.addAll(List.of(folder.resolve("bin/pg_ctl").toString(), "-D", data.toString()));
                command.addAll(List.of(action, "-m", "fast", "-w", "-t", "30"));
                return command;
            }
        }
        throw new IOException("no PostgreSQL programs under " + binaries);
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
