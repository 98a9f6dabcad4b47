package zhanggui.customfields;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import zhanggui.listings.Column;
import zhanggui.listings.Options;
import zhanggui.people.Directory;

/** Custom fields as columns: each reads its value out of the object in which a record keeps them. */
final class FieldColumns {
    private FieldColumns() {}

    static List<Column> of(FieldHost host, List<CustomField> fields) {
        return fields.stream()
                .filter(f -> !f.retired())
                .map(f -> column(host, f, fields).headed(f.name()))
                .toList();
    }

    private static Column column(FieldHost host, CustomField f, List<CustomField> all) {
        var column = f.type() == FieldType.FORMULA ? computed(host, f, all) : plain(host, f);
        if (f.totalled()) column = column.withTotal();
        if (f.searched()) column = host.kept() == null ? column.inSearch() : column.inSearch(host.kept());
        return f.shown() ? column : column.onDemand();
    }

    private static Column plain(FieldHost host, CustomField f) {
        var text = text(host, f);
        return switch (f.type()) {
            case TEXT -> Column.text(f.key(), text);
            case LONG_TEXT -> Column.longText(f.key(), text);
            case LINK -> Column.link(f.key(), text);
            case NUMBER -> Column.number(f.key(), number(text));
            case MONEY -> Column.money(f.key(), number(text), host.currency());
            case DATE -> Column.date(f.key(), day(text));
            case CHOICE -> Column.choice(f.key(), text, options(f));
            case CHOICES ->
                Column.tags(
                        f.key(),
                        field(
                                "public.custom_words({0} -> {1})",
                                SQLDataType.CLOB.array(), host.custom(), inline(f.code())),
                        options(f));
            case PERSON -> Column.person(f.key(), id(text), name(f, text));
            case UNIT -> Column.unit(f.key(), id(text), name(f, text));
            case FORMULA -> throw new IllegalArgumentException(f.key());
            case FLAG -> Column.flag(f.key(), field("({0})::boolean", Boolean.class, text));
        };
    }

    private static Column computed(FieldHost host, CustomField f, List<CustomField> all) {
        var read = formula(host, f, all);
        var column = read.kind() == Formula.Kind.MONEY
                ? Column.money(f.key(), read.value(), host.currency())
                : Column.number(f.key(), read.value());
        return column.revealing(read.mentioned());
    }

    static Formula.Read formula(FieldHost host, CustomField f, List<CustomField> all) {
        try {
            return Formula.read(Objects.requireNonNull(f.formula()), operands(host, all));
        } catch (Formula.Wrong e) {
            // It was right when it was saved; a field it is made of is no longer there. No list breaks for it.
            return new Formula.Read(Formula.Kind.NUMBER, inline((BigDecimal) null, SQLDataType.NUMERIC), Set.of());
        }
    }

    /** What formulas may be made of: numbers, amounts and days, whether the record's own or custom ones. */
    static Map<String, Formula.Operand> operands(FieldHost host, List<CustomField> all) {
        var operands = new TreeMap<>(host.operands());
        for (var f : all) {
            switch (f.type()) {
                case NUMBER -> operands.put(f.key(), new Formula.Operand(Formula.Kind.NUMBER, number(text(host, f))));
                case MONEY -> operands.put(f.key(), new Formula.Operand(Formula.Kind.MONEY, number(text(host, f))));
                case DATE -> operands.put(f.key(), new Formula.Operand(Formula.Kind.DATE, day(text(host, f))));
                default -> {}
            }
        }
        return operands;
    }

    private static Field<LocalDate> day(Field<String> text) {
        return field("public.custom_day({0})", LocalDate.class, text);
    }

    private static Field<String> text(FieldHost host, CustomField f) {
        return field("({0} ->> {1})", String.class, host.custom(), inline(f.code()));
    }

    private static Field<BigDecimal> number(Field<String> text) {
        return field("({0})::numeric", BigDecimal.class, text);
    }

    private static Field<UUID> id(Field<String> text) {
        return field("({0})::uuid", UUID.class, text);
    }

    /** What the person or the department is called; a sub-select. */
    private static Field<String> name(CustomField f, Field<String> text) {
        if (f.type() == FieldType.UNIT) return Directory.unitName(id(text));
        var person = Directory.as("custom_" + f.code());
        return field(
                select(person.name()).from(person.table()).where(person.id().eq(id(text))));
    }

    /**
     * The names of all that the fields of a record refer to, and the values of its formulas, by code; absent where there
     * are neither.
     */
    static Field<JSONB> beside(FieldHost host, List<CustomField> fields) {
        var pairs = new ArrayList<Field<?>>();
        for (var f : fields) {
            if (f.type().isReference()) {
                pairs.add(inline(f.code()));
                pairs.add(name(f, text(host, f)));
            } else if (f.type() == FieldType.FORMULA && !f.retired()) {
                pairs.add(inline(f.code()));
                pairs.add(formula(host, f, fields).value());
            }
        }
        return pairs.isEmpty()
                ? inline((JSONB) null, SQLDataType.JSONB)
                : field("jsonb_build_object({0})", JSONB.class, DSL.list(pairs));
    }

    private static Options options(CustomField f) {
        return (language, texts) -> f.options().stream()
                .map(o -> new Options.Option(o.code(), o.name().in(language), o.color()))
                .toList();
    }
}
