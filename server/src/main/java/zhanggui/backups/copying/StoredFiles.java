package zhanggui.backups.copying;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.env.Environment;
import zhanggui.backups.archive.Manifest.SecretKey;
import zhanggui.backups.archive.Manifest.StoredFile;
import zhanggui.files.FileStore;

/**
 * The files that belong to the company: the contents of attached files, wherever they are kept, the heads of the audit
 * log, and the secret key where it is asked for. Contents are written once and never changed, so that one named by a row
 * is there before the row is.
 */
public final class StoredFiles {
    static final String HEADS = "audit-heads.txt";
    static final String KEY = "secret.key";
    private static final String CONTENTS = "files/";
    private static final String PART = ".part";
    private final Path data;
    private final Path heads;
    private final boolean keyConfigured;
    private final FileStore contents;

    public StoredFiles(Environment environment) {
        this(
                Path.of(environment.getRequiredProperty("zhanggui.data")),
                Path.of(environment.getRequiredProperty("zhanggui.audit-heads")),
                !environment.getProperty("zhanggui.secret-key", "").isEmpty(),
                FileStore.of(environment));
    }

    StoredFiles(Path data, Path heads, boolean keyConfigured, FileStore contents) {
        this.data = data.toAbsolutePath().normalize();
        this.heads = heads.toAbsolutePath().normalize();
        this.keyConfigured = keyConfigured;
        this.contents = contents;
    }

    /** Those that are there now. */
    List<StoredFile> all(boolean withSecretKey) throws IOException {
        var paths = new ArrayList<String>();
        contents.each(stored -> paths.add(CONTENTS + stored.hash()));
        Collections.sort(paths);
        if (Files.isRegularFile(heads)) paths.add(HEADS);
        if (withSecretKey && Files.isRegularFile(place(KEY))) paths.add(KEY);
        var files = new ArrayList<StoredFile>();
        for (var path : paths) files.add(new StoredFile(path, "data/" + path, 0, ""));
        return files;
    }

    SecretKey secretKey(boolean with) {
        if (keyConfigured) return SecretKey.CONFIGURED;
        if (!Files.isRegularFile(place(KEY))) return SecretKey.NONE;
        return with ? SecretKey.INCLUDED : SecretKey.LEFT_OUT;
    }

    void copy(StoredFile file, OutputStream out) throws IOException {
        try (var in = isOnlyAdded(file) ? contents.open(hash(file)) : Files.newInputStream(place(file.path()))) {
            in.transferTo(out);
        }
    }

    private static String hash(StoredFile file) {
        return file.path().substring(CONTENTS.length());
    }

    private Path place(String path) {
        return path.equals(HEADS) ? heads : data.resolve(KEY);
    }

    /** Whether the file may be put in its place while the old data are still in use: no row of theirs knows it. */
    static boolean isOnlyAdded(StoredFile file) {
        return file.path().startsWith(CONTENTS);
    }

    /**
     * Puts a file in its place. One that is there and differs is moved aside; contents never differ.
     *
     * @param aside what is added to the name of one moved aside
     */
    void put(StoredFile file, InputStream content, String aside) throws IOException {
        if (isOnlyAdded(file)) {
            putContent(file, content);
            return;
        }
        if (!List.of(HEADS, KEY).contains(file.path())) throw new CannotRestore("Nobody knows " + file.path() + ".");
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
                Files.move(place, place.resolveSibling(place.getFileName() + aside));
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void putContent(StoredFile file, InputStream content) throws IOException {
        if (!file.sha256().equals(hash(file))) throw new CannotRestore(file.path() + " is not what its name says.");
        var draft = Files.createTempFile("zhanggui", PART);
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            contents.put(hash(file), draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
