package zhanggui.edits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.listings.Selection;

/** Single fields of records of any list. */
@RestController
@RequestMapping("/api")
@PreAuthorize("isAuthenticated()")
class EditController {
    private final Edits edits;
    private final Bulk bulk;

    EditController(Edits edits, Bulk bulk) {
        this.edits = edits;
        this.bulk = bulk;
    }

    /**
     * @param values the new values by column: of references their ids, of money the amount
     * @param was what these fields were when the person saw them, in the same form; the record is left alone where one is
     *     something else by now
     */
    record EditFields(
            @NotEmpty @Size(max = 100) Map<String, JsonNode> values,
            @Nullable @Size(max = 100) Map<String, JsonNode> was) {}

    /** @param input what the action needs: of {@code edit} the new values by column */
    record BulkRequest(
            @NotBlank String action,
            @NotNull Selection selection,
            @Nullable JsonNode input) {}

    /** @param job to be watched under {@code /api/jobs}; its rows are in the list {@code outcomes} */
    record BulkStarted(UUID job, int records) {}

    @PatchMapping("/records/{list}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@PathVariable String list, @PathVariable UUID id, @Valid @RequestBody EditFields body, Viewer viewer) {
        edits.edit(list, id, body.values(), body.was() == null ? Map.of() : body.was(), viewer);
    }

    /** Does something to many records, as a job with a result for each. */
    @PostMapping("/lists/{list}/bulk")
    @ResponseStatus(HttpStatus.ACCEPTED)
    BulkStarted bulk(@PathVariable String list, @Valid @RequestBody BulkRequest body, Viewer viewer) {
        return bulk.start(list, body.action(), body.selection(), body.input(), viewer);
    }
}
