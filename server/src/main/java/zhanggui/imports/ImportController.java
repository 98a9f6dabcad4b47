package zhanggui.imports;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportKinds.ImportKindView;

@RestController
@RequestMapping("/api/imports")
@PreAuthorize("hasAuthority('imports:run')")
class ImportController {
    private final Imports imports;
    private final ImportKinds kinds;
    private final ImportRows rows;
    private final ImportFiles files;

    ImportController(Imports imports, ImportKinds kinds, ImportRows rows, ImportFiles files) {
        this.imports = imports;
        this.kinds = kinds;
        this.rows = rows;
        this.files = files;
    }

    /** @param withRefused whether to import the good rows when others are refused */
    record RunImport(boolean withRefused) {}

    record StartedImport(UUID job) {}

    @GetMapping("/kinds")
    List<ImportKindView> kinds(Viewer viewer) {
        return kinds.of(viewer);
    }

    @GetMapping("/kinds/{kind}/template")
    void template(
            @PathVariable String kind,
            @RequestParam(defaultValue = "xlsx") String format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var of = kinds.find(kind, viewer);
        var as = FileFormat.of(format);
        download(kinds.label(kind, viewer), as, response);
        files.template(of, as, viewer, response.getOutputStream());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(@RequestParam String kind, @RequestParam MultipartFile file, Viewer viewer) throws IOException {
        var name = file.getOriginalFilename();
        return imports.upload(kind, name == null ? "" : name, file.getBytes(), viewer);
    }

    @GetMapping("/{id}")
    ImportView find(@PathVariable UUID id, Viewer viewer) {
        return imports.view(id, viewer);
    }

    @PutMapping("/{id}/spec")
    ImportView change(@PathVariable UUID id, @Valid @RequestBody SpecChange body, Viewer viewer) {
        return imports.change(id, body, viewer);
    }

    @PostMapping("/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedImport check(@PathVariable UUID id, Viewer viewer) {
        return new StartedImport(imports.check(id, viewer));
    }

    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedImport run(@PathVariable UUID id, @RequestBody(required = false) @Nullable RunImport body, Viewer viewer) {
        return new StartedImport(imports.run(id, body != null && body.withRefused(), viewer));
    }

    @GetMapping("/{id}/rows")
    ImportRows.ImportRowPage rows(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "REFUSED") RowOutcome.Kind outcome,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            Viewer viewer) {
        return rows.page(imports.find(id, viewer), outcome, page, size, viewer);
    }

    @GetMapping("/{id}/refused")
    void refused(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "xlsx") String format,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var one = imports.find(id, viewer);
        var as = FileFormat.of(format);
        download(files.refusedName(one, viewer), as, response);
        files.refused(one, as, viewer, response.getOutputStream());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        imports.remove(id, viewer);
    }

    private static void download(String name, FileFormat format, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.extension(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
