package zhanggui.files;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** The files of records, for those who may read it. No browser is ever made to show one: only pictures drawn of it. */
@RestController
@RequestMapping("/api/files/{list}")
@PreAuthorize("isAuthenticated()")
class FileController {
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";
    private final Attachments attachments;
    private final FileStore contents;
    private final FileLimits limits;

    FileController(Attachments attachments, FileStore contents, FileLimits limits) {
        this.attachments = attachments;
        this.contents = contents;
        this.limits = limits;
    }

    /** How large a picture is wanted. */
    enum PictureSize {
        THUMBNAIL,
        PREVIEW
    }

    /** Of several records at once, such as the follow-ups of a page; none of those that are not within reach. */
    @GetMapping
    List<RecordFiles> ofSeveral(
            @PathVariable String list, @RequestParam @Size(max = 100) List<UUID> ids, Viewer viewer) {
        // A blank is read as an id that is not there.
        return attachments.of(list, ids.stream().filter(Objects::nonNull).toList(), viewer);
    }

    @GetMapping("/{id}")
    AttachedFiles of(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        return attachments.of(list, id, viewer);
    }

    @PostMapping(path = "/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AttachedFiles.AttachedFile add(
            @PathVariable String list, @PathVariable UUID id, @RequestParam MultipartFile file, Viewer viewer) {
        if (file.getSize() > limits.largest()) limits.check(file.getSize());
        try (var in = file.getInputStream();
                var arrived = Arrived.from(in)) {
            return attachments.add(list, id, file.getOriginalFilename(), arrived, viewer);
        } catch (IOException e) {
            throw Stores.refused(e);
        }
    }

    @GetMapping("/{id}/{file}")
    void download(
            @PathVariable String list,
            @PathVariable UUID id,
            @PathVariable UUID file,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var one = attachments.find(list, id, file, viewer);
        try (var content = open(one.hash())) {
            response.setContentType(MediaTypes.served(one.mediaType()));
            response.setContentLengthLong(one.bytes());
            response.setHeader("Content-Security-Policy", NOTHING_RUNS);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(one.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            content.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/{id}/{file}/picture")
    void picture(
            @PathVariable String list,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "PREVIEW") PictureSize size,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var images = attachments.find(list, id, file, viewer).images();
        if (images == null) throw Refused.notFound();
        try (var content = open(size == PictureSize.PREVIEW ? images.preview() : images.thumbnail())) {
            var bytes = content.readAllBytes();
            response.setContentType(bytes[0] == (byte) 0xff ? MediaType.IMAGE_JPEG_VALUE : MediaType.IMAGE_PNG_VALUE);
            response.setContentLength(bytes.length);
            response.setHeader("Content-Security-Policy", NOTHING_RUNS);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
            response.getOutputStream().write(bytes);
        }
    }

    @DeleteMapping("/{id}/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String list, @PathVariable UUID id, @PathVariable UUID file, Viewer viewer) {
        attachments.remove(list, id, file, viewer);
    }

    private InputStream open(String hash) {
        try {
            return contents.open(hash);
        } catch (IOException e) {
            throw Stores.refused(e);
        }
    }
}
