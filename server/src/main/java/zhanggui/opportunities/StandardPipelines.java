package zhanggui.opportunities;

import static zhanggui.opportunities.ForecastCategory.BEST_CASE;
import static zhanggui.opportunities.ForecastCategory.CLOSED;
import static zhanggui.opportunities.ForecastCategory.COMMIT;
import static zhanggui.opportunities.ForecastCategory.OMITTED;
import static zhanggui.opportunities.ForecastCategory.PIPELINE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.opportunities.PipelineCommands.EnteredStage;
import zhanggui.opportunities.PipelineCommands.NewPipeline;

/** The pipelines a company starts with; from then on they are its own to change. */
final class StandardPipelines {
    static final List<NewPipeline> ALL = List.of(
            new NewPipeline(
                    "标准流程",
                    "Standard",
                    List.of(
                            open("初步接触", "Prospecting", 10, PIPELINE, 30),
                            open("深入洽谈", "Engaging", 30, PIPELINE, 138),
                            open("方案报价", "Proposal", 50, BEST_CASE, 30, Requirement.AMOUNT, Requirement.EXPECTED_CLOSE),
                            open("商务谈判", "Negotiation", 75, COMMIT, 30),
                            closed("赢单", "Won", Outcome.WON),
                            closed("输单", "Lost", Outcome.LOST))),
            new NewPipeline(
                    "续约流程",
                    "Renewal",
                    List.of(
                            open("待续约", "Due", 40, PIPELINE, 60),
                            open("续约沟通", "In talks", 60, BEST_CASE, 45, Requirement.CUSTOMER),
                            open("续约报价", "Quoted", 80, COMMIT, 30, Requirement.AMOUNT, Requirement.EXPECTED_CLOSE),
                            closed("续约成功", "Renewed", Outcome.WON),
                            closed("未续约", "Not renewed", Outcome.LOST))));

    private StandardPipelines() {}

    private static EnteredStage open(
            String name, String nameEn, int probability, ForecastCategory category, int days, Requirement... required) {
        return stage(name, nameEn, Outcome.OPEN, probability, category, days, Set.of(required));
    }

    private static EnteredStage closed(String name, String nameEn, Outcome outcome) {
        return outcome == Outcome.WON
                ? stage(name, nameEn, outcome, 100, CLOSED, null, Set.of())
                : stage(name, nameEn, outcome, 0, OMITTED, null, Set.of());
    }

    private static EnteredStage stage(
            String name,
            String nameEn,
            Outcome outcome,
            int probability,
            ForecastCategory category,
            @Nullable Integer days,
            Set<Requirement> required) {
        return new EnteredStage(null, name, nameEn, outcome, BigDecimal.valueOf(probability), category, days, required);
    }
}
