package zhanggui.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the key comes from, and that it opens what it closed. */
class SecretKeyTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @Test
    void theKeyBesideAnOwnDatabaseIsMadeOnceAndOnlyTheOwnerReadsIt(@TempDir Path data) throws Exception {
        var kept = new SecretKey("", "", data).encrypt(SECRET);
        assertThat(new SecretKey("", "", data).decrypt(kept)).isEqualTo(SECRET);
        assertThat(Files.getPosixFilePermissions(data.resolve("secret.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anotherPostgresNeedsAConfiguredKey(@TempDir Path data) {
        assertThat(new SecretKey("", "postgresql://elsewhere/db", data).isThere())
                .isFalse();
        var configured = new SecretKey("a key of the company's own", "postgresql://elsewhere/db", data);
        assertThat(configured.isThere()).isTrue();
        var kept = configured.encrypt(SECRET);
        assertThat(kept).isNotEqualTo(configured.encrypt(SECRET));
        assertThat(new SecretKey("a key of the company's own", "postgresql://x/y", data).decrypt(kept))
                .isEqualTo(SECRET);
    }
}
