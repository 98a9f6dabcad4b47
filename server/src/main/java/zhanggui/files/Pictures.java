package zhanggui.files;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of large ones, drawn anew, so that nothing of the original but its pixels is in them: no place, no
 * camera, no script. Few are made at once, and of each no more pixels are held than those have that come of it; what says
 * that it has more than any camera makes is not looked at.
 */
final class Pictures {
    private static final Logger log = LoggerFactory.getLogger(Pictures.class);
    static final int THUMBNAIL = 320;
    static final int PREVIEW = 1600;
    private static final long MOST_PIXELS = 120_000_000;
    private static final Set<String> READ = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp");
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Pictures() {}

    /** Both in the same format. */
    record Made(byte[] thumbnail, byte[] preview) {}

    /** Empty for what is no picture, or none that can be read. */
    static Optional<Made> of(Path file, String mediaType) {
        if (!READ.contains(mediaType)) return Optional.empty();
        AT_ONCE.acquireUninterruptibly();
        try {
            var picture = read(file, mediaType);
            if (picture == null) return Optional.empty();
            var format = picture.getColorModel().hasAlpha() ? "png" : "jpg";
            return Optional.of(new Made(draw(picture, THUMBNAIL, format), draw(picture, PREVIEW, format)));
        } catch (IOException | RuntimeException e) {
            log.info("no preview of an {}: {}", mediaType, e.toString());
            return Optional.empty();
        } finally {
            AT_ONCE.release();
        }
    }

    private static @Nullable BufferedImage read(Path file, String mediaType) throws IOException {
        try (var in = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReadersByMIMEType(mediaType);
            if (!readers.hasNext()) return null;
            var reader = readers.next();
            try {
                // What stands beside the pixels is not read: it may be large, and of photos it is often out of order.
                reader.setInput(in, true, true);
                var picture = read(reader);
                return picture == null || !mediaType.equals("image/jpeg") ? picture : turn(picture, in);
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable BufferedImage read(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) return null;
        var how = reader.getDefaultReadParam();
        int each = (int) Math.max(1, Math.max(width, height) / (2 * PREVIEW));
        how.setSourceSubsampling(each, each, 0, 0);
        return reader.read(0, how);
    }

    /** A photo says how the camera was held. */
    private static BufferedImage turn(BufferedImage picture, ImageInputStream in) throws IOException {
        in.seek(0);
        var segments = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
        if (segments.isEmpty()) return picture;
        try (var exif = segments.getFirst().data()) {
            exif.skipNBytes(1); // A byte of padding after the name.
            var held =
                    new TIFFReader().read(new MemoryCacheImageInputStream(exif)).getEntryById(TIFF.TAG_ORIENTATION);
            var turned = held != null && held.getValue() instanceof Number number
                    ? Orientation.typeOf(number.intValue())
                    : null;
            return turned == null
                    ? picture
                    : ExifFilterUtils.getFilterForOrientation(turned).apply(picture);
        } catch (IOException | RuntimeException e) {
            log.debug("a photo does not say how it was held", e);
            return picture;
        }
    }

    private static byte[] draw(BufferedImage picture, int size, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        int fits = Math.min(size, Math.max(picture.getWidth(), picture.getHeight()));
        Thumbnails.of(picture)
                .size(fits, fits)
                .outputFormat(format)
                .outputQuality(0.82)
                .toOutputStream(out);
        return out.toByteArray();
    }

    static Arrived stored(byte[] made) throws IOException {
        return Arrived.from(new ByteArrayInputStream(made));
    }
}
