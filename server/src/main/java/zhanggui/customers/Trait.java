package zhanggui.customers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something by which a customer may be recognised. */
record Trait(Kind kind, String value) {
    enum Kind {
        NAME,
        SHORT_NAME,
        BRAND,
        CREDIT_CODE,
        PHONE,
        DOMAIN
    }

    /** Where anyone may have an address: says nothing about the company. */
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "live.cn",
            "msn.com",
            "yahoo.com",
            "yahoo.cn",
            "yahoo.com.cn",
            "yahoo.co.jp",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "gmx.com",
            "web.de",
            "mail.ru",
            "yandex.ru",
            "yandex.com",
            "proton.me",
            "protonmail.com",
            "zoho.com",
            "fastmail.com",
            "qq.com",
            "vip.qq.com",
            "foxmail.com",
            "163.com",
            "vip.163.com",
            "126.com",
            "yeah.net",
            "188.com",
            "sina.com",
            "sina.cn",
            "vip.sina.com",
            "sohu.com",
            "139.com",
            "189.cn",
            "wo.cn",
            "aliyun.com",
            "tom.com",
            "21cn.com",
            "263.net",
            "naver.com",
            "orange.fr",
            "laposte.net",
            "libero.it");

    /**
     * What is known of a customer.
     *
     * @param phones in stored form
     */
    record Known(
            List<String> names,
            @Nullable String shortName,
            @Nullable String creditCode,
            List<String> phones,
            List<String> emails,
            @Nullable String site) {}

    static Set<Trait> of(Known known) {
        var traits = new LinkedHashSet<Trait>();
        for (var text : known.names()) {
            var name = CompanyName.of(text);
            if (!name.isEmpty()) traits.add(new Trait(Kind.NAME, name.normal()));
            if (!name.brand().isEmpty()) traits.add(new Trait(Kind.BRAND, name.brand()));
        }
        if (known.shortName() != null) {
            var name = CompanyName.of(known.shortName());
            if (!name.isEmpty()) traits.add(new Trait(Kind.SHORT_NAME, name.normal()));
            if (!name.brand().isEmpty()) traits.add(new Trait(Kind.BRAND, name.brand()));
        }
        if (known.creditCode() != null) traits.add(new Trait(Kind.CREDIT_CODE, known.creditCode()));
        known.phones().forEach(phone -> traits.add(new Trait(Kind.PHONE, Phones.line(phone))));
        known.emails().forEach(email -> domain(email).ifPresent(d -> traits.add(new Trait(Kind.DOMAIN, d))));
        if (known.site() != null) host(known.site()).ifPresent(d -> traits.add(new Trait(Kind.DOMAIN, d)));
        return traits;
    }

    static Optional<String> domain(String email) {
        return company(email.substring(email.lastIndexOf('@') + 1));
    }

    private static Optional<String> host(String site) {
        return company(site.replaceFirst("(?i)^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "")
                .replaceFirst("(?i)^www\\.", ""));
    }

    private static Optional<String> company(String domain) {
        var name = domain.strip().toLowerCase(Locale.ROOT);
        return name.contains(".") && !FREE_MAIL.contains(name) ? Optional.of(name) : Optional.empty();
    }
}
