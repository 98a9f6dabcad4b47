package zhanggui.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.core.env.Environment;

/** Where the content of files is kept, each under the SHA-256 of its bytes: written once, never changed. */
public interface FileStore {
    /** @param at when it was put there */
    record Stored(String hash, Instant at) {}

    @FunctionalInterface
    interface Visit {
        void see(Stored stored) throws IOException;
    }

    /** The one that is configured. */
    static FileStore of(Environment environment) {
        return environment.getProperty("zhanggui.files.s3.bucket", "").isEmpty()
                ? inFolder(Path.of(environment.getRequiredProperty("zhanggui.files.folder")))
                : S3Store.of(environment);
    }

    static FileStore inFolder(Path folder) {
        return new FolderStore(folder);
    }

    /** Keeps what is in {@code content}, which stays; does nothing where it is there already. */
    void put(String hash, Path content) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when it is not there */
    InputStream open(String hash) throws IOException;

    /** Does nothing where it is not there. */
    void remove(String hash) throws IOException;

    /** All there are, in no order. */
    void each(Visit visit) throws IOException;
}
