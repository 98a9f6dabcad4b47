package zhanggui.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import zhanggui.texts.Language;

/** About two thousand invented customers with a contact each. */
final class DemoCustomers {
    record Customer(
            String externalId,
            String name,
            String trade,
            String level,
            String province,
            String city,
            String district,
            String address,
            String phone,
            List<String> tags,
            int employees,
            BigDecimal revenue,
            String source,
            String contactName,
            String contactTitle,
            String contactMobile,
            String contactEmail,
            LocalDate created,
            DemoPeople.Person owner) {}

    private static final List<String> SOURCES =
            List.of("referral", "website", "exhibition", "advertising", "cold-call", "partner");
    private static final int COUNT = 2000;

    final List<Customer> customers = new ArrayList<>();
    private final Dice dice;
    private final Words words;
    private final Language language;
    private final Set<String> taken = new HashSet<>();

    DemoCustomers(long seed, Words words, Language language, List<DemoPeople.Person> sellers, LocalDate today) {
        this.dice = new Dice(seed);
        this.words = words;
        this.language = language;
        var start = today.minusYears(3).withDayOfMonth(1);
        int days = (int) (today.toEpochDay() - start.toEpochDay());
        for (int i = 0; i < COUNT; i++)
            customers.add(customer(i, start.plusDays(dice.between(0, days)), dice.one(sellers)));
    }

    private Customer customer(int i, LocalDate created, DemoPeople.Person owner) {
        int trade = dice.between(0, words.list("trades").size() - 1);
        var place = dice.one(words.list("cities")).split("/");
        var name = name(words.list("trades").get(trade), place[1]);
        int employees = (int) dice.around(120, 1.2) + 3;
        var level = List.of("A", "B", "C", "D").get(dice.weighted(0.1, 0.25, 0.4, 0.25));
        var english = language == Language.EN;
        var surname = dice.one(words.list("surnames"));
        var given = dice.one(words.list("given"));
        return new Customer(
                "demo-c-" + i,
                name,
                words.list("trade-codes").get(trade),
                level,
                place[0],
                place[1],
                place[2],
                english
                        ? dice.between(1, 400) + " " + dice.one(words.list("streets"))
                        : dice.one(words.list("streets")) + " " + dice.between(1, 400) + " 号",
                phone(i, english),
                dice.chance(0.15) ? List.of(dice.one(words.list("tags"))) : List.of(),
                employees,
                BigDecimal.valueOf(Math.round(employees * dice.around(420_000, 0.5) / 1000) * 1000L),
                dice.one(SOURCES),
                english ? given + " " + surname : surname + given,
                dice.one(words.list("titles")),
                mobile(i, english),
                String.format(Locale.ROOT, "contact%d@example.com", i),
                created,
                owner);
    }

    /** Numbers of ranges that are reserved for fiction in the US; in China simply sequences nobody dials here. */
    private static String mobile(int i, boolean english) {
        return english
                ? String.format(Locale.ROOT, "+1 202-555-%04d", i % 10_000)
                : String.format(Locale.ROOT, "+86 139 0000 %04d", i % 10_000);
    }

    private static String phone(int i, boolean english) {
        return english
                ? String.format(Locale.ROOT, "+1 312-555-%04d", i % 10_000)
                : String.format(Locale.ROOT, "+86 21 6000 %04d", i % 10_000);
    }

    private String name(String trade, String city) {
        while (true) {
            var brand = dice.one(words.list("brands"));
            var suffix = dice.one(words.list("suffixes"));
            var place = city.replaceAll("市$", "");
            var name = language == Language.EN
                    ? brand + " " + place + " " + trade + " " + suffix
                    : place + brand + trade + suffix;
            if (taken.add(place + brand + trade)) return name;
        }
    }
}
