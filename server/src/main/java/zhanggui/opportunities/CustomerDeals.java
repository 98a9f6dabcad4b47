package zhanggui.opportunities;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.RecordOf;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;

/** What a customer's opportunities come to, as far as a viewer sees them. */
@Repository
@Transactional(readOnly = true)
class CustomerDeals {
    private final DSLContext db;
    private final CompanySettings company;

    CustomerDeals(DSLContext db, CompanySettings company) {
        this.db = db;
        this.company = company;
    }

    /**
     * @param openAmount in {@code currency}, the company's, without those that have no rate
     * @param winRate won among won and lost, 0–100 with 2 decimals; absent when neither
     */
    @RecordOf("opportunities")
    record Summary(
            int openCount,
            BigDecimal openAmount,
            int wonCount,
            BigDecimal wonAmount,
            int lostCount,
            @Nullable BigDecimal winRate,
            @Nullable LocalDate lastWonOn,
            String currency) {}

    Summary of(UUID customer, Viewer viewer) {
        var currency = company.get().currency();
        var open = OPPORTUNITY.OUTCOME.eq("OPEN");
        var won = OPPORTUNITY.OUTCOME.eq("WON");
        var lost = OPPORTUNITY.OUTCOME.eq("LOST");
        var opened = count().filterWhere(open);
        var wins = count().filterWhere(won);
        var losses = count().filterWhere(lost);
        var openAmount = amount(open);
        var wonAmount = amount(won);
        var lastWon = max(OPPORTUNITY.CLOSED_ON).filterWhere(won);
        return db.select(opened, openAmount, wins, wonAmount, losses, lastWon)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.CUSTOMER_ID.eq(customer))
                .and(OpportunityReach.SCOPE.of(viewer, OpportunityReach.READ))
                .fetchSingle(r -> new Summary(
                        r.value1(),
                        zero(r.value2()),
                        r.value3(),
                        zero(r.value4()),
                        r.value5(),
                        rate(r.value3(), r.value5()),
                        r.value6(),
                        currency));
    }

    private static Field<BigDecimal> amount(Condition which) {
        return sum(OPPORTUNITY.BASE_AMOUNT).filterWhere(which);
    }

    private static BigDecimal zero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static @Nullable BigDecimal rate(int won, int lost) {
        return won + lost == 0
                ? null
                : BigDecimal.valueOf(100L * won).divide(BigDecimal.valueOf(won + lost), 2, RoundingMode.HALF_UP);
    }
}
