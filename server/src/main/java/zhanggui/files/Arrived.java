package zhanggui.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something that came in, in a file of its own until it is stored; never whole in memory.
 *
 * @param hash SHA-256 in hexadecimal
 */
record Arrived(Path file, long bytes, String hash) implements Closeable {
    static Arrived from(InputStream in) throws IOException {
        var file = Files.createTempFile("zhanggui", ".file");
        try (var out = new DigestOutputStream(Files.newOutputStream(file), sha256())) {
            long bytes = in.transferTo(out);
            out.flush();
            return new Arrived(
                    file, bytes, HexFormat.of().formatHex(out.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
