package zhanggui.opportunities;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import zhanggui.opportunities.PipelineCommands.EditPipeline;
import zhanggui.opportunities.PipelineCommands.NewPipeline;
import zhanggui.problems.Problem;
import zhanggui.problems.Problems;

@RestController
@RequestMapping("/api/pipelines")
class PipelineController {
    private final Pipelines pipelines;
    private final Problems problems;

    PipelineController(Pipelines pipelines, Problems problems) {
        this.pipelines = pipelines;
        this.problems = problems;
    }

    /**
     * @param label its name in the viewer's language
     * @param color a token of the client's palette
     */
    record ShownStage(
            UUID id,
            String label,
            String name,
            String nameEn,
            Outcome outcome,
            BigDecimal probability,
            ForecastCategory category,
            @Nullable Integer normalDays,
            List<Requirement> required,
            boolean retired,
            String color) {}

    /** @param warnings what is allowed but odd */
    record ShownPipeline(
            UUID id,
            String label,
            String name,
            String nameEn,
            int position,
            boolean retired,
            int version,
            List<ShownStage> stages,
            List<Problem.FieldError> warnings) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<ShownPipeline> all(Viewer viewer) {
        return pipelines.all().stream().map(p -> shown(p, viewer)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('pipelines:edit')")
    ShownPipeline add(@Valid @RequestBody NewPipeline body, Viewer viewer) {
        return shown(pipelines.add(body, viewer), viewer);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAuthority('pipelines:edit')")
    ShownPipeline edit(@PathVariable UUID id, @Valid @RequestBody EditPipeline body, Viewer viewer) {
        return shown(pipelines.edit(id, body, viewer), viewer);
    }

    private ShownPipeline shown(Pipeline p, Viewer viewer) {
        var language = viewer.language();
        return new ShownPipeline(
                p.id(),
                p.name(language),
                p.name(),
                p.nameEn(),
                p.position(),
                p.retired(),
                p.version(),
                p.stages().stream()
                        .map(s -> new ShownStage(
                                s.id(),
                                s.name(language),
                                s.name(),
                                s.nameEn(),
                                s.outcome(),
                                s.probability(),
                                s.category(),
                                s.normalDays(),
                                s.required().stream().sorted().toList(),
                                s.retired(),
                                s.color()))
                        .toList(),
                p.warnings().stream()
                        .map(w -> new Problem.FieldError(w.field(), w.code(), problems.describe(w, language)))
                        .toList());
    }
}
