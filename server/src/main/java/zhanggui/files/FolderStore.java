package zhanggui.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** A folder, with one below it for each first byte of the hashes. Servers that share a database share it too. */
final class FolderStore implements FileStore {
    private static final String PART = ".part";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Under its name it is whole, whatever happens. */
    @Override
    public void put(String hash, Path content) throws IOException {
        var place = place(hash);
        if (Files.isRegularFile(place)) return;
        Files.createDirectories(place.getParent());
        var draft = Files.createTempFile(place.getParent(), "new", PART);
        try {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        try (var parent = FileChannel.open(place.getParent())) {
            parent.force(true);
        }
    }

    @Override
    public InputStream open(String hash) throws IOException {
        return Files.newInputStream(place(hash));
    }

    @Override
    public void remove(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    /** What a server that died was writing is told of as well, under a name that is no hash. */
    @Override
    public void each(Visit visit) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (var below = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var part : below) {
                try (var files = Files.newDirectoryStream(part, Files::isRegularFile)) {
                    for (var file : files) see(file, visit);
                }
            }
        }
    }

    private static void see(Path file, Visit visit) throws IOException {
        var name = file.getFileName().toString();
        if (!HASH.matcher(name).matches()) return;
        try {
            visit.see(new Stored(name, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            // Removed by another server meanwhile.
            return;
        }
    }

    private Path place(String hash) {
        if (!HASH.matcher(hash).matches()) throw new IllegalArgumentException(hash);
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
