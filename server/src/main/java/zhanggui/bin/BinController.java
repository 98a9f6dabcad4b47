package zhanggui.bin;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** One thing in the bin; the bin itself is the list {@code bin}. */
@RestController
@RequestMapping("/api/bin/{id}")
@PreAuthorize("isAuthenticated()")
class BinController {
    private final Bin bin;

    BinController(Bin bin) {
        this.bin = bin;
    }

    @PostMapping("/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable UUID id, Viewer viewer) {
        bin.restore(id, viewer);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('bin:purge')")
    void purge(@PathVariable UUID id, Viewer viewer) {
        bin.purge(id, viewer);
    }
}
