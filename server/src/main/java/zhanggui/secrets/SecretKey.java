package zhanggui.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database must hold but must not tell (AES-256-GCM). The key is configured; beside the server's own
 * database it lies in a file of the data folder. An own PostgreSQL, which several servers may share, needs one of the
 * configuration.
 */
@Component
public class SecretKey {
    private static final int SHORTEST = 16;
    /** Only tells this use of the key from others. */
    private static final String SALT = "7a68616e67677569";

    private final String given;
    private final boolean ownDatabase;
    private final Path file;
    private @Nullable BytesEncryptor encryptor;

    SecretKey(
            @Value("${zhanggui.secret-key}") String given,
            @Value("${zhanggui.database.url}") String database,
            @Value("${zhanggui.data}") Path data) {
        if (!given.isEmpty() && given.length() < SHORTEST) {
            throw new IllegalStateException("ZHANGGUI_SECRET_KEY has to have " + SHORTEST + " characters or more");
        }
        this.given = given;
        this.ownDatabase = database.isEmpty();
        this.file = data.resolve("secret.key");
    }

    /** Whether there is a key, or may be one. */
    public boolean isThere() {
        return ownDatabase || !given.isEmpty();
    }

    public byte[] encrypt(byte[] plain) {
        return encryptor().encrypt(plain);
    }

    public byte[] decrypt(byte[] kept) {
        return encryptor().decrypt(kept);
    }

    private synchronized BytesEncryptor encryptor() {
        if (encryptor == null) encryptor = Encryptors.stronger(given.isEmpty() ? ofFile() : given, SALT);
        return encryptor;
    }

    private String ofFile() {
        if (!ownDatabase) throw new IllegalStateException("ZHANGGUI_SECRET_KEY is not set");
        try {
            if (!Files.exists(file)) make();
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", null, owner);
        Files.writeString(half, HexFormat.of().formatHex(bytes));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
