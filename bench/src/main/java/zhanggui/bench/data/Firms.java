package zhanggui.bench.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The invented customers and the people one talks to there. */
final class Firms {
    private static final int FIRM = 10;
    private static final int CONTACT = 11;
    private static final int OWNER = 12;
    static final int DAYS = 4 * 365;
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** Shares no factor with the number of names, so that each index has a name of its own. */
    private static final long STRIDE = 7_368_787_003L;

    final int count;
    private final long seed;
    private final Times times;
    private final int[] sellers;

    /** @param sellers their places in the list of people */
    Firms(int count, long seed, Times times, int[] sellers) {
        this.count = count;
        this.seed = seed;
        this.times = times;
        this.sellers = sellers;
    }

    /** @param kind and value as the application recognises customers by */
    record Trait(String kind, String value) {}

    record Contact(
            UUID id,
            String name,
            String title,
            String department,
            String role,
            String mobile,
            String email,
            boolean main) {}

    record Firm(
            int index,
            UUID id,
            long created,
            int owner,
            String name,
            String nameEn,
            String shortName,
            String code,
            UUID parent,
            String industry,
            int employees,
            String level,
            String source,
            String province,
            String city,
            String district,
            String address,
            String site,
            String phone,
            String tags,
            String status,
            List<Contact> contacts,
            Set<Trait> traits) {}

    long created(int index) {
        return times.moment(index, count, DAYS, new Dice(seed, FIRM, index).part());
    }

    UUID id(int index) {
        var dice = new Dice(seed, FIRM, index);
        return dice.id(times.moment(index, count, DAYS, dice.part()));
    }

    /** Some have many customers, some few. */
    int owner(int index) {
        var dice = new Dice(seed, OWNER, index);
        int a = dice.below(sellers.length);
        int b = dice.below(sellers.length);
        return sellers[dice.chance(0.3) ? Math.min(a, b) : a];
    }

    int contacts(int index) {
        return 1 + new Dice(seed, CONTACT, index).weighted(5, 3, 2);
    }

    UUID contact(int index, int place) {
        return new Dice(seed, CONTACT + 100 * (place + 1), index).id(created(index) + place);
    }

    /** Two characters. */
    String brand(int index) {
        int brand = (int) (spot(index) / Words.PLACES.length / Words.TRADES.length);
        int letters = Words.BRAND.length();
        return "" + Words.BRAND.charAt(brand / letters) + Words.BRAND.charAt(brand % letters);
    }

    String name(int index) {
        return place(index) + brand(index) + trade(index)[0] + new Dice(seed, FIRM + 5, index).one(Words.FORMS);
    }

    private String place(int index) {
        return Words.PLACES[(int) (spot(index) % Words.PLACES.length)].split("/")[0];
    }

    private String[] trade(int index) {
        return Words.TRADES[(int) (spot(index) / Words.PLACES.length % Words.TRADES.length)].split("/");
    }

    private long spot(int index) {
        long names = (long) Words.BRAND.length() * Words.BRAND.length() * Words.PLACES.length * Words.TRADES.length;
        return Math.floorMod(index * STRIDE + seed, names);
    }

    Firm firm(int index) {
        var dice = new Dice(seed, FIRM, index);
        long created = times.moment(index, count, DAYS, dice.part());
        var id = dice.id(created);
        var place = Words.PLACES[(int) (spot(index) % Words.PLACES.length)].split("/");
        var domain = "c" + index + ".example";
        var nameEn = dice.chance(0.15) ? nameEn(dice) : null;
        var code = dice.chance(0.6) ? code(index) : null;
        var site = dice.chance(0.5) ? "www." + domain : null;
        var phone = dice.chance(0.8) ? String.format("+86216%07d", index) : null;
        var shortName = dice.chance(0.2) ? brand(index) : null;
        var parent = index > 100 && dice.chance(0.05) ? id(dice.below(index)) : null;
        int employees = 3 + (int) dice.exponential(150);
        var people = people(index, domain);
        return new Firm(
                index,
                id,
                created,
                owner(index),
                name(index),
                nameEn,
                shortName,
                code,
                parent,
                trade(index)[1],
                employees,
                new String[] {"A", "B", "C", "D"}[dice.weighted(1, 2.5, 4, 2.5)],
                dice.one(Words.SOURCES),
                place[1],
                place[0],
                dice.one(Words.DISTRICTS),
                dice.one(Words.STREETS) + " " + dice.between(1, 400) + " 号",
                site,
                phone,
                dice.chance(0.15) ? "{" + dice.one(Words.TAGS) + "}" : "{}",
                new String[] {"POTENTIAL", "ACTIVE", "DORMANT", "LOST"}[dice.weighted(5, 3, 1.5, 0.5)],
                people,
                traits(index, nameEn, shortName, code, phone, people, site, domain));
    }

    private List<Contact> people(int index, String domain) {
        var people = new ArrayList<Contact>();
        for (int i = 0; i < contacts(index); i++) {
            var dice = new Dice(seed, CONTACT + 50 * (i + 1), index);
            people.add(new Contact(
                    contact(index, i),
                    dice.one(Words.SURNAMES) + dice.one(Words.GIVEN),
                    dice.one(Words.TITLES),
                    dice.one(Words.DEPARTMENTS),
                    dice.chance(0.4) ? dice.one(Words.ROLES) : null,
                    String.format("+86139%08d", index * 4L + i),
                    dice.chance(0.7) ? "p" + i + "@" + domain : null,
                    i == 0));
        }
        return people;
    }

    /** What the application derives of a customer; {@link Check} has the application derive some anew. */
    private Set<Trait> traits(
            int index,
            String nameEn,
            String shortName,
            String code,
            String phone,
            List<Contact> people,
            String site,
            String domain) {
        var brand = brand(index);
        var traits = new LinkedHashSet<Trait>();
        traits.add(new Trait("NAME", place(index) + brand + trade(index)[0]));
        traits.add(new Trait("BRAND", brand));
        if (nameEn != null) {
            var words = nameEn.toLowerCase(java.util.Locale.ROOT).split(" ");
            traits.add(new Trait("NAME", words[0] + words[1]));
            traits.add(new Trait("BRAND", words[0]));
        }
        if (shortName != null) traits.add(new Trait("SHORT_NAME", shortName));
        if (code != null) traits.add(new Trait("CREDIT_CODE", code));
        if (phone != null) traits.add(new Trait("PHONE", phone));
        for (var person : people) traits.add(new Trait("PHONE", person.mobile()));
        if (site != null || people.stream().anyMatch(p -> p.email() != null)) traits.add(new Trait("DOMAIN", domain));
        return traits;
    }

    private static String nameEn(Dice dice) {
        var word = dice.one(Words.SYLLABLES) + dice.one(Words.SYLLABLES) + dice.one(Words.SYLLABLES);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + dice.one(Words.TRADES_EN)
                + " Co., Ltd.";
    }

    /** A code that is well formed (GB 32100-2015), of a district that does not exist. */
    private static String code(int index) {
        var first = "91" + "990000" + "MA" + String.format("%07d", index);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first.length(); i++) {
            sum = (sum + CODE.indexOf(first.charAt(i)) * weight) % 31;
            weight = weight * 3 % 31;
        }
        return first + CODE.charAt((31 - sum) % 31);
    }
}
