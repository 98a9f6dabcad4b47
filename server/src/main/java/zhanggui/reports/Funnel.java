package zhanggui.reports;

import static zhanggui.listings.Filter.where;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.listings.Operator;
import zhanggui.texts.Language;

/** The open stages of one pipeline in order: who stands there now, and how many of those entered came so far. */
@Component
class Funnel {
    private final FunnelStore store;

    Funnel(FunnelStore store) {
        this.store = store;
    }

    List<Report.Step> steps(Asked asked, Behind behind, Language language) {
        return store.pipeline(asked)
                .map(pipeline -> steps(asked, behind, language, pipeline))
                .orElse(List.of());
    }

    private List<Report.Step> steps(Asked asked, Behind behind, Language language, UUID pipeline) {
        var stages = store.stages(pipeline, language);
        var standing = store.standing(asked, pipeline);
        var came = store.furthest(asked, pipeline);
        var won = came.stream()
                .filter(FunnelStore.Came::won)
                .mapToLong(FunnelStore.Came::count)
                .sum();
        var steps = new ArrayList<Report.Step>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var now = standing.getOrDefault(stage.id(), Sum.NONE);
            var reached = reached(came, stage);
            var next = i + 1 < stages.size() ? reached(came, stages.get(i + 1)) : won;
            var there =
                    behind.whose().and(where("stage", Operator.IS, stage.id().toString()));
            steps.add(new Report.Step(
                    stage.id(),
                    stage.name(),
                    stage.probability(),
                    now.count(),
                    now.amount(),
                    now.amount().multiply(stage.probability()).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP),
                    reached,
                    reached == 0 ? null : 100.0 * next / reached,
                    Drill.opportunities(there),
                    Drill.opportunities(behind.priced(there)),
                    Drill.opportunities(behind.created()
                            .and(where("furthestStage", Operator.IS, stage.id().toString())))));
        }
        return steps;
    }

    /** A won deal passed every stage. */
    private static long reached(List<FunnelStore.Came> came, FunnelStore.Stage stage) {
        return came.stream()
                .filter(c -> c.won() || (c.position() != null && c.position() >= stage.position()))
                .mapToLong(FunnelStore.Came::count)
                .sum();
    }
}
