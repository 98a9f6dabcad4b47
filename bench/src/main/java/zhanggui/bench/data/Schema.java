package zhanggui.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The tables of this build: data are made anew when they are others. */
public final class Schema {
    private static final Path MIGRATIONS = Path.of("server/src/main/resources/db/migration");

    private Schema() {}

    public static String fingerprint() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(MIGRATIONS)) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("V"))
                    .sorted()
                    .toList()) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }
}
