package zhanggui.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.files.FileStore;
import zhanggui.texts.Texts;

/**
 * Hands out what is stored about a contact as a ZIP archive: {@code data.json} with everything as it is stored, {@code
 * index.html} with the same for reading, and the files.
 */
@RestController
@RequestMapping("/api/contacts/{id}/personal-data")
class DossierController {
    private final Dossiers dossiers;
    private final FileStore files;
    private final JsonMapper mapper;
    private final Texts texts;
    private final Clock clock;

    DossierController(Dossiers dossiers, FileStore files, JsonMapper mapper, Texts texts, Clock clock) {
        this.dossiers = dossiers;
        this.files = files;
        this.mapper = mapper;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('privacy:export')")
    void export(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var dossier = dossiers.of(id, viewer);
        var day = viewer.calendar().day(clock.instant());
        var title = texts.get(viewer.language(), "dossier.title", dossier.name());
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + " " + day + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write(page(dossier, title, day.toString(), viewer).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("data.json"));
            zip.write(json(dossier));
            for (var file : dossier.files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                try (var content = files.open(file.getValue().hash())) {
                    content.transferTo(zip);
                } catch (NoSuchFileException e) {
                    // What the store has lost is not in the archive; that it was attached is.
                }
            }
        }
    }

    private byte[] json(Dossier dossier) {
        var parts = new LinkedHashMap<String, Object>();
        dossier.parts().forEach(part -> parts.put(part.key(), part.rows()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(parts);
    }

    private String page(Dossier dossier, String title, String day, Viewer viewer) {
        var html = new StringBuilder();
        html.append("<!doctype html><html lang=\"")
                .append(viewer.language().toString().toLowerCase(java.util.Locale.ROOT))
                .append("\"><meta charset=\"utf-8\"><title>")
                .append(text(title))
                .append("</title><style>body{font:14px/1.6 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}")
                .append("table{border-collapse:collapse;margin:0 0 1rem;width:100%}")
                .append("th{width:12rem;text-align:left;font-weight:400;color:#555;vertical-align:top}")
                .append("th,td{border-bottom:1px solid #ddd;padding:.25rem .5rem;white-space:pre-wrap}</style><h1>")
                .append(text(title))
                .append("</h1><p>")
                .append(text(texts.get(viewer.language(), "dossier.note", day, viewer.name())))
                .append("</p>");
        for (var part : dossier.parts()) {
            if (part.lines().isEmpty()) continue;
            html.append("<h2>").append(text(part.label())).append("</h2>");
            for (var line : part.lines()) {
                html.append("<table>");
                line.forEach((heading, value) -> html.append("<tr><th>")
                        .append(text(heading))
                        .append("</th><td>")
                        .append(text(value))
                        .append("</td></tr>"));
                html.append("</table>");
            }
        }
        return html.append("</html>").toString();
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
