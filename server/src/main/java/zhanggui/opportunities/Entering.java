package zhanggui.opportunities;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.company.CompanySettings;
import zhanggui.customers.Customers;
import zhanggui.customfields.CustomFields;
import zhanggui.listings.FieldGuard;
import zhanggui.opportunities.OpportunityCommands.EnteredDetails;
import zhanggui.opportunities.OpportunityCommands.EnteredLine;
import zhanggui.opportunities.OpportunityCommands.MoveFields;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.products.Products;

/** Makes details of what people entered, and refuses what is unknown or out of their reach. */
@Component
class Entering {
    private static final String LIST = "opportunities";
    private final Customers customers;
    private final Products products;
    private final Choices choices;
    private final CompanySettings company;
    private final CustomFields fields;
    private final FieldGuard guard;
    private final Standing standing;
    private final Clock clock;

    Entering(
            Customers customers,
            Products products,
            Choices choices,
            CompanySettings company,
            CustomFields fields,
            FieldGuard guard,
            Standing standing,
            Clock clock) {
        this.customers = customers;
        this.products = products;
        this.choices = choices;
        this.company = company;
        this.fields = fields;
        this.guard = guard;
        this.standing = standing;
        this.clock = clock;
    }

    Moment moment(Viewer viewer) {
        var now = clock.instant();
        return new Moment(now, viewer.calendar().day(now), viewer.id());
    }

    /** @param before absent when it is new */
    Details details(EnteredDetails told, @Nullable Details before, Viewer viewer) {
        var entered = guard.guarded(LIST, told, before == null ? null : EnteredDetails.of(before), viewer);
        var currency = currency(entered.currency(), before);
        checkCustomer("customer", entered.customer(), before == null ? null : before.customer(), viewer);
        checkSource("source", entered.source(), before == null ? null : before.source());
        return new Details(
                entered.name(),
                entered.customer(),
                currency,
                entered.amount(),
                entered.amount() == null,
                entered.expectedClose(),
                blankless(entered.source()),
                blankless(entered.competitor()),
                blankless(entered.nextStep()),
                entered.nextStepOn(),
                blankless(entered.description()),
                lines("lines", entered.lines(), currency, before, viewer),
                custom(entered, before, viewer));
    }

    private Map<String, Object> custom(EnteredDetails entered, @Nullable Details before, Viewer viewer) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("source", blankless(entered.source()));
        var checked = fields.check("opportunities", viewer)
                .check(entered.custom(), before == null ? null : before.custom(), facts);
        if (!checked.problems().isEmpty()) throw Refused.invalid(checked.problems());
        return checked.values();
    }

    /** What was given with a move, over what was known. */
    Details details(@Nullable MoveFields told, Details before, Viewer viewer) {
        if (told == null) return before;
        var given = guard.guarded(LIST, told, null, viewer);
        checkCustomer("fields.customer", given.customer(), before.customer(), viewer);
        checkSource("fields.source", given.source(), before.source());
        return new Details(
                before.name(),
                given.customer() != null ? given.customer() : before.customer(),
                before.currency(),
                given.amount() != null ? given.amount() : before.amount(),
                given.amount() == null && before.amountFromLines(),
                given.expectedClose() != null ? given.expectedClose() : before.expectedClose(),
                or(given.source(), before.source()),
                or(given.competitor(), before.competitor()),
                or(given.nextStep(), before.nextStep()),
                given.nextStepOn() != null ? given.nextStepOn() : before.nextStepOn(),
                before.description(),
                given.lines() == null
                        ? before.lines()
                        : lines("fields.lines", given.lines(), before.currency(), before, viewer),
                before.custom());
    }

    private String currency(@Nullable String entered, @Nullable Details before) {
        if (entered == null)
            return before != null ? before.currency() : company.get().currency();
        try {
            return Currency.getInstance(entered).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("currency", "unknown", entered);
        }
    }

    /** A customer that is there already may stay, even where the viewer cannot see it. */
    private void checkCustomer(String field, @Nullable UUID customer, @Nullable UUID before, Viewer viewer) {
        if (customer == null || customer.equals(before)) return;
        try {
            customers.requireReadable(viewer, customer);
        } catch (Refused e) {
            throw Refused.invalid(field, "unknown", customer);
        }
    }

    private void checkSource(String field, @Nullable String source, @Nullable String before) {
        if (source != null && !source.isBlank() && !Objects.equals(source, before)) {
            choices.require("sources", source, field);
        }
    }

    /** What is no longer sold may stay where it is, but not be added. */
    private List<Line> lines(
            String field, List<EnteredLine> entered, String currency, @Nullable Details before, Viewer viewer) {
        if (entered.isEmpty()) return List.of();
        var ids = entered.stream().map(EnteredLine::product).distinct().toList();
        var names = products.names(ids);
        var prices = products.prices(ids, currency);
        var retired = new HashSet<>(standing.retired(ids));
        if (before != null) before.lines().forEach(l -> retired.remove(l.product()));
        var today = viewer.calendar().day(clock.instant());
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < entered.size(); i++) {
            var line = entered.get(i);
            var at = field + "[" + i + "]";
            var price = line.price();
            if (price == null) price = prices.on(today, line.product()).orElse(null);
            if (!names.containsKey(line.product())) {
                problems.add(FieldProblem.of(at + ".product", "unknown", line.product()));
            } else if (retired.contains(line.product())) {
                problems.add(FieldProblem.of(at + ".product", "product-retired", names.get(line.product())));
            } else if (price == null) {
                problems.add(FieldProblem.of(at + ".price", "no-list-price", currency));
            } else {
                var discount = line.discount();
                lines.add(new Line(
                        line.product(), line.quantity(), price, discount == null ? BigDecimal.ZERO : discount));
            }
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        return lines;
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first != null && !first.isBlank() ? first.strip() : second;
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
