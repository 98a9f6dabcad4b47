package zhanggui.reorganisations;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.reorganisations.ReorganisationView.Summary;

/** Drafts of the organisation, for those who may change it: they tell of plans nobody else is to know yet. */
@RestController
@RequestMapping("/api/reorganisations")
@PreAuthorize("hasAuthority('people:edit')")
class ReorganisationController {
    private final Reorganisations reorganisations;

    ReorganisationController(Reorganisations reorganisations) {
        this.reorganisations = reorganisations;
    }

    /** @param day the first day on which it is to hold; not in the past */
    record NewReorganisation(
            @NotBlank @Size(max = 100) String name, @NotNull LocalDate day) {}

    record ChangeReorganisation(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate day,
            @NotNull Integer version) {}

    record AddedReorganisation(UUID id) {}

    @Schema(name = "VersionOfReorganisation")
    record OfVersion(@NotNull Integer version) {}

    @Schema(name = "OneReorganisationStep")
    record OneStep(@NotNull UUID step, @NotNull Integer version) {}

    /** @param revision as the effects told that were looked at */
    record ApplyReorganisation(
            @NotNull Integer version, @NotNull Long revision) {}

    @GetMapping
    List<Summary> all() {
        return reorganisations.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedReorganisation add(@Valid @RequestBody NewReorganisation body, Viewer viewer) {
        return new AddedReorganisation(reorganisations.add(body.name(), body.day(), viewer));
    }

    @GetMapping("/{id}")
    ReorganisationView get(@PathVariable UUID id, Viewer viewer) {
        return reorganisations.view(id, viewer);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody ChangeReorganisation body, Viewer viewer) {
        reorganisations.change(id, body.name(), body.day(), body.version(), viewer);
    }

    @PostMapping("/{id}/steps")
    ReorganisationView addStep(@PathVariable UUID id, @Valid @RequestBody NewStep body, Viewer viewer) {
        return reorganisations.addStep(id, body, viewer);
    }

    @PostMapping("/{id}/steps/remove")
    ReorganisationView removeStep(@PathVariable UUID id, @Valid @RequestBody OneStep body, Viewer viewer) {
        return reorganisations.removeStep(id, body.step(), body.version(), viewer);
    }

    @PostMapping("/{id}/steps/renew")
    ReorganisationView renewStep(@PathVariable UUID id, @Valid @RequestBody OneStep body, Viewer viewer) {
        return reorganisations.renewStep(id, body.step(), body.version(), viewer);
    }

    @GetMapping("/{id}/effects")
    Effects effects(@PathVariable UUID id, Viewer viewer) {
        return reorganisations.effects(id, viewer);
    }

    @PostMapping("/{id}/apply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void apply(@PathVariable UUID id, @Valid @RequestBody ApplyReorganisation body, Viewer viewer) {
        reorganisations.apply(id, body.version(), body.revision(), viewer);
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @Valid @RequestBody OfVersion body, Viewer viewer) {
        reorganisations.discard(id, body.version(), viewer);
    }
}
