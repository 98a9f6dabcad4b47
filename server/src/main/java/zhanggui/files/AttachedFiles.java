package zhanggui.files;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The files of a record as a viewer sees them.
 *
 * @param mayChange whether they may add and remove
 * @param largest how large a file may be, in bytes
 * @param room what the record takes beside these, in bytes
 */
record AttachedFiles(List<AttachedFile> files, boolean mayChange, long largest, long room) {

    /**
     * @param mediaType as its content tells
     * @param nameFits false where the name promises something else than its content is
     * @param pictured whether there is a picture of it to look at
     */
    record AttachedFile(
            UUID id,
            String name,
            String mediaType,
            boolean nameFits,
            long bytes,
            boolean pictured,
            UUID addedBy,
            String adderName,
            Instant addedAt) {
        static AttachedFile of(Attachment file) {
            return new AttachedFile(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.nameFits(),
                    file.bytes(),
                    file.images() != null,
                    file.addedBy(),
                    file.adderName(),
                    file.addedAt());
        }
    }
}
