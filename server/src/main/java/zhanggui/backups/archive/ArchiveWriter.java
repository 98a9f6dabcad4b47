package zhanggui.backups.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * Writes a backup: a tar file whose manifest comes first though it is known last, in a place kept free for it. Until it is
 * finished the file has another name, so that nothing broken off looks like a backup.
 */
public final class ArchiveWriter implements Closeable {
    /** What ends the name of a file that is being written. */
    public static final String PART = ".part";

    static final String MANIFEST = "manifest.json";
    static final String MANIFEST_HASH = "manifest.sha256";
    private static final int BUFFER = 1 << 16;
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final Manifest draft;
    private final int reserved;

    /** Bytes of a member and what was written of it, as told by the one who wrote. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** What a member came to. */
    public record Written(long bytes, String sha256) {}

    private ArchiveWriter(Path target, Path part, FileChannel channel, Manifest draft, int reserved) {
        this.target = target;
        this.part = part;
        this.channel = channel;
        this.draft = draft;
        this.reserved = reserved;
    }

    /** @param draft the manifest as it will be, but for what is known at the end */
    public static ArchiveWriter create(Path target, Manifest draft) throws IOException {
        if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
        var part = target.resolveSibling(target.getFileName() + PART);
        var longest = draft.with(
                draft.tables().stream()
                        .map(t -> t.with(Long.MAX_VALUE, Long.MAX_VALUE, "0".repeat(64)))
                        .toList(),
                draft.files().stream()
                        .map(f -> f.with(Long.MAX_VALUE, "0".repeat(64)))
                        .toList());
        int size = longest.json().length;
        Files.deleteIfExists(part);
        var channel = FileChannel.open(
                part,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var writer = new ArchiveWriter(target, part, channel, draft, size + TarHeader.padding(size));
        channel.position(TarHeader.BLOCK + writer.reserved + 2L * TarHeader.BLOCK);
        return writer;
    }

    public Written add(String member, Content content) throws IOException {
        long begin = channel.position();
        channel.position(begin + TarHeader.BLOCK);
        var hashed = new Hashed(Channels.newOutputStream(channel));
        var out = new BufferedOutputStream(hashed, BUFFER);
        content.write(out);
        out.flush();
        put(new byte[TarHeader.padding(hashed.bytes())]);
        write(begin, TarHeader.of(member, hashed.bytes(), draft.at()));
        return new Written(hashed.bytes(), hashed.sha256());
    }

    /** Makes it a backup: from now on the file is there under its name, whatever happens. */
    public void finish(Manifest manifest) throws IOException {
        put(new byte[2 * TarHeader.BLOCK]);
        var json = Arrays.copyOf(manifest.json(), reserved);
        Arrays.fill(json, manifest.json().length, reserved, (byte) '\n');
        write(0, TarHeader.of(MANIFEST, reserved, draft.at()));
        write(TarHeader.BLOCK, json);
        var hash = hashLine(json);
        write(TarHeader.BLOCK + (long) reserved, TarHeader.of(MANIFEST_HASH, hash.length, draft.at()));
        write(2L * TarHeader.BLOCK + reserved, Arrays.copyOf(hash, TarHeader.BLOCK));
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    /** Leaves nothing behind of what was not finished. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) return;
        channel.close();
        Files.deleteIfExists(part);
    }

    /** As {@code sha256sum} writes and checks it. */
    static byte[] hashLine(byte[] manifest) {
        return (Hashed.sha256(manifest) + "  " + MANIFEST + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void put(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
    }

    private void write(long at, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer, at + buffer.position());
    }
}
