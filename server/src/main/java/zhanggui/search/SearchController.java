package zhanggui.search;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** What the palette asks: everybody may, and finds what they may read. */
@RestController
@RequestMapping("/api/search")
@PreAuthorize("isAuthenticated()")
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping
    List<Hit.Group> find(@RequestParam String q, Viewer viewer) {
        return search.find(q, viewer);
    }

    @GetMapping("/opened")
    List<Hit> opened(Viewer viewer) {
        return search.opened(viewer);
    }

    /** Said by a page that shows a record, so that the record is at hand on every device. */
    @PutMapping("/opened/{list}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        search.open(list, id, viewer);
    }
}
