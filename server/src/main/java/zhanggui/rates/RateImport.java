package zhanggui.rates;

import static zhanggui.imports.ImportField.date;
import static zhanggui.imports.ImportField.number;
import static zhanggui.imports.ImportField.text;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.imports.RowMemory;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.problems.Violations;
import zhanggui.rates.Rates.SaveRate;
import zhanggui.rates.Rates.Wanted;

/** Rates from files; one that was told for a day already is changed. */
@Component
@Order(25)
class RateImport implements ImportKind {
    private static final List<ImportField> FIELDS = List.of(
            text("currency", "ccy", "currency code", "from currency", "币种", "货币", "外币")
                    .need(),
            date("from", "date", "valid from", "effective date", "day", "生效日期", "日期", "起始日期")
                    .need(),
            number("rate", "exchange rate", "fx rate", "汇率", "折算汇率", "中间价").need());
    private final Rates rates;
    private final RateStore store;
    private final Validator validator;

    RateImport(Rates rates, RateStore store, Validator validator) {
        this.rates = rates;
        this.store = store;
        this.validator = validator;
    }

    @Override
    public String name() {
        return Rates.LIST;
    }

    @Override
    public String permission() {
        return Rates.EDIT;
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        Set<Wanted> seen = memory.set();
        return rows -> take(rows, seen, viewer);
    }

    private List<Outcome> take(List<ImportRow> rows, Set<Wanted> seen, Viewer viewer) {
        var days = new HashSet<Wanted>();
        for (var row : rows) {
            var day = row.date("from");
            if (day != null) days.add(new Wanted(currency(row), day));
        }
        var known = store.known(days);
        var outcomes = new ArrayList<Outcome>();
        for (var row : rows) {
            var from = row.date("from");
            var worth = row.number("rate");
            if (from == null || worth == null) {
                outcomes.add(new Outcome.Refused(List.of(FieldProblem.of(from == null ? "from" : "rate", "required"))));
                continue;
            }
            var rate = new SaveRate(currency(row), from, worth, null);
            var problems = new ArrayList<>(Violations.of(rate, validator));
            if (problems.isEmpty()) own(rate, problems);
            if (!problems.isEmpty()) {
                outcomes.add(new Outcome.Refused(List.copyOf(problems)));
                continue;
            }
            var day = new Wanted(rate.currency(), rate.from());
            if (!seen.add(day)) {
                outcomes.add(new Outcome.Refused(List.of(FieldProblem.of("from", "twice", rate.from()))));
                continue;
            }
            var id = known.get(day);
            if (id == null) {
                outcomes.add(new Outcome.Created(rates.create(rate, viewer)));
                continue;
            }
            var before = rates.view(id);
            if (before.rate().compareTo(rate.rate()) == 0) {
                outcomes.add(new Outcome.Skipped(FieldProblem.of("from", "unchanged")));
            } else {
                rates.change(id, new SaveRate(rate.currency(), rate.from(), rate.rate(), before.version()), viewer);
                outcomes.add(new Outcome.Updated(id));
            }
        }
        return outcomes;
    }

    private void own(SaveRate rate, List<FieldProblem> problems) {
        try {
            rates.check(rate.currency());
        } catch (Refused e) {
            problems.addAll(e.fields());
        }
    }

    private static String currency(ImportRow row) {
        var text = row.text("currency");
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
