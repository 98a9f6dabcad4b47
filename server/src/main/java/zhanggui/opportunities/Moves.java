package zhanggui.opportunities;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.choices.Choices;
import zhanggui.opportunities.OpportunityCommands.MoveOpportunity;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** From stage to stage, to won or lost, and back again. */
@Service
@Transactional
class Moves {
    private final Opportunities opportunities;
    private final OpportunityRegister register;
    private final ContactRoles contacts;
    private final Entering entering;
    private final Rating rating;
    private final Choices choices;
    private final Audit audit;

    Moves(
            Opportunities opportunities,
            OpportunityRegister register,
            ContactRoles contacts,
            Entering entering,
            Rating rating,
            Choices choices,
            Audit audit) {
        this.opportunities = opportunities;
        this.register = register;
        this.contacts = contacts;
        this.entering = entering;
        this.rating = rating;
        this.choices = choices;
        this.audit = audit;
    }

    OpportunityPage move(UUID id, MoveOpportunity command, Viewer viewer) {
        var before = opportunities.forUpdate(id, command.version(), OpportunityReach.EDIT, viewer);
        var given = before.with(entering.details(command.fields(), before.details(), viewer));
        var had = contacts.of(id);
        var wanted = command.fields() == null ? null : command.fields().contacts();
        if (wanted != null) {
            contacts.set(id, given.details().customer(), wanted, "fields.contacts");
            given = given.withContact(!wanted.isEmpty());
        }
        var decision = decide(given, command, viewer);
        switch (decision) {
            case Decision.Moved(var next) -> save(next, before, "moved", viewer);
            case Decision.Corrected(var next) -> save(next, before, "changed", viewer);
            case Decision.AlreadyThere() -> {
                if (!given.equals(before) || (wanted != null && !had.equals(contacts.of(id)))) {
                    save(given, before, "changed", viewer);
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
        if (wanted != null) audit.changed(viewer, Wording.subject(before), had, contacts.of(id));
        return opportunities.get(id, viewer);
    }

    private void save(Opportunity next, Opportunity before, String action, Viewer viewer) {
        var rated = rating.rated(next, before, entering.moment(viewer).today());
        register.save(List.of(rated), Map.of(before.id(), before), action, viewer);
    }

    private Decision decide(Opportunity opportunity, MoveOpportunity command, Viewer viewer) {
        var to = opportunity.pipeline().stage(command.stage()).orElse(null);
        if (to == null) return new Decision.NoSuchStage();
        var moment = entering.moment(viewer);
        if (to.outcome() == Outcome.OPEN) {
            return opportunity.outcome() == Outcome.OPEN
                    ? opportunity.move(to, moment)
                    : opportunity.reopen(to, moment);
        }
        checkReason(command.lossReason());
        var closed = opportunity.outcome() == to.outcome();
        var on = or(command.closedOn(), closed ? opportunity.closedOn() : moment.today());
        var note = text(or(command.note(), closed ? opportunity.note() : null));
        if (to.outcome() == Outcome.WON) return opportunity.win(Objects.requireNonNull(on), note, moment);
        var reason = or(command.lossReason(), closed ? opportunity.lossReason() : null);
        return opportunity.lose(to, reason, note, Objects.requireNonNull(on), moment);
    }

    /** Of one that is closed already, what is left out stays. */
    private static <V> @Nullable V or(@Nullable V given, @Nullable V otherwise) {
        return given != null ? given : otherwise;
    }

    /** An empty note takes the one there was away. */
    private static @Nullable String text(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }

    private void checkReason(@Nullable String reason) {
        if (reason != null && !reason.isBlank()) choices.require("loss-reasons", reason, "lossReason");
    }

    /** All that is to be asked of the person, at once. */
    private static Refused missing(
            List<Requirement> fields, Opportunity opportunity, MoveOpportunity command, Viewer viewer) {
        var stage = opportunity.pipeline().stage(command.stage()).orElseThrow();
        return Refused.invalid(fields.stream()
                .map(r -> FieldProblem.of("fields." + r.field(), "required-by-stage", stage.name(viewer.language())))
                .toList());
    }
}
