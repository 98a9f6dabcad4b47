package zhanggui.backups.copying;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import zhanggui.backups.archive.Manifest.SecretKey;
import zhanggui.backups.archive.Manifest.StoredFile;

/**
 * The files of the data folder that belong to the company: whatever stands below {@code files}, the heads of the audit
 * log, and the secret key where it is asked for. What stands below {@code files} is written once and never changed, so
 * that a file named by a row is there before the row is.
 */
public final class StoredFiles {
    static final String HEADS = "audit-heads.txt";
    static final String KEY = "secret.key";
    private static final String BELOW = "files";
    private static final String PART = ".part";
    private static final int LONGEST_MEMBER = 99;
    private final Path data;
    private final Path heads;
    private final boolean keyConfigured;

    public StoredFiles(Environment environment) {
        this(
                Path.of(environment.getRequiredProperty("zhanggui.data")),
                Path.of(environment.getRequiredProperty("zhanggui.audit-heads")),
                !environment.getProperty("zhanggui.secret-key", "").isEmpty());
    }

    StoredFiles(Path data, Path heads, boolean keyConfigured) {
        this.data = data.toAbsolutePath().normalize();
        this.heads = heads.toAbsolutePath().normalize();
        this.keyConfigured = keyConfigured;
    }

    /** Those that are there now. */
    List<StoredFile> all(boolean withSecretKey) throws IOException {
        var paths = new ArrayList<String>();
        var below = data.resolve(BELOW);
        if (Files.isDirectory(below)) {
            try (var found = Files.walk(below)) {
                found.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().endsWith(PART))
                        .map(file -> data.relativize(file).toString())
                        .sorted()
                        .forEach(paths::add);
            }
        }
        if (Files.isRegularFile(heads)) paths.add(HEADS);
        if (withSecretKey && Files.isRegularFile(place(KEY))) paths.add(KEY);
        var files = new ArrayList<StoredFile>();
        for (var path : paths) {
            var member = "data/" + path;
            // A name too long for a tar file stands in the manifest only.
            if (member.getBytes(StandardCharsets.UTF_8).length > LONGEST_MEMBER) member = "data/~" + files.size();
            files.add(new StoredFile(path, member, 0, ""));
        }
        return files;
    }

    SecretKey secretKey(boolean with) {
        if (keyConfigured) return SecretKey.CONFIGURED;
        if (!Files.isRegularFile(place(KEY))) return SecretKey.NONE;
        return with ? SecretKey.INCLUDED : SecretKey.LEFT_OUT;
    }

    /** Where a file belongs; never outside of the data folder. */
    Path place(String path) {
        if (path.equals(HEADS)) return heads;
        var place = data.resolve(path).normalize();
        if (!place.startsWith(data)) throw new IllegalArgumentException(path);
        return place;
    }

    /** Whether the file may be put in its place while the old data are still in use: no row of theirs knows it. */
    static boolean isOnlyAdded(StoredFile file) {
        return file.path().startsWith(BELOW + "/");
    }

    /**
     * Puts a file in its place. One that is there and differs is moved aside, but for those that never change.
     *
     * @param aside what is added to the name of one moved aside
     * @throws CannotRestore when another stands where one belongs that never changes
     */
    void put(StoredFile file, InputStream content, String aside) throws IOException {
        var place = place(file.path());
        Files.createDirectories(place.getParent());
        var draft = Files.createTempFile(place.getParent(), "restored", PART);
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            if (Files.exists(place)) {
                if (Files.mismatch(draft, place) < 0) return;
                if (isOnlyAdded(file)) throw new CannotRestore("Another file stands at " + place + ".");
                Files.move(place, place.resolveSibling(place.getFileName() + aside));
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
