package zhanggui.accounts;

import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** What somebody may do with a record, for administrators. */
@RestController
@RequestMapping("/api/rights/{person}/{list}")
class ExplanationController {
    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('accounts:read')")
    Explanations.Explained explain(
            @PathVariable UUID person, @PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        return explanations.of(person, list, id, viewer);
    }
}
