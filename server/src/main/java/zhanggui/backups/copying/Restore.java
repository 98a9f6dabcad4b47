package zhanggui.backups.copying;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;
import zhanggui.backups.archive.ArchiveReader;
import zhanggui.backups.archive.Manifest;
import zhanggui.database.Migrations;

/**
 * Brings the state in a backup back, in one transaction: the tables of its version, its rows, then what later migrations
 * make of them. Until the last moment whatever was there before is there, and goes on being there when anything fails.
 */
public final class Restore {
    private static final int BUFFER = 1 << 16;
    private final ArchiveReader archive;
    private final Manifest manifest;
    private final StoredFiles files;
    private final Steps steps;

    /** Told what begins; tells how far it is. */
    @FunctionalInterface
    public interface Steps {
        Progress begin(String what);
    }

    public Restore(ArchiveReader archive, StoredFiles files, Steps steps) {
        this.archive = archive;
        this.manifest = archive.manifest();
        this.files = files;
        this.steps = steps;
    }

    /** @throws CannotRestore when this version does not know the tables of the backup */
    public void checkVersion() {
        var known = Migrations.versions();
        var unknown =
                manifest.migrations().stream().filter(v -> !known.contains(v)).toList();
        if (!unknown.isEmpty()) {
            throw new CannotRestore("The backup was made by a newer version of Zhanggui (" + manifest.version()
                    + "), whose tables this one does not know: it has migration " + unknown.getLast()
                    + ". Restore it with that version or a newer one.");
        }
        var expected = known.subList(0, known.indexOf(manifest.target()) + 1);
        var lacking = expected.stream()
                .filter(v -> !manifest.migrations().contains(v))
                .toList();
        if (!lacking.isEmpty()) {
            throw new CannotRestore("The backup was made by a version between releases that lacks migration "
                    + lacking.getFirst() + ".");
        }
    }

    /**
     * @param connection of the owner, used for nothing else
     * @param replace whether data that are there may go
     * @throws CannotRestore when they may not
     * @throws FilesLeft when all is restored but the files beside the rows
     */
    public void into(Connection connection, boolean replace) throws SQLException, IOException {
        checkVersion();
        if (!replace && Emptiness.isOccupied(connection)) {
            throw new CannotRestore(
                    "This system holds a company already. To put the backup in its place, say --replace;"
                            + " or name another data folder in ZHANGGUI_DATA, or another database.");
        }
        var checking = steps.begin("Checking the file");
        archive.verify(bytes -> checking.at(bytes, size()));
        var whole = new OneTransaction(connection);
        try {
            prepare(connection);
            Emptiness.clear(connection);
            steps.begin("Making the tables of its version");
            Migrations.migrate(whole, manifest.target());
            rows(connection);
            steps.begin("Bringing the tables to this version");
            Migrations.migrate(whole, null);
            after(connection);
            put(true);
            whole.commit();
        } catch (SQLException | IOException | RuntimeException e) {
            OneTransaction.undo(connection, e);
            throw e;
        }
        try {
            put(false);
        } catch (IOException e) {
            throw new FilesLeft(e);
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local lock_timeout = '10s'");
            // Nobody has to be told of extensions that are there already.
            statement.execute("set local client_min_messages = 'warning'");
            statement.execute("set local maintenance_work_mem = '256MB'");
        }
    }

    private void rows(Connection connection) throws SQLException, IOException {
        sameTables(connection);
        var lifted = Lifted.from(connection);
        var filling = steps.begin("Filling the tables");
        long done = 0;
        try (var statement = connection.createStatement()) {
            for (var table : manifest.tables()) statement.execute("truncate " + Names.of(table));
        }
        for (var table : manifest.tables()) {
            fill(connection, table);
            done += table.rows();
            filling.at(done, manifest.rows());
        }
        sequences(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all immediate");
        }
        lifted.putBack(connection, steps.begin("Building indexes and checking references"));
    }

    private void sameTables(Connection connection) throws SQLException {
        var here = Snapshot.of(connection).tables().stream().map(Names::rows).toList();
        for (var table : manifest.tables()) {
            if (!here.contains(Names.rows(table))) {
                throw new CannotRestore("The backup's table " + Names.of(table)
                        + " is not as this version knows it at migration " + manifest.target() + ".");
            }
        }
    }

    private void fill(Connection connection, Manifest.Table table) throws SQLException, IOException {
        var copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + Names.rows(table) + " from stdin");
        try (var rows = new GZIPInputStream(archive.open(table), BUFFER)) {
            var buffer = new byte[BUFFER];
            for (int n = rows.read(buffer); n >= 0; n = rows.read(buffer)) copy.writeToCopy(buffer, 0, n);
            long stored = copy.endCopy();
            if (stored != table.rows()) {
                throw new CannotRestore(
                        "Of " + table.rows() + " rows of " + Names.of(table) + " there are " + stored + ".");
            }
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private void sequences(Connection connection) throws SQLException {
        try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : manifest.sequences()) {
                var value = sequence.value();
                if (value == null) continue;
                set.setString(1, Names.of(sequence.schema(), sequence.name()));
                set.setLong(2, value);
                set.execute();
            }
        }
    }

    /** What modules have to do about it, and what the planner has to know. */
    private void after(Connection connection) throws SQLException, IOException {
        try (var set = connection.prepareStatement("select set_config('zhanggui.backup_at', ?, true)")) {
            set.setString(1, DateTimeFormatter.ISO_INSTANT.format(manifest.at()));
            set.execute();
        }
        DeclaredScripts.run("db/restored", connection);
        steps.begin("Counting for the planner");
        try (var statement = connection.createStatement()) {
            for (var table : Snapshot.of(connection).tables()) statement.execute("analyze " + Names.of(table));
        }
    }

    private void put(boolean whileOldIsInUse) throws IOException {
        for (var file : filesOf(whileOldIsInUse)) {
            try (InputStream content = archive.open(file)) {
                files.put(file, content, ".before-" + manifest.at().getEpochSecond());
            }
        }
    }

    private List<Manifest.StoredFile> filesOf(boolean onlyAdded) {
        return manifest.files().stream()
                .filter(file -> StoredFiles.isOnlyAdded(file) == onlyAdded)
                .toList();
    }

    private long size() {
        try {
            return archive.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
