package zhanggui.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhanggui.database.DatabaseLogins.Login;

/** The data folder of an embedded database: its lock, its password, and where a running one is reached. */
record DataFolder(Path home) {
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    static final String READY = "zhanggui.ready";
    static final String OWNER = "postgres";
    /** Of the file in which PostgreSQL says where it runs. */
    private static final int PORT_LINE = 3;

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    /** Keeps others off the folder until it is closed. */
    FileChannel lock() throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            log.debug("locked by this process", e);
        }
        channel.close();
        throw new CannotStart(
                "The data folder " + home + " is in use by another running Zhanggui.",
                "Stop the other one, or give this one its own folder with ZHANGGUI_DATA.");
    }

    /** Whether a server, or a command, has the folder now. */
    boolean isInUse() {
        if (!Files.exists(home.resolve("lock"))) return false;
        try {
            lock().close();
            return false;
        } catch (CannotStart e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a database in it at all. */
    boolean holdsDatabase() {
        return Files.exists(home.resolve("postgres").resolve(READY));
    }

    String password() throws IOException {
        var file = home.resolve("database.password");
        if (Files.exists(file)) return Files.readString(file).strip();
        var password = random();
        var draft = home.resolve("database.password.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, password);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** As whom, and where, the owner reaches the database of a server that runs on the folder. */
    DatabaseLogins ofRunning() {
        try {
            var lines = Files.readAllLines(home.resolve("postgres/postmaster.pid"));
            var owner = new Login(OWNER, password());
            return new DatabaseLogins(url(Integer.parseInt(lines.get(PORT_LINE).strip())), owner, owner);
        } catch (IOException | RuntimeException e) {
            log.debug("no running database in {}", home, e);
            throw new CannotStart(
                    "A server has the data folder " + home + ", and its database does not run yet.",
                    "Try again when the server is ready.");
        }
    }

    static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
