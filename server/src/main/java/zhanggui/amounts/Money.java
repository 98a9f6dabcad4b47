package zhanggui.amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount of one currency. Inside of a computation it keeps ten decimals; what is stored or paid is {@link #rounded}.
 *
 * @param currency an ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    static final int SCALE = 10;

    public Money {
        if (amount.scale() > SCALE) amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
        if (amount.scale() < 0) amount = amount.setScale(0, RoundingMode.UNNECESSARY);
        Currency.getInstance(currency);
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** Half up to the smallest unit of its currency. */
    public Money rounded() {
        return new Money(Rounding.of(currency).of(amount), currency);
    }

    /** The whole amount in parts by weight, to the smallest unit of its currency. */
    public List<Money> split(List<BigDecimal> weights) {
        var shares = Allocation.split(amount, weights, Rounding.of(currency).quantum());
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Money(shares.get(i), currency))
                .toList();
    }

    public int signum() {
        return amount.signum();
    }

    /** Equal where the amounts are, whatever number of decimals they are written with. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && currency.equals(money.currency) && amount.compareTo(money.amount) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * currency.hashCode() + amount.stripTrailingZeros().hashCode();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        return other;
    }
}
