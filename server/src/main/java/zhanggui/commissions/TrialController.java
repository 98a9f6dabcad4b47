package zhanggui.commissions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.commissions.calculation.Calculation;
import zhanggui.commissions.calculation.Earning;
import zhanggui.commissions.calculation.PlanCheck;
import zhanggui.periods.Periods;
import zhanggui.problems.Refused;
import zhanggui.rules.Rule;
import zhanggui.texts.Texts;
import zhanggui.traces.Trace;

/** Plans tried out on deals that are sent along; nothing is kept, nobody is paid. */
@RestController
@RequestMapping("/api/commissions")
class TrialController {
    private final Periods periods;
    private final Texts texts;

    TrialController(Periods periods, Texts texts) {
        this.periods = periods;
        this.texts = texts;
    }

    /** @param forbids whether a plan with it could not be published */
    @Schema(name = "PlanFinding")
    record Found(String code, String where, String text, boolean forbids) {}

    /**
     * One number of an explanation.
     *
     * @param op what was done; absent where nothing was
     * @param ref the record that says so; absent where none does
     * @param rule the version of the plan that was applied
     * @param inputs places of what it was made of
     */
    @Schema(name = "TraceNode")
    record Node(
            String label,
            @Nullable String op,
            @Nullable String ref,
            @Nullable String rule,
            List<Integer> inputs,
            BigDecimal value) {}

    /** @param trace how it came about, the number itself last; absent where it was not asked for */
    @Schema(name = "TriedEarning")
    record Earned(
            String person,
            String component,
            String month,
            BigDecimal amount,
            BigDecimal carried,
            List<String> marks,
            @Nullable List<Node> trace) {}

    @Schema(name = "CommissionTrialResult")
    record Outcome(List<Found> findings, List<Earned> earnings, BigDecimal total) {}

    @Bean
    static Permissions commissionPermissions() {
        return Permissions.of(Permission.plain("commissions", "plan"));
    }

    /** What the plan would pay, and what is wrong with it; one that could not be published is not computed. */
    @PostMapping("/trials")
    @PreAuthorize("hasAuthority('commissions:plan')")
    Outcome attempt(@Valid @RequestBody Trial trial, Viewer viewer) {
        var ready = TrialTerms.of(trial, periods.calendar());
        var findings = PlanCheck.of(ready.plan(), Set.of()).stream()
                .map(f -> new Found(
                        f.code().name(),
                        f.where(),
                        texts.get(
                                viewer.language(), f.code().key(), f.arguments().toArray()),
                        f.code().forbids()))
                .toList();
        if (findings.stream().anyMatch(Found::forbids)) return new Outcome(findings, List.of(), BigDecimal.ZERO);
        try {
            var earnings = earnings(ready, trial.explain(), viewer);
            return new Outcome(
                    findings, earnings, earnings.stream().map(Earned::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        } catch (Rule.NoOutcome e) {
            throw Refused.invalid("plan.components", "commission-no-outcome");
        }
    }

    private List<Earned> earnings(TrialTerms.Ready ready, @Nullable String explained, Viewer viewer) {
        var run = Calculation.bare(ready.terms());
        ready.deals().forEach(run::add);
        var earnings = new ArrayList<Earned>();
        for (var earning : run.earnings()) {
            if (!earning.participation().person().equals(explained))
                earnings.add(earned(earning, earning.amount(), earning.carried(), null));
        }
        if (explained != null) explain(explained, ready, viewer, earnings);
        earnings.removeIf(e -> e.amount().signum() == 0
                && e.carried().signum() == 0
                && e.marks().isEmpty());
        return earnings;
    }

    private void explain(String person, TrialTerms.Ready ready, Viewer viewer, List<Earned> earnings) {
        var run = Calculation.explained(ready.terms(), person);
        ready.deals().forEach(run::add);
        for (var earning : run.earnings()) {
            var nodes = Calculation.trace(earning).nodes().stream()
                    .map(node -> node(node, viewer))
                    .toList();
            earnings.add(
                    earned(earning, earning.amount().value(), earning.carried().value(), nodes));
        }
    }

    private static Earned earned(
            Earning<?> earning, BigDecimal amount, BigDecimal carried, @Nullable List<Node> trace) {
        return new Earned(
                earning.participation().person(),
                earning.component().code(),
                earning.month().code(),
                amount,
                carried,
                earning.marks().stream().sorted().map(Enum::name).toList(),
                trace);
    }

    private Node node(Trace.Node node, Viewer viewer) {
        var label = texts.get(viewer.language(), node.label());
        return switch (node) {
            case Trace.Leaf leaf -> new Node(label, null, leaf.ref(), null, List.of(), leaf.value());
            case Trace.Constant constant -> new Node(label, null, null, null, List.of(), constant.value());
            case Trace.Step step -> new Node(label, step.op().name(), null, step.rule(), step.inputs(), step.value());
        };
    }
}
