package zhanggui.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A rate as its form shows it. */
record RateView(UUID id, String currency, LocalDate from, BigDecimal rate, String company, int version) {}
