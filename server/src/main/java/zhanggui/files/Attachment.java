package zhanggui.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on a record.
 *
 * @param mediaType as its content tells
 * @param nameFits whether the end of its name says the same
 * @param hash of its content, under which that is stored
 * @param images of an image, those made of it for looking at
 */
record Attachment(
        UUID id,
        String name,
        String mediaType,
        boolean nameFits,
        long bytes,
        String hash,
        @Nullable Images images,
        UUID addedBy,
        String adderName,
        Instant addedAt) {

    /** Hashes of what a browser may show. */
    record Images(String thumbnail, String preview) {}
}
