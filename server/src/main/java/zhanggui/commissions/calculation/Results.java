package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Earnings as they are compared between runs: the same bytes for the same results. */
public final class Results {
    private Results() {}

    public static byte[] bytes(List<Earning<BigDecimal>> earnings) {
        return earnings.stream()
                .map(Results::line)
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Earning<BigDecimal> e) {
        return String.join(
                "|",
                e.participation().key(),
                e.component().code(),
                e.month().code(),
                plain(e.amount()),
                plain(e.carried()),
                e.marks().stream().sorted().map(Enum::name).collect(Collectors.joining("+")));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
