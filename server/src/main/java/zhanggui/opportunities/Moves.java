package zhanggui.opportunities;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.opportunities.OpportunityCommands.MoveOpportunity;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** From stage to stage, to won or lost, and back again. */
@Service
@Transactional
class Moves {
    private final Opportunities opportunities;
    private final OpportunityRecords records;
    private final Entering entering;
    private final Choices choices;

    Moves(Opportunities opportunities, OpportunityRecords records, Entering entering, Choices choices) {
        this.opportunities = opportunities;
        this.records = records;
        this.entering = entering;
        this.choices = choices;
    }

    OpportunityPage move(UUID id, MoveOpportunity command, Viewer viewer) {
        var before = opportunities.forUpdate(id, command.version(), OpportunityReach.EDIT, viewer);
        var given = before.with(entering.details(command.fields(), before.details(), viewer));
        if (command.fields() != null && command.fields().contacts() != null) {
            records.setContacts(id, given.details().customer(), command.fields().contacts(), "fields.contacts");
            given = given.withContact(!command.fields().contacts().isEmpty());
        }
        var decision = decide(given, command, viewer);
        switch (decision) {
            case Decision.Moved(var next) -> opportunities.save(List.of(next), Map.of(id, before), "moved", viewer);
            case Decision.AlreadyThere() -> {
                if (!given.equals(before)) {
                    opportunities.save(List.of(given), Map.of(id, before), "changed", viewer);
                }
            }
            case Decision.MissingFields(var fields) -> throw missing(fields, given, command, viewer);
            case Decision.NoSuchStage() -> throw Refused.invalid("stage", "unknown", command.stage());
            case Decision.StillClosed() -> throw Refused.because(OpportunityReason.STILL_CLOSED);
            case Decision.NotClosed() -> throw Refused.because(OpportunityReason.NOT_CLOSED);
            case Decision.ReasonMissing() -> throw Refused.invalid("lossReason", "required");
            case Decision.ClosesInFuture() -> throw Refused.invalid("closedOn", "past-or-present");
            case Decision.ClosesBeforeEngaged(var engagedOn) ->
                throw Refused.invalid("closedOn", "closes-before-engaged", engagedOn);
        }
        return opportunities.get(id, viewer);
    }

    private Decision decide(Opportunity opportunity, MoveOpportunity command, Viewer viewer) {
        var to = opportunity.pipeline().stage(command.stage()).orElse(null);
        if (to == null) return new Decision.NoSuchStage();
        var moment = entering.moment(viewer);
        var on = command.closedOn() == null ? moment.today() : command.closedOn();
        return switch (to.outcome()) {
            case OPEN ->
                opportunity.outcome() == Outcome.OPEN ? opportunity.move(to, moment) : opportunity.reopen(to, moment);
            case WON -> opportunity.win(on, command.note(), moment);
            case LOST -> {
                checkReason(command.lossReason());
                yield opportunity.lose(to, command.lossReason(), command.note(), on, moment);
            }
        };
    }

    private void checkReason(@Nullable String reason) {
        if (reason != null && !reason.isBlank()) choices.require("loss-reasons", reason, "lossReason");
    }

    /** All that is to be asked of the person, at once. */
    private static Refused missing(
            List<Requirement> fields, Opportunity opportunity, MoveOpportunity command, Viewer viewer) {
        var stage = opportunity.pipeline().stage(command.stage()).orElseThrow();
        return Refused.invalid(fields.stream()
                .map(r -> FieldProblem.of(
                        "fields." + (r == Requirement.CONTACT ? "contacts" : r.key()),
                        "required-by-stage",
                        stage.name(viewer.language())))
                .toList());
    }
}
