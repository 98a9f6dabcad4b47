package zhanggui.listings;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Every list of every module, under the permission its description names. */
@RestController
@RequestMapping("/api/lists/{list}")
@PreAuthorize("isAuthenticated()")
class ListController {
    private final Lists lists;
    private final Exports exports;
    private final Texts texts;

    ListController(Lists lists, Exports exports, Texts texts) {
        this.lists = lists;
        this.exports = exports;
        this.texts = texts;
    }

    @GetMapping
    ListDescription describe(@PathVariable String list, Viewer viewer) {
        return ListDescription.of(lists.find(list, viewer), viewer, texts);
    }

    /** @param rights whether to tell which rows the viewer may change */
    @GetMapping("/rows")
    Page rows(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable Long total,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "false") boolean rights,
            Viewer viewer) {
        var place = new Place(page, size, total, after, before);
        var listing = lists.find(list, viewer);
        var found = lists.page(listing, ListQuery.parse(filter, q, sort, columns, place), viewer);
        return rights ? lists.withRights(listing, found, viewer) : found;
    }

    @GetMapping("/groups")
    List<Page.Group> groups(
            @PathVariable String list,
            @RequestParam String by,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            Viewer viewer) {
        return lists.groups(
                lists.find(list, viewer), by, ListQuery.parse(filter, q, null, null, Place.of(1, 1)), viewer);
    }

    @GetMapping("/export")
    void export(
            @PathVariable String list,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String columns,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var listing = lists.find(list, viewer);
        viewer.require(listing.exportPermission());
        var as = Exports.Format.of(format).orElseThrow(() -> Refused.invalid("format", "unknown", format));
        var query = ListQuery.parse(filter, q, sort, columns, Place.of(1, 1));
        lists.columns(listing, query, viewer);
        response.setContentType(as.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(listing.name() + "." + as.extension())
                        .build()
                        .toString());
        exports.write(listing, query, viewer, as, response.getOutputStream());
    }
}
