package zhanggui.backups.copying;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import zhanggui.backups.archive.ArchiveWriter;
import zhanggui.backups.archive.Manifest;

/** Writes the state of one moment into a file, while others go on working. */
public final class Backup {
    private static final int TELL_EVERY = 5_000;
    private static final int BUFFER = 1 << 16;
    private final StoredFiles files;
    private final String version;

    /** @param version of this program */
    public Backup(StoredFiles files, String version) {
        this.files = files;
        this.version = version;
    }

    /**
     * @param connection of the owner, used for nothing else; its transaction is over afterwards
     * @param target the file, which must not be there yet
     * @throws NothingDone when there is nothing to back up, or another backup is being made
     */
    public Manifest make(
            Connection connection, Path target, Manifest.Reason why, boolean withSecretKey, Progress progress)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            var manifest = write(connection, target, why, withSecretKey, progress);
            connection.rollback();
            return manifest;
        } catch (SQLException | IOException | RuntimeException e) {
            OneTransaction.undo(connection, e);
            throw e;
        }
    }

    private Manifest write(
            Connection connection, Path target, Manifest.Reason why, boolean withSecretKey, Progress progress)
            throws SQLException, IOException {
        begin(connection);
        var snapshot = Snapshot.of(connection);
        if (!snapshot.isKnown()) throw NothingDone.otherTables();
        var company = Snapshot.company(connection).orElseThrow(NothingDone::nothingThere);
        snapshot.hold(connection);
        var draft = new Manifest(
                Manifest.FORMAT,
                Manifest.PRODUCT,
                version,
                snapshot.at(),
                why,
                company,
                snapshot.postgres(),
                snapshot.migrations(),
                files.secretKey(withSecretKey),
                snapshot.tables(),
                snapshot.sequences(),
                files.all(withSecretKey));
        try (var writer = ArchiveWriter.create(target, draft)) {
            var rows = new Rows(progress, snapshot.estimated());
            var tables = new ArrayList<Manifest.Table>();
            for (var table : draft.tables()) tables.add(copy(connection, table, writer, rows));
            progress.at(rows.done, rows.done);
            var manifest = draft.with(tables, copyFiles(draft.files(), writer));
            writer.finish(manifest);
            return manifest;
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            statement.execute("set local lock_timeout = '60s'");
            // Nothing that a row of this moment names is taken out of the store meanwhile.
            statement.execute("select pg_advisory_xact_lock_shared(hashtextextended('zhanggui.files', 0))");
            var alone =
                    statement.executeQuery("select pg_try_advisory_xact_lock(hashtextextended('zhanggui.backups', 0))");
            alone.next();
            if (!alone.getBoolean(1)) throw NothingDone.anotherRuns();
        }
    }

    private static Manifest.Table copy(Connection connection, Manifest.Table table, ArchiveWriter writer, Rows rows)
            throws SQLException, IOException {
        long before = rows.done;
        var copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + Names.rows(table) + " to stdout");
        try {
            var written = writer.add(table.member(), out -> {
                var packed = new GzipCompressorOutputStream(out, fast());
                rows.pass(copy, packed);
                packed.finish();
            });
            return table.with(rows.done - before, written.bytes(), written.sha256());
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private List<Manifest.StoredFile> copyFiles(List<Manifest.StoredFile> all, ArchiveWriter writer)
            throws IOException {
        var done = new ArrayList<Manifest.StoredFile>();
        for (var file : all) {
            var written = writer.add(file.member(), out -> files.copy(file, out));
            done.add(file.with(written.bytes(), written.sha256()));
        }
        return done;
    }

    /** Fast before small: compressing must not take longer than reading. */
    private static GzipParameters fast() {
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        parameters.setBufferSize(BUFFER);
        return parameters;
    }

    /** Rows on their way, counted. */
    private static final class Rows {
        private final Progress progress;
        private final long estimated;
        private long done;

        Rows(Progress progress, long estimated) {
            this.progress = progress;
            this.estimated = estimated;
        }

        void pass(CopyOut from, OutputStream to) throws IOException {
            try {
                for (var row = from.readFromCopy(); row != null; row = from.readFromCopy()) {
                    to.write(row);
                    if (++done % TELL_EVERY == 0) progress.at(done, Math.max(done, estimated));
                }
            } catch (SQLException e) {
                throw new IOException(Objects.requireNonNullElse(e.getMessage(), "COPY failed"), e);
            }
        }
    }
}
