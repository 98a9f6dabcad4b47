package zhanggui.backups;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;
import zhanggui.backups.archive.Manifest;
import zhanggui.backups.copying.Backup;
import zhanggui.backups.copying.NothingDone;
import zhanggui.backups.copying.Progress;
import zhanggui.backups.copying.StoredFiles;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;

/** Makes backups into the folder, with a connection of the tables' owner that reads and nothing else. */
@Service
class Backups {
    private final DataSource owner;
    private final BackupFolder folder;
    private final CompanySettings company;
    private final Backup backup;
    private final Clock clock;

    Backups(
            @FlywayDataSource DataSource owner,
            BackupFolder folder,
            CompanySettings company,
            Environment environment,
            Clock clock) {
        this.owner = owner;
        this.folder = folder;
        this.company = company;
        this.backup = new Backup(new StoredFiles(environment), Product.version());
        this.clock = clock;
    }

    record Made(Path file, Manifest manifest) {
        String name() {
            return file.getFileName().toString();
        }
    }

    /** @throws Refused when another is being made, or the folder cannot be written */
    Made make(Manifest.Reason why, Progress progress) {
        var zone = company.get().timeZone();
        try (var connection = owner.getConnection()) {
            var file = folder.fresh(clock.instant(), zone, why);
            return new Made(file, backup.make(connection, file, why, false, progress));
        } catch (NothingDone e) {
            if (e.isForNow()) throw Refused.because(BackupReasons.RUNNING);
            throw new IllegalStateException(e);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database could not be read for a backup", e);
        } catch (IOException e) {
            throw Refused.because(BackupReasons.CANNOT_WRITE, Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }
}
