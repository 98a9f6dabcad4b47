package zhanggui.views;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.views.ListViews.ShownView;

/** Saved views, for whoever may open their list. */
@RestController
@RequestMapping("/api")
@PreAuthorize("isAuthenticated()")
class ViewController {
    private final Views views;
    private final OwnLists own;

    ViewController(Views views, OwnLists own) {
        this.views = views;
        this.own = own;
    }

    @GetMapping("/lists/{list}/views")
    ListViews of(@PathVariable String list, Viewer viewer) {
        return own.of(list, viewer);
    }

    @PostMapping("/lists/{list}/views")
    @ResponseStatus(HttpStatus.CREATED)
    ShownView add(@PathVariable String list, @Valid @RequestBody SaveView body, Viewer viewer) {
        return views.add(list, body, viewer);
    }

    @PutMapping("/views/{id}")
    ShownView change(@PathVariable UUID id, @Valid @RequestBody SaveView body, Viewer viewer) {
        return views.change(id, body, viewer);
    }

    @DeleteMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        views.remove(id, viewer);
    }
}
