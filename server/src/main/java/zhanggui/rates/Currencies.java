package zhanggui.rates;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import zhanggui.listings.Options;
import zhanggui.texts.Language;

/** The currencies there are. */
public final class Currencies {
    private static final List<Currency> USED = Arrays.stream(Locale.getISOCountries())
            .map(country -> Currency.getInstance(Locale.of("", country)))
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();

    private Currencies() {}

    /** What some country pays in today, by its code and its name. */
    public static Options options() {
        return (language, texts) -> USED.stream()
                .map(c -> new Options.Option(
                        c.getCurrencyCode(),
                        c.getCurrencyCode() + " "
                                + c.getDisplayName(language == Language.ZH ? Locale.CHINA : Locale.ENGLISH),
                        null))
                .toList();
    }

    static boolean exists(String code) {
        return USED.stream().anyMatch(c -> c.getCurrencyCode().equals(code));
    }
}
