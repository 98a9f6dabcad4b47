package zhanggui.opportunities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhanggui.rates.Rate;

/**
 * What amounts of an opportunity are worth in the company's currency.
 *
 * @param company the company's currency
 * @param rate that was taken for it; absent in the company's own currency, and while none was told
 */
record Worth(String company, @Nullable Rate rate) {
    static Worth in(String company) {
        return new Worth(company, null);
    }

    Worth at(@Nullable Rate next) {
        return new Worth(company, next);
    }

    boolean isForeign(Details details) {
        return !details.currency().equals(company);
    }

    /** The amount in the company's currency; never guessed. */
    @Nullable BigDecimal of(Details details) {
        var amount = details.amount();
        if (amount == null || !isForeign(details)) return amount;
        return rate == null ? null : rate.of(amount, company);
    }

    /**
     * The day whose rate is to be taken. Of an open one, today's, when it is entered, reopened, or its amount, currency or
     * expected close changes, or as long as it has none; of a closed one that of the day it was closed, once. Otherwise
     * what was taken stays.
     *
     * @param before how it was stored; absent when it is new
     */
    static Optional<LocalDate> day(Opportunity now, @Nullable Opportunity before, LocalDate today) {
        if (!now.worth().isForeign(now.details())) return Optional.empty();
        var day = now.closedOn() == null ? today : now.closedOn();
        if (before == null || now.worth().rate() == null) return Optional.of(day);
        var was = before.details();
        var is = now.details();
        if (!was.currency().equals(is.currency())) return Optional.of(day);
        if (now.closedOn() != null) {
            return now.closedOn().equals(before.closedOn()) ? Optional.empty() : Optional.of(day);
        }
        var same = before.closedOn() == null
                && Objects.equals(was.amount(), is.amount())
                && Objects.equals(was.expectedClose(), is.expectedClose());
        return same ? Optional.empty() : Optional.of(day);
    }
}
