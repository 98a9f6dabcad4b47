package zhanggui.files;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import zhanggui.problems.Refused;

/** How large a file may be, and how much a record holds. */
@Component
class FileLimits {
    static final int MOST_FILES = 200;
    private final long largest;
    private final long perRecord;

    FileLimits(
            @Value("${zhanggui.files.largest}") DataSize largest,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize brought,
            @Value("${zhanggui.files.per-record}") DataSize perRecord) {
        this.largest = Math.min(largest.toBytes(), brought.toBytes());
        this.perRecord = perRecord.toBytes();
    }

    long largest() {
        return largest;
    }

    /** What a record takes beside what it has. */
    long room(long bytes) {
        return Math.max(0, perRecord - bytes);
    }

    void check(long bytes) {
        if (bytes == 0) throw Refused.because(FileReasons.EMPTY);
        if (bytes > largest) throw Refused.because(FileReasons.TOO_LARGE, megabytes(largest));
    }

    void check(AttachmentStore.Sum there, long bytes) {
        if (there.count() >= MOST_FILES) throw Refused.because(FileReasons.TOO_MANY, MOST_FILES);
        if (bytes > room(there.bytes())) throw Refused.because(FileReasons.RECORD_FULL, megabytes(perRecord));
    }

    private static long megabytes(long bytes) {
        return Math.max(1, bytes >> 20);
    }
}
