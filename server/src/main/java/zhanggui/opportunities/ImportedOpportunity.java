package zhanggui.opportunities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.ImportRow;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.problems.FieldProblem;

/** Reads one row of a file as an opportunity: a new one, or one known already as the file has it now. */
final class ImportedOpportunity {
    static final String NO_REASON = "no-reason-given";
    private static final int LONGEST_ID = 100;
    private final ImportRow row;
    private final ImportLookups known;
    private final @Nullable Opportunity before;
    private final @Nullable Instant createdAt;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ImportedOpportunity(ImportRow row, ImportLookups known, @Nullable Stored stored) {
        this.row = row;
        this.known = known;
        this.before = stored == null ? null : stored.opportunity();
        this.createdAt = stored == null ? null : stored.createdAt();
    }

    sealed interface Reading {
        record Understood(Opportunity opportunity, Instant createdAt) implements Reading {}

        record Wrong(List<FieldProblem> problems) implements Reading {}
    }

    /** @param id of what is new */
    static Reading read(ImportRow row, ImportLookups known, @Nullable Stored stored, UUID id) {
        return new ImportedOpportunity(row, known, stored)
                .read(stored == null ? id : stored.opportunity().id());
    }

    private Reading read(UUID id) {
        var externalId = row.text("externalId");
        if (externalId != null && externalId.length() > LONGEST_ID) wrong("externalId", "size");
        var owner = owner();
        var pipeline = pipeline();
        var stage = stage(pipeline);
        var engaged = day("engagedOn");
        if (engaged == null && before != null) engaged = before.engagedOn();
        var closed = closed(stage, engaged);
        var created = day("createdOn");
        var told = ToldStages.read(
                row.text("stageHistory"), pipeline, closed, known.now().today(), problems);
        var priced = closed != null ? closed : engaged != null ? engaged : created;
        var details = new ImportedDetails(row, known, before == null ? null : before.details(), problems)
                .read(stage, priced == null ? known.now().today() : priced);
        if (!problems.isEmpty()) return new Reading.Wrong(problems);

        var calendar = known.viewer().calendar();
        var course = told.isEmpty()
                ? PastCourse.of(pipeline, stage, created, engaged, closed, calendar, known.now())
                : PastCourse.told(told, stage, closed, calendar, known.now());
        var opportunity = new Opportunity(
                id,
                details,
                owner,
                before != null && before.with(details).hasContact(),
                pipeline,
                before == null ? course.history() : history(before, stage, created, engaged, closed),
                engaged,
                closed,
                stage.outcome() == Outcome.LOST ? reason() : null,
                before == null || closed == null ? null : before.note(),
                before == null ? Worth.in(known.currency()) : before.worth());
        opportunity = rated(opportunity);
        if (told.isEmpty()) require(opportunity, stage);
        if (!problems.isEmpty()) return new Reading.Wrong(problems);
        return new Reading.Understood(opportunity, begun(created, course));
    }

    /** Nothing comes in at a rate nobody told. */
    private Opportunity rated(Opportunity opportunity) {
        var details = opportunity.details();
        if (!opportunity.worth().isForeign(details)) return opportunity.worth(null);
        var day = Worth.day(opportunity, before, known.now().today());
        if (day.isEmpty()) return opportunity;
        var rate = known.rate(details.currency(), day.get());
        if (rate == null && details.amount() != null) wrong("currency", "no-rate", details.currency(), day.get());
        return opportunity.worth(rate);
    }

    private @Nullable LocalDate closed(Stage stage, @Nullable LocalDate engaged) {
        var given = day("closedOn");
        if (stage.outcome() == Outcome.OPEN) return null;
        var closed = given == null && before != null ? before.closedOn() : given;
        if (closed == null) wrong("closedOn", "required");
        if (closed != null && engaged != null && closed.isBefore(engaged)) {
            wrong("closedOn", "closes-before-engaged", engaged);
        }
        return closed;
    }

    /** What enters an open stage knows what the stage asks for; what a file tells of the past is not questioned. */
    private void require(Opportunity opportunity, Stage stage) {
        var there = before != null && before.stage().equals(stage);
        if (there || stage.outcome() != Outcome.OPEN) return;
        for (var missing : opportunity.missing(stage)) {
            var field = missing == Requirement.LINES ? "product" : missing.key();
            wrong(field, "required-by-stage", stage.name(known.viewer().language()));
        }
    }

    private Instant begun(@Nullable LocalDate created, PastCourse course) {
        var calendar = known.viewer().calendar();
        if (createdAt == null) return created == null ? course.begun() : calendar.start(created);
        return created == null || created.equals(calendar.day(createdAt)) ? createdAt : calendar.start(created);
    }

    /** Days that the file knows better now move the spans they stand for. */
    private List<Span> history(
            Opportunity old,
            Stage stage,
            @Nullable LocalDate created,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed) {
        var calendar = known.viewer().calendar();
        var begun = createdAt == null ? null : calendar.day(createdAt);
        var corrected = PastCourse.corrected(
                old,
                Objects.equals(created, begun) ? null : created,
                engaged,
                Objects.equals(closed, old.closedOn()) ? null : closed,
                calendar);
        return old.stage().id().equals(stage.id())
                ? corrected
                : PastCourse.continued(corrected, old, stage, engaged, closed, calendar, known.now());
    }

    /** Entering for others needs the right to give records away, as far as it reaches. */
    private @Nullable UUID owner() {
        var wanted = row.id("owner");
        if (wanted == null) return before == null ? known.viewer().id() : before.owner();
        if (before != null && wanted.equals(before.owner())) return wanted;
        if (!known.people().containsKey(wanted)) wrong("owner", "unknown", wanted);
        var viewer = known.viewer();
        var free = before == null && wanted.equals(viewer.id());
        var may = viewer.may(OpportunityReach.ASSIGN, wanted)
                && (before == null || viewer.may(OpportunityReach.ASSIGN, before.owner()));
        if (!free && !may) wrong("owner", "owner-out-of-reach");
        return wanted;
    }

    private Pipeline pipeline() {
        var wanted = row.id("pipeline");
        if (before != null) {
            if (wanted != null && !wanted.equals(before.pipeline().id())) wrong("pipeline", "pipeline-stays");
            return before.pipeline();
        }
        if (wanted == null) return known.pipeline(row.id("stage"));
        var found = known.byId(wanted);
        if (found.isEmpty()) wrong("pipeline", "unknown", wanted);
        return found.orElseGet(() -> known.pipeline(null));
    }

    private Stage stage(Pipeline pipeline) {
        var wanted = row.id("stage");
        if (wanted == null) return before == null ? pipeline.first() : before.stage();
        var found = known.counterpart(wanted, pipeline);
        if (found.isEmpty()) wrong("stage", "unknown", wanted);
        return found.orElseGet(pipeline::first);
    }

    /** No later than today. */
    private @Nullable LocalDate day(String key) {
        var day = row.date(key);
        var planned = key.equals("closedOn") && open();
        if (day != null && day.isAfter(known.now().today()) && !planned) wrong(key, "past-or-present");
        return day;
    }

    private boolean open() {
        var wanted = row.id("stage");
        if (wanted == null) return before == null || before.outcome() == Outcome.OPEN;
        return known.pipelines().stream()
                .flatMap(p -> p.stage(wanted).stream())
                .allMatch(s -> s.outcome() == Outcome.OPEN);
    }

    private String reason() {
        var given = row.text("lossReason");
        if (given != null) return given;
        var old = before == null ? null : before.lossReason();
        return old != null ? old : NO_REASON;
    }

    private void wrong(String field, String code, Object... arguments) {
        problems.add(FieldProblem.of(field, code, arguments));
    }
}
