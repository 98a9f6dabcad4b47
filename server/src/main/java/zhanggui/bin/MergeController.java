package zhanggui.bin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.audit.Records;

/** Merging two records of a list, and where a record went that is not there any more. */
@RestController
@RequestMapping("/api/records/{list}/{id}")
@PreAuthorize("isAuthenticated()")
class MergeController {
    private final Merges merges;
    private final BinStore store;
    private final Records records;

    MergeController(Merges merges, BinStore store, Records records) {
        this.merges = merges;
        this.store = store;
        this.records = records;
    }

    /**
     * @param gone the record that goes; whatever refers to it is turned to the one in the address
     * @param values what the one that stays takes, by column: of references their ids, of money the amount
     */
    record Merge(
            @NotNull UUID gone, @Nullable @Size(max = 200) Map<String, JsonNode> values) {}

    /** @param entry in the bin, by which the merge can be undone */
    record Merged(UUID entry) {}

    record MergedInto(UUID id, String title) {}

    @PostMapping("/merge")
    Merged merge(@PathVariable String list, @PathVariable UUID id, @Valid @RequestBody Merge body, Viewer viewer) {
        return new Merged(
                merges.merge(list, id, body.gone(), body.values() == null ? Map.of() : body.values(), viewer));
    }

    /** Where a record went that is not there any more; nothing where it was not merged into one within the viewer's reach. */
    @GetMapping("/merged-into")
    ResponseEntity<MergedInto> mergedInto(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        return store.successor(list, id)
                .flatMap(kept -> records.find(list, kept, viewer))
                .map(head -> ResponseEntity.ok(new MergedInto(head.id(), head.title())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
