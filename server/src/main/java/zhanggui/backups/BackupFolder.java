package zhanggui.backups;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhanggui.backups.archive.ArchiveReader;
import zhanggui.backups.archive.ArchiveWriter;
import zhanggui.backups.archive.DamagedBackup;
import zhanggui.backups.archive.Manifest;

/** The folder in which this server keeps backups. What lies in it is what there is; nothing else is kept of them. */
@Component
class BackupFolder {
    private static final Logger log = LoggerFactory.getLogger(BackupFolder.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}\\.tar");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Pattern SCHEDULED = Pattern.compile("zhanggui-(\\d{8}-\\d{6})-scheduled\\.tar");
    private final Path folder;

    BackupFolder(@Value("${zhanggui.backups}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A backup that is there.
     *
     * @param at the moment whose state it holds; absent, like why it was made, where the file cannot be read
     */
    @Schema(name = "KeptBackup")
    record Kept(
            String name,
            long bytes,
            @Nullable Instant at,
            Manifest.@Nullable Reason why,
            @Nullable Long rows,
            @Nullable String version,
            Manifest.@Nullable SecretKey secretKey) {}

    Path path() {
        return folder;
    }

    /** A file for a new backup, in the company's time. */
    Path fresh(Instant now, ZoneId zone, Manifest.Reason why) throws IOException {
        Files.createDirectories(folder);
        removeBrokenOff(now.minus(Duration.ofDays(1)));
        var scheduled = why == Manifest.Reason.SCHEDULED ? "-scheduled" : "";
        return folder.resolve("zhanggui-" + TIME.format(now.atZone(zone)) + scheduled + ".tar");
    }

    /** What a server that died was writing; nobody writes for longer than a day. */
    private void removeBrokenOff(Instant longAgo) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.tar" + ArchiveWriter.PART)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) Files.deleteIfExists(file);
            }
        }
    }

    /** The newest first; what cannot be read comes last. */
    List<Kept> all() {
        return names().stream()
                .flatMap(name -> kept(folder.resolve(name)).stream())
                .sorted(Comparator.comparing(Kept::at, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Kept::name))
                .toList();
    }

    /** Those that were made because they were due, with the company's time at which they were. */
    Map<LocalDateTime, String> scheduled() {
        var found = new TreeMap<LocalDateTime, String>();
        for (var name : names()) {
            var matcher = SCHEDULED.matcher(name);
            if (matcher.matches()) found.put(LocalDateTime.parse(matcher.group(1), TIME), name);
        }
        return found;
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is not there and for whatever is no name of a backup. */
    Optional<Path> find(String name) {
        if (!NAME.matcher(name).matches()) return Optional.empty();
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    /** Returns whether it was there. */
    boolean delete(String name) {
        try {
            var file = find(name);
            return file.isPresent() && Files.deleteIfExists(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Kept> kept(Path file) {
        var name = file.getFileName().toString();
        try (var archive = ArchiveReader.open(file)) {
            var m = archive.manifest();
            return Optional.of(new Kept(name, archive.size(), m.at(), m.why(), m.rows(), m.version(), m.secretKey()));
        } catch (DamagedBackup | IOException e) {
            if (!Files.exists(file)) return Optional.empty(); // deleted meanwhile
            log.warn("{} is no backup this version can read: {}", file, e.getMessage());
            return Optional.of(new Kept(name, size(file), null, null, null, null, null));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
