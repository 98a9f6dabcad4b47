package zhanggui.opportunities;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.audit.Subject;
import zhanggui.choices.Choice;
import zhanggui.choices.Choices;
import zhanggui.customers.CustomerDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;
import zhanggui.products.Products;
import zhanggui.texts.Language;

/** Puts opportunities into the words the log keeps: names, not ids. */
@Component
class Wording {
    private final DSLContext db;
    private final Products products;
    private final Choices choices;
    private final CustomFields fields;

    Wording(DSLContext db, Products products, Choices choices, CustomFields fields) {
        this.db = db;
        this.products = products;
        this.choices = choices;
        this.fields = fields;
    }

    /** Named like the columns of the list. */
    record State(
            String name,
            @Nullable String customer,
            String pipeline,
            String stage,
            Outcome outcome,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable BigDecimal rate,
            @Nullable LocalDate rateFrom,
            @Nullable BigDecimal baseAmount,
            @Nullable LocalDate expectedClose,
            @Nullable LocalDate engagedOn,
            @Nullable LocalDate closedOn,
            @Nullable String lossReason,
            @Nullable String outcomeNote,
            @Nullable String source,
            @Nullable String competitor,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable String description,
            @Nullable String owner,
            List<String> lines,
            @JsonAnyGetter Map<String, @Nullable Object> custom) {}

    /** The names some opportunities mention. */
    record Names(
            Map<UUID, String> customers,
            Map<UUID, String> people,
            Map<UUID, String> products,
            List<Choice> sources,
            List<Choice> reasons,
            CustomFields fields,
            Language language) {
        @Nullable Reference owner(Opportunity o) {
            return o.owner() == null ? null : new Reference(o.owner(), people.get(o.owner()));
        }

        State state(Opportunity o) {
            var d = o.details();
            var rate = o.worth().rate();
            return new State(
                    d.name(),
                    d.customer() == null ? null : customers.get(d.customer()),
                    o.pipeline().name(language),
                    o.stage().name(language),
                    o.outcome(),
                    d.amount(),
                    d.currency(),
                    rate == null ? null : rate.rate(),
                    rate == null ? null : rate.from(),
                    rate == null ? null : o.baseAmount(),
                    d.expectedClose(),
                    o.engagedOn(),
                    o.closedOn(),
                    word(reasons, o.lossReason()),
                    o.note(),
                    word(sources, d.source()),
                    d.competitor(),
                    d.nextStep(),
                    d.nextStepOn(),
                    d.description(),
                    o.owner() == null ? null : people.get(o.owner()),
                    d.lines().stream().map(this::line).toList(),
                    fields.named("opportunities", d.custom()).logged());
        }

        private String line(Line l) {
            return "%s × %s @ %s%s"
                    .formatted(
                            products.getOrDefault(l.product(), ""),
                            l.quantity().stripTrailingZeros().toPlainString(),
                            l.price().toPlainString(),
                            l.discount().signum() == 0
                                    ? ""
                                    : " −" + l.discount().stripTrailingZeros().toPlainString() + "%");
        }

        private @Nullable String word(List<Choice> list, @Nullable String code) {
            return code == null
                    ? null
                    : list.stream()
                            .filter(c -> c.code().equals(code))
                            .findFirst()
                            .map(c -> c.in(language))
                            .orElse(code);
        }
    }

    Names of(Collection<Opportunity> opportunities, Language language) {
        var customers = new HashSet<UUID>();
        var people = new HashSet<UUID>();
        var sold = new HashSet<UUID>();
        for (var o : opportunities) {
            if (o.details().customer() != null)
                customers.add(Objects.requireNonNull(o.details().customer()));
            if (o.owner() != null) people.add(Objects.requireNonNull(o.owner()));
            o.details().lines().forEach(l -> sold.add(l.product()));
        }
        return new Names(
                customers(customers),
                people(people),
                products.names(sold),
                choices.of("sources"),
                choices.of("loss-reasons"),
                fields,
                language);
    }

    Map<UUID, String> customers(Collection<UUID> ids) {
        var c = CustomerDirectory.as("c");
        return names(c.table(), c.id(), c.name(), ids);
    }

    /** What people are called; ids of none are missing. */
    Map<UUID, String> people(Collection<UUID> ids) {
        var p = Directory.as("p");
        return names(p.table(), p.id(), p.name(), ids);
    }

    private Map<UUID, String> names(Table<?> table, Field<UUID> id, Field<String> name, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return db.select(id, name)
                .from(table)
                .where(id.eq(org.jooq.impl.DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(id, name);
    }

    static Subject subject(Opportunity o) {
        return new Subject("opportunities", o.id(), o.details().name());
    }
}
