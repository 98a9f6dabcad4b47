package zhanggui.fieldrights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.FieldLevel;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.listings.Lists;
import zhanggui.problems.Refused;

/** Masked fields of single records in full, each time written into the log. */
@RestController
@RequestMapping("/api/records/{list}/{id}")
class RevealController {
    private final Records records;
    private final Lists lists;
    private final Audit audit;

    RevealController(Records records, Lists lists, Audit audit) {
        this.records = records;
        this.lists = lists;
        this.audit = audit;
    }

    record Reveal(@NotBlank String field) {}

    /** @param value absent where the field is empty */
    record Revealed(String field, @Nullable String value) {}

    /** @throws Refused where the field is not one that this viewer sees masked */
    @PostMapping("/reveal")
    @PreAuthorize("hasAuthority('fields:reveal')")
    @Transactional
    public ResponseEntity<Revealed> reveal(
            @PathVariable String list, @PathVariable UUID id, @Valid @RequestBody Reveal body, Viewer viewer) {
        var head = records.find(list, id, viewer).orElseThrow(Refused::notFound);
        var listing = lists.find(list, viewer);
        if (listing.level(body.field(), viewer) != FieldLevel.MASKED) {
            throw Refused.invalid("field", "field-not-masked");
        }
        var value = lists.cell(listing, id, body.field()) instanceof String text ? text : null;
        audit.did(viewer, "revealed", new Subject(list, id, head.title()), Map.of("field", body.field()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Revealed(body.field(), value));
    }
}
