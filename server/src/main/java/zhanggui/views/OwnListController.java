package zhanggui.views;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** How people like a list, and with what it opens. */
@RestController
@RequestMapping("/api/lists/{list}")
@PreAuthorize("isAuthenticated()")
class OwnListController {
    private final OwnLists own;

    OwnListController(OwnLists own) {
        this.own = own;
    }

    record SetTabs(@NotNull @Size(max = 1000) List<@NotNull @Valid Tab> tabs) {}

    /** @param columns absent for the list's own */
    record SetColumns(@Nullable @Size(max = 200) List<@NotNull @Valid ShownColumn> columns) {}

    /** @param view the key of a declared view or the id of a saved one; absent to choose none */
    record SetOpening(@Nullable @Size(max = 100) String view) {}

    @PutMapping("/tabs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tabs(@PathVariable String list, @Valid @RequestBody SetTabs body, Viewer viewer) {
        own.setTabs(list, body.tabs(), viewer);
    }

    @PutMapping("/columns")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void columns(@PathVariable String list, @Valid @RequestBody SetColumns body, Viewer viewer) {
        own.setColumns(list, body.columns(), viewer);
    }

    @PutMapping("/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opening(@PathVariable String list, @Valid @RequestBody SetOpening body, Viewer viewer) {
        own.setOpening(list, body.view(), viewer);
    }

    @PutMapping("/opening/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('listings:share')")
    void openingOf(
            @PathVariable String list, @PathVariable UUID role, @Valid @RequestBody SetOpening body, Viewer viewer) {
        own.setOpeningOf(role, list, body.view(), viewer);
    }
}
