package zhanggui.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in the one form they are stored in: E.164, with {@code ;ext=} where there is an extension. */
final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String CHINA = "CN";
    private static final Map<String, String> REGIONS = regions();

    private Phones() {}

    /**
     * Empty when the text is no number.
     *
     * @param region where a number without a country code belongs, as an ISO code
     */
    static Optional<String> read(String text, String region) {
        try {
            var digits = Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("转|分机", " ext. ")
                    .replaceAll("[－–—]", "-");
            var number = NUMBERS.parse(digits, region);
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) return Optional.empty();
            var extension = number.getExtension();
            return Optional.of(
                    NUMBERS.format(number, PhoneNumberFormat.E164) + (extension.isEmpty() ? "" : ";ext=" + extension));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Without the extension: what two contacts of one company share. */
    static String line(String stored) {
        int extension = stored.indexOf(';');
        return extension < 0 ? stored : stored.substring(0, extension);
    }

    /** @param country as people write it, in Chinese, English or as an ISO code; at home where there is none */
    static String region(@Nullable String country, String home) {
        if (country == null) return home;
        return REGIONS.getOrDefault(country.strip().toLowerCase(Locale.ROOT), home);
    }

    /** Where a company is at home whose accounts are in this currency: codes begin with the region's, except the shared ones. */
    static String home(String currency) {
        var region = currency.substring(0, 2);
        return NUMBERS.getSupportedRegions().contains(region) ? region : CHINA;
    }

    private static Map<String, String> regions() {
        var regions = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            regions.put(code.toLowerCase(Locale.ROOT), code);
            regions.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (var language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
                regions.put(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
            }
        }
        regions.put("usa", "US");
        regions.put("uk", "GB");
        regions.put("korea", "KR");
        return Map.copyOf(regions);
    }
}
