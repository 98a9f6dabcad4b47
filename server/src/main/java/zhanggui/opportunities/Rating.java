package zhanggui.opportunities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.rates.Rates;

/** Takes rates for opportunities in other currencies; in the company's own nothing is asked. */
@Component
class Rating {
    private final Rates rates;

    Rating(Rates rates) {
        this.rates = rates;
    }

    /** The opportunity with the rate it is to have; where none was told for that day, without one. */
    Opportunity rated(Opportunity now, @Nullable Opportunity before, LocalDate today) {
        if (!now.worth().isForeign(now.details())) return now.worth(null);
        return Worth.day(now, before, today).map(day -> taken(now, day)).orElse(now);
    }

    /** The rate of the day on which it was closed, or of today, whatever it had. */
    Opportunity taken(Opportunity now, LocalDate day) {
        return now.worth(rates.on(now.details().currency(), day).orElse(null));
    }
}
