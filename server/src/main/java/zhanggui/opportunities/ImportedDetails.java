package zhanggui.opportunities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.ImportRow;
import zhanggui.opportunities.OpportunityCommands.EnteredDetails;
import zhanggui.opportunities.OpportunityCommands.EnteredLine;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;

/** Reads what an opportunity is about from one row of a file; what the row does not mention stays as it was. */
final class ImportedDetails {
    private static final int LONGEST_NAME = 200;
    private final ImportRow row;
    private final ImportLookups known;
    private final @Nullable Details old;
    private final List<FieldProblem> problems;

    /** @param problems grows by what is wrong */
    ImportedDetails(ImportRow row, ImportLookups known, @Nullable Details old, List<FieldProblem> problems) {
        this.row = row;
        this.known = known;
        this.old = old;
        this.problems = problems;
    }

    /** @param on the day whose list prices count */
    Details read(Stage stage, LocalDate on) {
        var customer = customer();
        var currency = currency();
        var lines = lines(currency, on, stage.outcome() == Outcome.OPEN);
        var name = name(customer, lines);
        check(name);
        var given = row.number("amount");
        var priced = lines.stream().allMatch(l -> l.price().signum() > 0);
        var fromLines = given == null && (old == null || old.amountFromLines()) && priced;
        var planned = row.date("expectedClose");
        if (planned == null && stage.outcome() == Outcome.OPEN) planned = row.date("closedOn");
        return new Details(
                name,
                customer,
                currency,
                given != null ? given : old == null ? null : old.amount(),
                fromLines,
                planned != null ? planned : old == null ? null : old.expectedClose(),
                or("source", old == null ? null : old.source()),
                or("competitor", old == null ? null : old.competitor()),
                or("nextStep", old == null ? null : old.nextStep()),
                row.has("nextStepOn") ? row.date("nextStepOn") : old == null ? null : old.nextStepOn(),
                or("description", old == null ? null : old.description()),
                lines,
                custom());
    }

    private Map<String, Object> custom() {
        var told = known.fields().told("opportunities", row);
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("source", or("source", old == null ? null : old.source()));
        var checked = known.custom().check(told.isEmpty() ? null : told, old == null ? null : old.custom(), facts);
        problems.addAll(checked.problems());
        return checked.values();
    }

    private @Nullable UUID customer() {
        var wanted = row.id("customer");
        if (wanted == null) return old == null ? null : old.customer();
        if (old != null && wanted.equals(old.customer())) return wanted;
        if (!known.customers().containsKey(wanted)) wrong("customer", "unknown", wanted);
        return wanted;
    }

    private String currency() {
        var given = row.text("currency");
        if (given == null) return old == null ? known.currency() : old.currency();
        try {
            return Currency.getInstance(given.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            wrong("currency", "unknown", given);
            return known.currency();
        }
    }

    /** A row tells of one product; where there are several lines already and it is among them, they stay. */
    private List<Line> lines(String currency, LocalDate on, boolean open) {
        var product = row.id("product");
        List<Line> before = old == null ? List.of() : old.lines();
        if (product == null) return before;
        var name = known.products().get(product);
        if (name == null) {
            wrong("product", "unknown", product);
            return before;
        }
        var same = before.stream().filter(l -> l.product().equals(product)).findFirst();
        if (before.size() > 1 && same.isPresent()) return before;
        if (open && same.isEmpty() && known.retired().contains(product)) wrong("product", "product-retired", name);
        var quantity = row.number("quantity");
        if (quantity == null) quantity = same.map(Line::quantity).orElse(BigDecimal.ONE);
        var discount = row.number("discount");
        if (discount == null) discount = same.map(Line::discount).orElse(BigDecimal.ZERO);
        var price = row.number("price");
        if (price == null) {
            price = same.filter(l -> old != null && currency.equals(old.currency()))
                    .map(Line::price)
                    .or(() -> known.price(currency, on, product))
                    .orElse(BigDecimal.ZERO);
        }
        return List.of(new Line(product, quantity, price, discount));
    }

    private String name(@Nullable UUID customer, List<Line> lines) {
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
        var name = String.join(" – ", parts);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** What the row brings keeps within the limits of the screen. */
    private void check(String name) {
        var product = row.id("product");
        var quantity = Objects.requireNonNullElse(row.number("quantity"), BigDecimal.ONE);
        var command = new EnteredDetails(
                name.isEmpty() ? "?" : name,
                null,
                null,
                row.number("amount"),
                row.date("expectedClose"),
                row.text("source"),
                row.text("competitor"),
                row.text("nextStep"),
                row.date("nextStepOn"),
                row.text("description"),
                product == null
                        ? List.of()
                        : List.of(new EnteredLine(product, quantity, row.number("price"), row.number("discount"))),
                null);
        for (var problem : Violations.of(command, known.validator())) {
            wrong(problem.field().replace("lines[0].", ""), problem.code());
        }
    }

    private @Nullable String or(String key, @Nullable String before) {
        var given = row.text(key);
        return given != null ? given : before;
    }

    private void wrong(String field, String code, Object... arguments) {
        problems.add(FieldProblem.of(field, code, arguments));
    }
}
