package zhanggui.backups.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.apache.commons.compress.utils.BoundedSeekableByteChannelInputStream;
import zhanggui.backups.archive.Manifest.Content;

/** Reads a backup. Everything in its file follows from the manifest, so that no byte of it can be another unnoticed. */
public final class ArchiveReader implements Closeable {
    /** More than the manifest of any system: a content is some 300 bytes of it. */
    private static final int LARGEST_MANIFEST = 512 << 20;

    private static final int BUFFER = 1 << 16;
    private final FileChannel channel;
    private final Manifest manifest;
    private final Instant at;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Long> begins = new HashMap<>();
    private final long end;

    private record Place(Content content, long begin) {}

    private ArchiveReader(FileChannel channel, Manifest manifest, Instant at, long begin) {
        this.channel = channel;
        this.manifest = manifest;
        this.at = at;
        long next = begin;
        for (var content : contents(manifest)) {
            places.add(new Place(content, next));
            begins.put(content.member(), next);
            next += TarHeader.BLOCK + content.bytes() + TarHeader.padding(content.bytes());
        }
        this.end = next;
    }

    /**
     * Reads the manifest, and proves that it is as it was written.
     *
     * @throws DamagedBackup when the file is no backup this version can read
     */
    public static ArchiveReader open(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file);
        } catch (NoSuchFileException e) {
            throw new DamagedBackup("There is no file " + file + ".");
        }
        try {
            return open(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ArchiveReader open(FileChannel channel) throws IOException {
        if (channel.size() < TarHeader.BLOCK) throw new DamagedBackup("It is no backup of Zhanggui.");
        var header = TarHeader.read(bytes(channel, 0, TarHeader.BLOCK));
        if (!header.name().equals(ArchiveWriter.MANIFEST) || header.size() > LARGEST_MANIFEST || header.size() < 0) {
            throw new DamagedBackup("It is no backup of Zhanggui.");
        }
        var json = bytes(channel, TarHeader.BLOCK, (int) header.size());
        long after = TarHeader.BLOCK + header.size() + TarHeader.padding(header.size());
        var hash = ArchiveWriter.hashLine(json);
        same(channel, 0, TarHeader.of(ArchiveWriter.MANIFEST, header.size(), header.at()), "manifest");
        same(channel, after, TarHeader.of(ArchiveWriter.MANIFEST_HASH, hash.length, header.at()), "manifest");
        same(channel, after + TarHeader.BLOCK, Arrays.copyOf(hash, TarHeader.BLOCK), "manifest");
        return new ArchiveReader(channel, Manifest.of(json), header.at(), after + 2L * TarHeader.BLOCK);
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Proves every byte.
     *
     * @param progress told how many bytes were read
     * @throws DamagedBackup when one is not as it was written, or missing
     */
    public void verify(LongConsumer progress) throws IOException {
        long whole = end + 2L * TarHeader.BLOCK;
        if (channel.size() < whole) {
            throw new DamagedBackup("It is cut off: of " + whole + " bytes there are " + channel.size() + ".");
        }
        if (channel.size() > whole) throw new DamagedBackup("Something was added at its end.");
        for (var place : places) {
            var content = place.content();
            same(channel, place.begin(), TarHeader.of(content.member(), content.bytes(), at), content.member());
            try (var in = open(content)) {
                var hashed = new Hashed(OutputStream.nullOutputStream());
                var buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    hashed.write(buffer, 0, n);
                    progress.accept(place.begin() + hashed.bytes());
                }
                if (!hashed.sha256().equals(content.sha256())) throw changed(content.member());
            }
            long after = place.begin() + TarHeader.BLOCK + content.bytes();
            same(channel, after, new byte[TarHeader.padding(content.bytes())], content.member());
        }
        same(channel, end, new byte[2 * TarHeader.BLOCK], "end");
    }

    /** The bytes of a table or file as they stand in the backup. */
    public InputStream open(Content content) throws IOException {
        var begin = Objects.requireNonNull(begins.get(content.member()), content.member());
        return new BoundedSeekableByteChannelInputStream(begin + TarHeader.BLOCK, content.bytes(), channel);
    }

    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static List<Content> contents(Manifest manifest) {
        var contents = new ArrayList<Content>(manifest.tables());
        contents.addAll(manifest.files());
        return contents;
    }

    private static void same(FileChannel channel, long at, byte[] expected, String what) throws IOException {
        if (!Arrays.equals(bytes(channel, at, expected.length), expected)) throw changed(what);
    }

    private static DamagedBackup changed(String what) {
        return new DamagedBackup("It is not as it was written: " + what + " was changed.");
    }

    private static byte[] bytes(FileChannel channel, long at, int count) throws IOException {
        if (at + count > channel.size()) throw new DamagedBackup("It is cut off.");
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) throw new DamagedBackup("It is cut off.");
        }
        return buffer.array();
    }
}
