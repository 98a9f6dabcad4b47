package zhanggui.backups.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/** The block before each member of a tar file. It is the same for the same name, size and time, so that it can be checked. */
final class TarHeader {
    static final int BLOCK = 512;
    static final int LONGEST_NAME = 99;
    private static final ZipEncoding UTF8 = ZipEncodingHelper.getZipEncoding("UTF-8");
    private static final int OWNER_ONLY = 0100600;

    private TarHeader() {}

    static byte[] of(String name, long size, Instant at) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setLastModifiedTime(FileTime.fromMillis(at.getEpochSecond() * 1000));
        entry.setMode(OWNER_ONLY);
        entry.setIds(0, 0);
        entry.setNames("", "");
        var block = new byte[BLOCK];
        try {
            // Sizes of eight gigabytes and more are written as GNU tar does.
            entry.writeEntryHeader(block, UTF8, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return block;
    }

    /** What follows so many bytes up to the next block. */
    static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    record Read(String name, long size, Instant at) {}

    /** @throws DamagedBackup when this is none */
    static Read read(byte[] block) {
        try {
            var entry = new TarArchiveEntry(block);
            if (!entry.isCheckSumOK()) throw new DamagedBackup("It is no backup of Zhanggui.");
            return new Read(
                    entry.getName(),
                    entry.getSize(),
                    entry.getLastModifiedTime().toInstant());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new DamagedBackup("It is no backup of Zhanggui.");
        }
    }
}
