package zhanggui.opportunities;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/** Reads one row of a file as an opportunity: a new one, or one known already as the file has it now. */
final class ImportedOpportunity {
    static final String NO_REASON = "no-reason-given";
    private final ImportRow row;
    private final ImportLookups known;
    private final @Nullable Opportunity before;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ImportedOpportunity(ImportRow row, ImportLookups known, @Nullable Opportunity before) {
        this.row = row;
        this.known = known;
        this.before = before;
    }

    sealed interface Reading {
        record Understood(Opportunity opportunity, Instant createdAt) implements Reading {}

        record Wrong(List<FieldProblem> problems) implements Reading {}
    }

    /** @param id of what is new */
    static Reading read(ImportRow row, ImportLookups known, @Nullable Opportunity before, UUID id) {
        return new ImportedOpportunity(row, known, before).read(before == null ? id : before.id());
    }

    private Reading read(UUID id) {
        var owner = owner();
        var pipeline = pipeline();
        var stage = stage(pipeline);
        var engaged = day("engagedOn");
        if (engaged == null && before != null) engaged = before.engagedOn();
        var closing = day("closedOn");
        var closed = stage.outcome() == Outcome.OPEN ? null : closing;
        if (stage.outcome() != Outcome.OPEN) {
            if (closed == null && before != null) closed = before.closedOn();
            if (closed == null) wrong("closedOn", "required");
            if (closed != null && engaged != null && closed.isBefore(engaged)) {
                wrong("closedOn", "closes-before-engaged", engaged);
            }
        }
        var created = day("createdOn");
        var told = told(pipeline);
        var details = details(stage, created, engaged, closed);
        if (!problems.isEmpty()) return new Reading.Wrong(problems);

        var calendar = known.viewer().calendar();
        var course = told.isEmpty()
                ? PastCourse.of(pipeline, stage, created, engaged, closed, calendar, known.now())
                : PastCourse.told(told, stage, closed, calendar, known.now());
        var opportunity = new Opportunity(
                id,
                details,
                owner,
                before != null && before.hasContact(),
                pipeline,
                before == null ? course.history() : history(before, stage, engaged, closed),
                engaged,
                closed,
                stage.outcome() == Outcome.LOST ? reason() : null,
                before == null || closed == null ? null : before.note());
        return new Reading.Understood(opportunity, created == null ? course.begun() : calendar.start(created));
    }

    private List<Span> history(Opportunity old, Stage stage, @Nullable LocalDate engaged, @Nullable LocalDate closed) {
        return old.stage().id().equals(stage.id())
                ? old.history()
                : PastCourse.continued(
                        old, stage, engaged, closed, known.viewer().calendar(), known.now());
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
    /** The stages told one by one, as {@code Proposal@2024-03-01; Negotiation@2024-03-20}. */
    private List<PastCourse.Told> told(Pipeline pipeline) {
        var text = row.text("stageHistory");
        var told = new ArrayList<PastCourse.Told>();
        if (text == null) return told;
        for (var part : text.split("[;；]")) {
            var at = part.lastIndexOf('@');
            var stage = at < 0 ? null : pipeline.named(part.substring(0, at).strip());
            try {
                if (stage == null) throw new DateTimeException(part);
                told.add(new PastCourse.Told(
                        stage, LocalDate.parse(part.substring(at + 1).strip())));
            } catch (DateTimeException e) {
                wrong("stageHistory", "value-unreadable", part);
                return List.of();
            }
        }
        return told;
    }

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

    private Details details(
            Stage stage, @Nullable LocalDate created, @Nullable LocalDate engaged, @Nullable LocalDate closed) {
        var old = before == null ? null : before.details();
        var customer = customer(old);
        var on = closed != null ? closed : engaged != null ? engaged : created;
        var lines = lines(old, on == null ? known.now().today() : on);
        var given = row.number("amount");
        if (given != null && given.signum() < 0) wrong("amount", "positive-or-zero");
        var priced = lines.stream().allMatch(l -> l.price().signum() > 0);
        var fromLines = given == null && (old == null || old.amountFromLines()) && priced;
        var planned = row.date("expectedClose");
        if (planned == null && stage.outcome() == Outcome.OPEN) planned = row.date("closedOn");
        return new Details(
                name(old, customer, lines),
                customer,
                old == null ? known.prices().currency() : old.currency(),
                given != null ? given : old == null ? null : old.amount(),
                fromLines,
                planned != null ? planned : old == null ? null : old.expectedClose(),
                or("source", old == null ? null : old.source()),
                or("competitor", old == null ? null : old.competitor()),
                or("nextStep", old == null ? null : old.nextStep()),
                row.has("nextStepOn") ? row.date("nextStepOn") : old == null ? null : old.nextStepOn(),
                or("description", old == null ? null : old.description()),
                lines);
    }

    private @Nullable UUID customer(@Nullable Details old) {
        var wanted = row.id("customer");
        if (wanted == null) return old == null ? null : old.customer();
        if (old != null && wanted.equals(old.customer())) return wanted;
        if (!known.customers().containsKey(wanted)) wrong("customer", "unknown", wanted);
        return wanted;
    }

    /** A row tells of one product; where there are several lines already and it is among them, they stay. */
    private List<Line> lines(@Nullable Details old, LocalDate on) {
        var product = row.id("product");
        List<Line> before = old == null ? List.of() : old.lines();
        if (product == null) return before;
        if (!known.products().containsKey(product)) {
            wrong("product", "unknown", product);
            return before;
        }
        var same = before.stream().filter(l -> l.product().equals(product)).findFirst();
        if (before.size() > 1 && same.isPresent()) return before;
        var quantity = row.number("quantity");
        if (quantity == null) quantity = same.map(Line::quantity).orElse(BigDecimal.ONE);
        if (quantity.signum() <= 0) wrong("quantity", "positive");
        var price = row.number("price");
        if (price == null) {
            price = same.map(Line::price)
                    .or(() -> known.prices().on(on, product))
                    .orElse(BigDecimal.ZERO);
        }
        if (price.signum() < 0) wrong("price", "positive-or-zero");
        return List.of(
                new Line(product, quantity, price, same.map(Line::discount).orElse(BigDecimal.ZERO)));
    }

    private String name(@Nullable Details old, @Nullable UUID customer, List<Line> lines) {
        var given = row.text("name");
        if (given != null) return given;
        if (old != null) return old.name();
        var parts = new ArrayList<String>();
        var with = customer == null ? null : known.customers().get(customer);
        if (with != null) parts.add(with);
        var sold =
                lines.isEmpty() ? null : known.products().get(lines.getFirst().product());
        if (sold != null) parts.add(sold);
        if (parts.isEmpty()) wrong("name", "required");
        return String.join(" – ", parts);
    }

    private @Nullable String or(String key, @Nullable String old) {
        var given = row.text(key);
        return given != null ? given : old;
    }

    private void wrong(String field, String code, Object... arguments) {
        problems.add(FieldProblem.of(field, code, arguments));
    }
}
