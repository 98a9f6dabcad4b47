package zhanggui.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** What a file is, as its content tells; its name only says which kind of that, such as a workbook among archives. */
final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    /** What may be said to a browser that saves it; the rest is told as bytes. */
    private static final Set<String> HARMLESS = Set.of("application/pdf", "text/plain", "application/zip");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();

    private MediaTypes() {}

    /** @param nameFits false where the name promises something else */
    record Told(String mediaType, boolean nameFits) {}

    static Told of(Path content, String name) throws IOException {
        var byContent = detect(content, null);
        var type = detect(content, name);
        var named = TYPES.detect(null, named(name));
        var fits = named.toString().equals(UNKNOWN)
                || byContent.toString().equals(UNKNOWN)
                || related(type, named)
                || (byContent.equals(MediaType.TEXT_PLAIN) && named.getType().equals("text"));
        return new Told(type.getBaseType().toString(), fits);
    }

    /** The type as an answer may name it. */
    static String served(String mediaType) {
        var harmless = mediaType.equals("image/svg+xml")
                ? false
                : HARMLESS.contains(mediaType) || mediaType.matches("(image|audio|video)/.*");
        return harmless || mediaType.matches("application/(vnd\\.openxmlformats|vnd\\.ms-|msword).*")
                ? mediaType
                : UNKNOWN;
    }

    private static boolean related(MediaType type, MediaType named) {
        return type.equals(named)
                || REGISTRY.isSpecializationOf(type, named)
                || REGISTRY.isSpecializationOf(named, type)
                || REGISTRY.normalize(type).equals(REGISTRY.normalize(named));
    }

    private static MediaType detect(Path content, @org.jspecify.annotations.Nullable String name) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(content))) {
            return TYPES.detect(in, name == null ? new Metadata() : named(name));
        }
    }

    private static Metadata named(String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
        return metadata;
    }
}
