package zhanggui.opportunities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity is about. Its amount is the sum of its lines unless a person entered another.
 *
 * @param amount in {@code currency}, 2 decimals; absent while unknown
 * @param custom the values of custom fields, by code
 * @param amountFromLines whether the amount follows the lines
 */
record Details(
        String name,
        @Nullable UUID customer,
        String currency,
        @Nullable BigDecimal amount,
        boolean amountFromLines,
        @Nullable LocalDate expectedClose,
        @Nullable String source,
        @Nullable String competitor,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String description,
        List<Line> lines,
        Map<String, Object> custom) {

    Details {
        name = name.strip();
        lines = List.copyOf(lines);
        custom = Map.copyOf(custom);
        var sum = sum(lines);
        if (amount != null) amount = amount.setScale(2, RoundingMode.HALF_UP);
        if (!amountFromLines && !lines.isEmpty() && sum.equals(amount)) amountFromLines = true;
        if (amountFromLines) amount = lines.isEmpty() ? null : sum;
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    Set<Requirement> known() {
        var known = EnumSet.noneOf(Requirement.class);
        if (customer != null) known.add(Requirement.CUSTOMER);
        if (amount != null) known.add(Requirement.AMOUNT);
        if (expectedClose != null) known.add(Requirement.EXPECTED_CLOSE);
        if (!lines.isEmpty()) known.add(Requirement.LINES);
        if (says(nextStep)) known.add(Requirement.NEXT_STEP);
        if (says(competitor)) known.add(Requirement.COMPETITOR);
        if (source != null) known.add(Requirement.SOURCE);
        return known;
    }

    private static boolean says(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
