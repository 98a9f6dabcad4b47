package zhanggui.reports;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static zhanggui.reports.db.Tables.DEAL;

import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * Deals added up.
 *
 * @param count all of them
 * @param priced those whose amount, where they have one, is known in the company's currency
 * @param amount what the latter are worth in it
 */
record Sum(long count, long priced, BigDecimal amount) {
    static final Sum NONE = new Sum(0, 0, BigDecimal.ZERO);

    static SelectField<Sum> of(Condition which, Asked asked) {
        var priced = which.and(asked.priced());
        return row(
                        DSL.count().filterWhere(which),
                        DSL.count().filterWhere(priced),
                        coalesce(sum(DEAL.BASE_AMOUNT).filterWhere(priced), BigDecimal.ZERO))
                .mapping(Sum.class, Sum::new);
    }

    Sum plus(Sum other) {
        return new Sum(count + other.count, priced + other.priced, amount.add(other.amount));
    }

    long otherCurrencies() {
        return count - priced;
    }
}
