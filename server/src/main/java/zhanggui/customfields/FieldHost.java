package zhanggui.customfields;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import zhanggui.company.CompanyDirectory;

/**
 * A type of record that takes custom fields.
 *
 * @param type the name of its list
 * @param custom where the values stand
 * @param currency of its amounts
 * @param operands the fields of its own that formulas may be made of, by key; columns of the same table
 * @param conditions the fields of its own by which a custom field may be required: the keys of choices and flags
 * @param kept where the database keeps the words quick search looks in
 * @param words where the words of custom fields stand that belong to them
 */
public record FieldHost(
        String type,
        TableField<?, JSONB> custom,
        Field<String> currency,
        Set<String> conditions,
        Map<String, Formula.Operand> operands,
        @Nullable Field<String> kept,
        @Nullable TableField<?, String> words) {
    /** Amounts are in the currency of each record. */
    public FieldHost in(Field<String> currency) {
        return new FieldHost(type, custom, currency, conditions, operands, kept, words);
    }

    /** Quick search finds what stands in {@code words} through the index on {@code kept}. */
    public FieldHost searchedThrough(Field<String> kept, TableField<?, String> words) {
        return new FieldHost(type, custom, currency, conditions, operands, kept, words);
    }

    public FieldHost withNumber(String key, Field<? extends Number> value) {
        return with(key, new Formula.Operand(Formula.Kind.NUMBER, value));
    }

    public FieldHost withMoney(String key, Field<BigDecimal> value) {
        return with(key, new Formula.Operand(Formula.Kind.MONEY, value));
    }

    public FieldHost withDate(String key, Field<LocalDate> value) {
        return with(key, new Formula.Operand(Formula.Kind.DATE, value));
    }

    private FieldHost with(String key, Formula.Operand operand) {
        var all = new TreeMap<>(operands);
        all.put(key, operand);
        return new FieldHost(type, custom, currency, conditions, all, kept, words);
    }

    /** Amounts are in the company's currency. */
    public static FieldHost of(String type, TableField<?, JSONB> custom, String... conditions) {
        return new FieldHost(type, custom, CompanyDirectory.currency(), Set.of(conditions), Map.of(), null, null);
    }
}
