package zhanggui.opportunities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.listings.Options;
import zhanggui.opportunities.PipelineCommands.EditPipeline;
import zhanggui.opportunities.PipelineCommands.EnteredStage;
import zhanggui.opportunities.PipelineCommands.NewPipeline;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** The company's pipelines. */
@Service
@Transactional
class Pipelines {
    static final String TYPE = "pipelines";
    static final String EDIT = "pipelines:edit";
    private final PipelineStore store;
    private final Audit audit;

    Pipelines(PipelineStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** A pipeline as the log tells of it; {@link PipelineHistory} puts it into words. */
    record State(String name, String nameEn, int position, boolean retired, List<PipelineHistory.Step> stages) {}

    @Transactional(readOnly = true)
    List<Pipeline> all() {
        return store.all();
    }

    Pipeline add(NewPipeline command, Viewer viewer) {
        viewer.require(EDIT);
        var ids = store.newIds(command.stages().size() + 1);
        var pipeline = new Pipeline(
                ids.removeFirst(),
                command.name().strip(),
                command.nameEn().strip(),
                store.nextPosition(),
                false,
                1,
                stages(command.stages(), ids, List.of()));
        check(pipeline);
        store.insert(pipeline);
        audit.created(viewer, subject(pipeline), state(pipeline));
        return pipeline;
    }

    Pipeline edit(UUID id, EditPipeline command, Viewer viewer) {
        viewer.require(EDIT);
        store.lock();
        var all = store.all();
        var before = all.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(Refused::notFound);
        if (before.version() != command.version()) throw Refused.stale(before);
        if (command.retired() && all.stream().noneMatch(p -> !p.retired() && !p.id().equals(id))) {
            throw Refused.invalid("retired", "last-pipeline");
        }
        var used = store.used(before.stages().stream().map(Stage::id).toList());
        checkUsed(command.stages(), before, used);
        var entered = command.stages().stream().map(EnteredStage::id).collect(Collectors.toSet());
        var retired = before.stages().stream()
                .filter(s -> !entered.contains(s.id()) && used.contains(s.id()))
                .toList();
        var after = new Pipeline(
                id,
                command.name().strip(),
                command.nameEn().strip(),
                command.position(),
                command.retired(),
                before.version() + 1,
                stages(command.stages(), store.newIds(command.stages().size()), retired));
        check(after);
        store.update(before, after);
        audit.changed(viewer, subject(after), state(before), state(after));
        return after;
    }

    /** Labels are unambiguous: stages of other pipelines than the first carry the name of theirs. */
    Options stageOptions() {
        return (language, texts) -> {
            var options = new ArrayList<Options.Option>();
            var all = all();
            for (var pipeline : all) {
                var prefix = pipeline.equals(all.getFirst()) ? "" : pipeline.name(language) + " · ";
                for (var stage : pipeline.stages()) {
                    options.add(
                            new Options.Option(stage.id().toString(), prefix + stage.name(language), stage.color()));
                }
            }
            return options;
        };
    }

    Options pipelineOptions() {
        return (language, texts) -> all().stream()
                .map(p -> new Options.Option(p.id().toString(), p.name(language), null))
                .toList();
    }

    /** A company without pipelines begins with these. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        if (!store.all().isEmpty()) return;
        store.lock();
        if (!store.all().isEmpty()) return;
        for (var pipeline : StandardPipelines.ALL) {
            var ids = store.newIds(pipeline.stages().size() + 1);
            store.insert(new Pipeline(
                    ids.removeFirst(),
                    pipeline.name(),
                    pipeline.nameEn(),
                    store.nextPosition(),
                    false,
                    1,
                    stages(pipeline.stages(), ids, List.of())));
        }
    }

    private static List<Stage> stages(List<EnteredStage> entered, List<UUID> newIds, List<Stage> retired) {
        var stages = new ArrayList<Stage>();
        var ids = new ArrayList<>(newIds);
        for (var stage : entered) {
            UUID id = stage.id();
            stages.add(stage.stage(id != null ? id : ids.removeFirst(), stages.size() + 1));
        }
        for (var s : retired) {
            stages.add(new Stage(
                    s.id(),
                    stages.size() + 1,
                    s.name(),
                    s.nameEn(),
                    s.outcome(),
                    s.probability(),
                    s.category(),
                    s.normalDays(),
                    s.required(),
                    true));
        }
        return List.copyOf(stages);
    }

    private static void check(Pipeline pipeline) {
        var problems = pipeline.problems();
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    /** Entered stages are of this pipeline; where opportunities were, the outcome stays what it was. */
    private static void checkUsed(List<EnteredStage> entered, Pipeline before, Set<UUID> used) {
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < entered.size(); i++) {
            UUID id = entered.get(i).id();
            if (id == null) continue;
            var stage = before.stage(id).orElse(null);
            if (stage == null) {
                problems.add(FieldProblem.of("stages[" + i + "].id", "unknown", id));
            } else if (used.contains(id) && stage.outcome() != entered.get(i).outcome()) {
                problems.add(FieldProblem.of("stages[" + i + "].outcome", "stage-in-use", stage.name()));
            }
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    /** @return the pipeline asked for, or the first one where none is */
    Pipeline require(@Nullable UUID id) {
        return store.known().stream()
                .filter(p -> !p.retired() && (id == null || p.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("pipeline", "unknown", String.valueOf(id)));
    }

    private static Subject subject(Pipeline pipeline) {
        return new Subject(TYPE, pipeline.id(), pipeline.name());
    }

    private static State state(Pipeline pipeline) {
        return new State(
                pipeline.name(),
                pipeline.nameEn(),
                pipeline.position(),
                pipeline.retired(),
                pipeline.stages().stream().map(PipelineHistory.Step::of).toList());
    }
}
