package zhanggui.opportunities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Calendar;

/**
 * The stages an opportunity went through elsewhere, as far as the days a file gives tell: first stage from the day it was
 * created, engaging from the day it was engaged, its end from the day it was closed. What happens on one day happens a
 * minute apart.
 *
 * @param begun when its history here begins
 */
record PastCourse(Instant begun, List<Span> history) {

    static PastCourse of(
            Pipeline pipeline,
            Stage stage,
            @Nullable LocalDate created,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed,
            Calendar calendar,
            Moment now) {
        var spans = new ArrayList<Span>();
        if (created != null && (engaged == null || created.isBefore(engaged))) {
            var first = stage.outcome() == Outcome.OPEN && engaged == null ? stage : pipeline.first();
            enter(spans, first, calendar.start(created), now.by());
        }
        if (engaged != null) {
            var work = stage.outcome() == Outcome.OPEN ? stage : pipeline.engaging();
            enter(spans, work, calendar.start(engaged), now.by());
        }
        if (spans.isEmpty()) {
            var at = closed == null ? now.at() : calendar.start(closed);
            enter(spans, stage.outcome() == Outcome.OPEN ? stage : pipeline.first(), at, now.by());
        }
        if (stage.outcome() != Outcome.OPEN) {
            enter(spans, stage, closed == null ? now.at() : calendar.start(closed), now.by());
        }
        return new PastCourse(spans.getFirst().from(), spans);
    }

    /** A stage and the day on which it was entered. */
    record Told(Stage stage, LocalDate on) {}

    /** A history told stage by stage, in order. */
    static PastCourse told(List<Told> told, Stage stage, @Nullable LocalDate closed, Calendar calendar, Moment now) {
        var spans = new ArrayList<Span>();
        for (var entered : told) enter(spans, entered.stage(), calendar.start(entered.on()), now.by());
        enter(spans, stage, closed == null ? now.at() : calendar.start(closed), now.by());
        return new PastCourse(spans.getFirst().from(), spans);
    }

    /** The same opportunity heard of again in another stage. */
    static List<Span> continued(
            List<Span> history,
            Opportunity before,
            Stage stage,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed,
            Calendar calendar,
            Moment now) {
        var spans = new ArrayList<>(history);
        Instant at = now.at();
        if (stage.outcome() != Outcome.OPEN && closed != null) {
            at = calendar.start(closed);
        } else if (engaged != null && before.stage().equals(before.pipeline().first())) {
            at = calendar.start(engaged);
        }
        enter(spans, stage, at, now.by());
        return spans;
    }

    /**
     * The course of one heard of again with other days: those of its creation and of its end only where they differ.
     * However the days lie, each stage lasts at least a minute.
     */
    static List<Span> corrected(
            Opportunity before,
            @Nullable LocalDate created,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed,
            Calendar calendar) {
        var spans = new ArrayList<>(before.history());
        var first = before.pipeline().first().id();
        if (created != null && (engaged == null || created.isBefore(engaged))) {
            var begin = spans.getFirst();
            var at = calendar.start(created);
            if (begin.stage().equals(first) || engaged == null) begin(spans, 0, at);
            else if (at.isBefore(begin.from())) spans.addFirst(new Span(first, at, begin.from(), begin.by()));
        }
        if (engaged != null && !engaged.equals(before.engagedOn())) {
            int left = 0;
            while (left < spans.size() && spans.get(left).stage().equals(first)) left++;
            var last = before.outcome() == Outcome.OPEN ? spans.size() : spans.size() - 1;
            if (left < last) begin(spans, left, calendar.start(engaged));
        }
        if (closed != null && before.outcome() != Outcome.OPEN) begin(spans, spans.size() - 1, calendar.start(closed));
        return joined(spans);
    }

    private static void begin(List<Span> spans, int index, Instant at) {
        var span = spans.get(index);
        spans.set(index, new Span(span.stage(), at, span.to(), span.by()));
    }

    private static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans) {
            var from = span.from();
            if (!joined.isEmpty()) {
                var before = joined.removeLast();
                if (!from.isAfter(before.from())) from = before.from().plus(1, ChronoUnit.MINUTES);
                joined.add(new Span(before.stage(), before.from(), from, before.by()));
            }
            joined.add(new Span(span.stage(), from, null, span.by()));
        }
        return joined;
    }

    private static void enter(List<Span> spans, Stage stage, Instant at, UUID by) {
        if (spans.isEmpty()) {
            spans.add(new Span(stage.id(), at, null, by));
            return;
        }
        var last = spans.getLast();
        if (last.stage().equals(stage.id())) return;
        var moment = at.isAfter(last.from()) ? at : last.from().plus(1, ChronoUnit.MINUTES);
        var next = Opportunity.appended(spans, stage.id(), moment, by);
        spans.clear();
        spans.addAll(next);
    }
}
