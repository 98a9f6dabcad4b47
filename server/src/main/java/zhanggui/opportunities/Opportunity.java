package zhanggui.opportunities;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.rates.Rate;

/**
 * An opportunity and its course from stage to stage. Its history has no gap: each span but the last ends where the next
 * begins, and the last one is the stage it is in.
 *
 * @param engagedOn the day it first left the first stage of its pipeline
 * @param closedOn the day it was won or lost
 * @param worth in the company's currency
 * @param lossReason a code of the list {@code loss-reasons}
 */
record Opportunity(
        UUID id,
        Details details,
        @Nullable UUID owner,
        boolean hasContact,
        Pipeline pipeline,
        List<Span> history,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable String lossReason,
        @Nullable String note,
        Worth worth) {

    Opportunity {
        history = List.copyOf(history);
        if (history.isEmpty() || history.getLast().to() != null) throw new IllegalArgumentException("no present stage");
        for (int i = 1; i < history.size(); i++) {
            var before = history.get(i - 1);
            if (!history.get(i).from().equals(before.to()) || !before.from().isBefore(before.to())) {
                throw new IllegalArgumentException("a gap in the history of " + id);
            }
        }
    }

    /** New in a stage that is open; beyond the first one it counts as engaged. */
    static Opportunity begun(
            UUID id,
            Details details,
            @Nullable UUID owner,
            Pipeline pipeline,
            Stage stage,
            Worth worth,
            Moment moment) {
        var history = List.of(new Span(stage.id(), moment.at(), null, moment.by()));
        var engaged = stage.equals(pipeline.first()) ? null : moment.today();
        return new Opportunity(id, details, owner, false, pipeline, history, engaged, null, null, null, worth);
    }

    Stage stage() {
        return pipeline.stage(history.getLast().stage()).orElseThrow();
    }

    Instant stageSince() {
        return history.getLast().from();
    }

    Outcome outcome() {
        return stage().outcome();
    }

    Decision move(Stage to, Moment moment) {
        if (!enters(to, Outcome.OPEN)) return new Decision.NoSuchStage();
        if (to.equals(stage())) return new Decision.AlreadyThere();
        if (outcome() != Outcome.OPEN) return new Decision.StillClosed();
        var missing = missing(to);
        if (!missing.isEmpty()) return new Decision.MissingFields(missing);
        var engaged = engagedOn == null && stage().equals(pipeline.first()) ? moment.today() : engagedOn;
        return new Decision.Moved(at(to, moment, engaged, null, null, null));
    }

    Decision win(LocalDate on, @Nullable String why, Moment moment) {
        return close(pipeline.won(), on, null, why, moment);
    }

    Decision lose(Stage to, @Nullable String reason, @Nullable String why, LocalDate on, Moment moment) {
        if (!enters(to, Outcome.LOST)) return new Decision.NoSuchStage();
        if (reason == null || reason.isBlank()) return new Decision.ReasonMissing();
        return close(to, on, reason, why, moment);
    }

    /** Goes on in an open stage; the days and the reason of the end it had are forgotten here and kept in the log. */
    Decision reopen(Stage to, Moment moment) {
        if (outcome() == Outcome.OPEN) return new Decision.NotClosed();
        if (!enters(to, Outcome.OPEN)) return new Decision.NoSuchStage();
        var missing = missing(to);
        if (!missing.isEmpty()) return new Decision.MissingFields(missing);
        return new Decision.Moved(at(to, moment, engagedOn, null, null, null));
    }

    private Decision close(Stage to, LocalDate on, @Nullable String reason, @Nullable String why, Moment moment) {
        var there = to.equals(stage());
        if (there && on.equals(closedOn) && Objects.equals(reason, lossReason) && Objects.equals(why, note)) {
            return new Decision.AlreadyThere();
        }
        if (outcome() != Outcome.OPEN && outcome() != to.outcome()) return new Decision.StillClosed();
        var missing = there ? List.<Requirement>of() : missing(to);
        if (!missing.isEmpty()) return new Decision.MissingFields(missing);
        if (on.isAfter(moment.today())) return new Decision.ClosesInFuture();
        var engaged = engagedOn == null || engagedByClosing() ? on : engagedOn;
        if (on.isBefore(engaged)) return new Decision.ClosesBeforeEngaged(engaged);
        if (closedOn == null) return new Decision.Moved(at(to, moment, engaged, on, reason, why));
        var spans = corrected(to, ChronoUnit.DAYS.between(closedOn, on), moment);
        return new Decision.Corrected(
                new Opportunity(id, details, owner, hasContact, pipeline, spans, engaged, on, reason, why, worth));
    }

    /** It went from the first stage straight to its end. */
    private boolean engagedByClosing() {
        return closedOn != null
                && closedOn.equals(engagedOn)
                && history.size() == 2
                && history.getFirst().stage().equals(pipeline.first().id());
    }

    /** The end as it is known now: in which stage, and so many days later; neither before its beginning nor to come. */
    private List<Span> corrected(Stage end, long days, Moment moment) {
        var spans = new ArrayList<>(history);
        var last = spans.removeLast();
        var from = days == 0 ? last.from() : last.from().plus(days, ChronoUnit.DAYS);
        if (days != 0 && from.isAfter(moment.at())) from = moment.at();
        if (!spans.isEmpty()) {
            var before = spans.removeLast();
            var soonest = before.from().plus(1, ChronoUnit.MICROS);
            if (from.isBefore(soonest)) from = soonest;
            spans.add(new Span(before.stage(), before.from(), from, before.by()));
        }
        spans.add(new Span(end.id(), from, null, last.by()));
        return spans;
    }

    private boolean enters(Stage to, Outcome outcome) {
        return to.outcome() == outcome
                && !to.retired()
                && pipeline.stage(to.id()).isPresent();
    }

    /** What a stage asks for on entry and is not known. */
    List<Requirement> missing(Stage to) {
        var known = details.known();
        if (hasContact) known.add(Requirement.CONTACT);
        return to.required().stream().filter(r -> !known.contains(r)).sorted().toList();
    }

    private Opportunity at(
            Stage to,
            Moment moment,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed,
            @Nullable String reason,
            @Nullable String why) {
        var spans = appended(history, to.id(), moment.at(), moment.by());
        return new Opportunity(id, details, owner, hasContact, pipeline, spans, engaged, closed, reason, why, worth);
    }

    /** However fast two moves follow each other, each stage lasts at least a microsecond. */
    static List<Span> appended(List<Span> history, UUID stage, Instant at, @Nullable UUID by) {
        var last = history.getLast();
        var soonest = last.from().plus(1, ChronoUnit.MICROS);
        var moment = at.isBefore(soonest) ? soonest : at;
        var spans = new ArrayList<>(history.subList(0, history.size() - 1));
        spans.add(new Span(last.stage(), last.from(), moment, last.by()));
        spans.add(new Span(stage, moment, null, by));
        return spans;
    }

    /** Contacts are those of the customer, and stay behind with it. */
    Opportunity with(Details next) {
        var contact = hasContact && Objects.equals(next.customer(), details.customer());
        return new Opportunity(
                id, next, owner, contact, pipeline, history, engagedOn, closedOn, lossReason, note, worth);
    }

    Opportunity ownedBy(UUID next) {
        return new Opportunity(
                id, details, next, hasContact, pipeline, history, engagedOn, closedOn, lossReason, note, worth);
    }

    Opportunity withContact(boolean next) {
        return new Opportunity(
                id, details, owner, next, pipeline, history, engagedOn, closedOn, lossReason, note, worth);
    }

    /** The amount in the company's currency; absent while unknown, or without a rate. */
    @Nullable BigDecimal baseAmount() {
        return worth.of(details);
    }

    Opportunity worth(@Nullable Rate rate) {
        return new Opportunity(
                id,
                details,
                owner,
                hasContact,
                pipeline,
                history,
                engagedOn,
                closedOn,
                lossReason,
                note,
                worth.at(rate));
    }
}
