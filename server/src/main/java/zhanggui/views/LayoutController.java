package zhanggui.views;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** How the forms of records are laid out. */
@RestController
@RequestMapping("/api/layouts/{list}")
@PreAuthorize("isAuthenticated()")
class LayoutController {
    private final Layouts layouts;

    LayoutController(Layouts layouts) {
        this.layouts = layouts;
    }

    /** What one's own form looks like; no content where it is as it was made. */
    @GetMapping
    ResponseEntity<FormLayout> own(@PathVariable String list, Viewer viewer) {
        return layouts.own(list, viewer).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    /** Everybody's, and those of roles. */
    @GetMapping("/all")
    @PreAuthorize("hasAuthority('customfields:edit')")
    FormLayout.All all(@PathVariable String list, Viewer viewer) {
        return layouts.all(list, viewer);
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customfields:edit')")
    void save(@PathVariable String list, @Valid @RequestBody FormLayout body, Viewer viewer) {
        layouts.save(list, body, viewer);
    }

    /** @param role absent for everybody's */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customfields:edit')")
    void remove(@PathVariable String list, @RequestParam @Nullable UUID role, Viewer viewer) {
        layouts.remove(list, role, viewer);
    }
}
