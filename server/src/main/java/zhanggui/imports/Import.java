package zhanggui.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.files.Layout;
import zhanggui.problems.Refused;

/**
 * A file on its way in.
 *
 * @param message why it failed, in its owner's language
 * @param report of the last check or run under the present spec
 */
record Import(
        UUID id,
        String kind,
        String fileName,
        UUID owner,
        String ownerName,
        State state,
        Layout layout,
        Spec spec,
        Findings findings,
        @Nullable UUID job,
        @Nullable String message,
        @Nullable ImportReport report,
        int version,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean filePresent) {
    enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isBusy() {
            return this == CHECKING || this == RUNNING;
        }
    }

    /** Refuses what cannot be done to it any more or just now. */
    void mustBeOpen() {
        mustBeQuiet();
        if (state == State.DONE) throw Refused.because(ImportReasons.FINISHED);
        if (!filePresent) throw Refused.because(ImportReasons.FILE_DROPPED);
    }

    void mustBeQuiet() {
        if (state.isBusy()) throw Refused.because(ImportReasons.BUSY);
    }
}
