package zhanggui.backups;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import zhanggui.backups.archive.ArchiveReader;
import zhanggui.backups.archive.DamagedBackup;
import zhanggui.backups.archive.Manifest;
import zhanggui.backups.archive.Manifest.SecretKey;
import zhanggui.backups.copying.Backup;
import zhanggui.backups.copying.CannotRestore;
import zhanggui.backups.copying.FilesLeft;
import zhanggui.backups.copying.Neutralization;
import zhanggui.backups.copying.NothingDone;
import zhanggui.backups.copying.Restore;
import zhanggui.backups.copying.StoredFiles;
import zhanggui.database.CannotStart;
import zhanggui.database.InstalledDatabase;

/** {@code backup}, {@code restore} and {@code neutralize}: the program without its server, for a moment. */
public final class Commands {
    private static final List<String> NAMES = List.of("backup", "restore", "neutralize");
    private static final String WITH_KEY = "--with-secret-key";
    private static final String REPLACE = "--replace";
    private final Environment environment;
    private final PrintStream out;

    Commands(Environment environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** @return what the process is to end with: 0 when the command did what it was asked */
    public static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run()) {
            return new Commands(context.getEnvironment(), System.out).execute(arguments);
        }
    }

    /** Nothing but the configuration is read. */
    static final class Settings {}

    int execute(String... arguments) {
        try {
            var rest = List.of(arguments).subList(1, arguments.length);
            switch (arguments[0]) {
                case "backup" -> backup(file(rest, WITH_KEY), rest.contains(WITH_KEY));
                case "restore" -> restore(file(rest, REPLACE), rest.contains(REPLACE));
                default -> neutralize(rest);
            }
            return 0;
        } catch (CannotStart e) {
            say(e.getMessage() + "\n" + e.action());
        } catch (DamagedBackup e) {
            say("This file cannot be restored. " + e.getMessage() + " Nothing was changed.");
        } catch (CannotRestore e) {
            say(e.getMessage() + " Nothing was changed.");
        } catch (NothingDone | IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
        } catch (FileAlreadyExistsException e) {
            say("There is a file " + e.getMessage() + " already.");
        } catch (FilesLeft e) {
            say("The rows are restored, the files of the data folder are not all in their places: " + e.getMessage()
                    + ". Take them out of the backup with tar.");
        } catch (SQLException | IOException | FlywayException e) {
            say("It failed, and nothing was changed: " + e.getMessage());
        }
        return 1;
    }

    private void backup(Path file, boolean withSecretKey) throws SQLException, IOException {
        try (var database = InstalledDatabase.beside(environment);
                var connection = database.connect()) {
            var progress = new Percents(out).begin("Backing up");
            var manifest = new Backup(new StoredFiles(environment), Product.version())
                    .make(connection, file, Manifest.Reason.COMMAND, withSecretKey, progress);
            say("Backed up to " + file + ": " + told(manifest) + ".");
            if (manifest.secretKey() != SecretKey.INCLUDED && manifest.secretKey() != SecretKey.NONE) {
                say("The secret key is not in it. Second factors need it: keep "
                        + (manifest.secretKey() == SecretKey.CONFIGURED ? "ZHANGGUI_SECRET_KEY" : "secret.key")
                        + ", in another place than the backup.");
            }
        }
    }

    private void restore(Path file, boolean replace) throws SQLException, IOException {
        try (var archive = ArchiveReader.open(file)) {
            var manifest = archive.manifest();
            var restore = new Restore(archive, new StoredFiles(environment), new Percents(out)::begin);
            restore.checkVersion();
            try (var database = InstalledDatabase.alone(environment);
                    var connection = database.connect()) {
                restore.into(connection, replace);
            }
            say("Restored " + file + ": " + told(manifest) + ".");
            if (manifest.secretKey() == SecretKey.LEFT_OUT || manifest.secretKey() == SecretKey.CONFIGURED) {
                say("The secret key was not in it. Before the server starts, put the system's secret.key into the data"
                        + " folder or set ZHANGGUI_SECRET_KEY as it was; without it second factors do not work.");
            }
            say("Everybody has to sign in again. For a copy to try things in, run ./zhanggui neutralize now.");
        }
    }

    private void neutralize(List<String> rest) throws SQLException, IOException {
        if (!rest.isEmpty()) throw new IllegalArgumentException("usage: ./zhanggui neutralize");
        try (var database = InstalledDatabase.alone(environment);
                var connection = database.connect()) {
            say("This is a copy for trying things now; seen to by: " + String.join(", ", Neutralization.of(connection))
                    + ".");
        }
    }

    private static Path file(List<String> rest, String option) {
        var files = rest.stream().filter(r -> !r.startsWith("--")).toList();
        var known = rest.stream().allMatch(r -> !r.startsWith("--") || r.equals(option));
        if (files.size() != 1 || !known) {
            throw new IllegalArgumentException(
                    "usage: ./zhanggui " + (option.equals(WITH_KEY) ? "backup" : "restore") + " FILE [" + option + "]");
        }
        return Path.of(files.getFirst()).toAbsolutePath();
    }

    private static String told(Manifest manifest) {
        return "%s, as of %s, %,d rows in %d tables, %d files, version %s"
                .formatted(
                        manifest.company().nameZh(),
                        manifest.at(),
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.files().size(),
                        manifest.version());
    }

    private void say(String text) {
        Arrays.stream(text.split("\n")).forEach(out::println);
    }
}
