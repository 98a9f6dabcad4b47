package zhanggui.customers;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much two customers look like one, by their traits.
 *
 * @param score 0–100; grows with every reason: 100·(1 − Π(1 − weight))
 * @param reasons the strongest first
 */
record Resemblance(int score, List<Reason> reasons) {
    enum Reason {
        CREDIT_CODE,
        NAME_SAME,
        NAME_SIMILAR,
        PHONE,
        DOMAIN
    }

    static final Resemblance NONE = new Resemblance(0, List.of());

    /** From here on names are called similar. */
    static final double SIMILAR = 0.6;

    private static final double SAME_CODE = 1;
    private static final double SAME_NAME = 0.95;
    private static final double SIMILAR_NAME = 0.85;
    private static final double SAME_PHONE = 0.6;
    private static final double SAME_DOMAIN = 0.4;
    private static final double SAME_BRAND = 0.8;

    static Resemblance of(Set<Trait> a, Set<Trait> b) {
        var weights = new EnumMap<Reason, Double>(Reason.class);
        if (shares(a, b, Trait.Kind.CREDIT_CODE)) weights.put(Reason.CREDIT_CODE, SAME_CODE);
        var names = names(a, b);
        if (shares(a, b, Trait.Kind.NAME)) weights.put(Reason.NAME_SAME, SAME_NAME);
        else if (names >= SIMILAR) weights.put(Reason.NAME_SIMILAR, SIMILAR_NAME * names);
        if (shares(a, b, Trait.Kind.PHONE)) weights.put(Reason.PHONE, SAME_PHONE);
        if (shares(a, b, Trait.Kind.DOMAIN)) weights.put(Reason.DOMAIN, SAME_DOMAIN);
        if (weights.isEmpty()) return NONE;
        double different = 1;
        for (var weight : weights.values()) different *= 1 - weight;
        return new Resemblance((int) Math.round(100 * (1 - different)), List.copyOf(weights.keySet()));
    }

    private static double names(Set<Trait> a, Set<Trait> b) {
        double best = shares(a, b, Trait.Kind.BRAND) ? SAME_BRAND : 0;
        for (var x : all(a)) for (var y : all(b)) best = Math.max(best, likeness(x, y));
        return best;
    }

    /** How alike two normalised names are, from 0 to 1. */
    static double likeness(String a, String b) {
        if (a.equals(b)) return 1;
        if (a.isEmpty() || b.isEmpty()) return 0;
        boolean chinese = CompanyName.isChinese(a) || CompanyName.isChinese(b);
        return Math.max(chinese ? edited(a, b) : shared(a, b), contained(a, b, chinese ? 2 : 4));
    }

    /** Counts on what is distinctive: two firms of one city and trade are not alike for that. */
    private static double edited(String a, String b) {
        var x = distinctive(a);
        var y = distinctive(b);
        return 1 - (double) distance(x, y) / Math.max(x.length(), y.length());
    }

    private static String distinctive(String name) {
        var brand = CompanyName.of(name).brand();
        return brand.isEmpty() ? name : brand;
    }

    /** One name within the other counts the more, the more of the longer it is. */
    private static double contained(String a, String b, int least) {
        var shorter = a.length() <= b.length() ? a : b;
        var longer = a.length() <= b.length() ? b : a;
        return shorter.length() >= least && longer.contains(shorter) && !CompanyName.isGeneric(shorter)
                ? 0.5 + 0.5 * shorter.length() / longer.length()
                : 0;
    }

    /** Trigrams in common (Dice): 2·|A∩B| ⁄ (|A|+|B|). */
    private static double shared(String a, String b) {
        var x = trigrams(a);
        var y = trigrams(b);
        var both = x.stream().filter(y::contains).count();
        return 2.0 * both / (x.size() + y.size());
    }

    private static Set<String> trigrams(String text) {
        var padded = "  " + text + " ";
        var trigrams = new HashSet<String>();
        for (int i = 0; i + 3 <= padded.length(); i++) trigrams.add(padded.substring(i, i + 3));
        return trigrams;
    }

    /** Fewest characters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }

    private static boolean shares(Set<Trait> a, Set<Trait> b, Trait.Kind kind) {
        return a.stream().anyMatch(trait -> trait.kind() == kind && b.contains(trait));
    }

    private static Set<String> all(Set<Trait> traits) {
        return traits.stream()
                .filter(t -> t.kind() == Trait.Kind.NAME || t.kind() == Trait.Kind.SHORT_NAME)
                .map(Trait::value)
                .collect(Collectors.toSet());
    }
}
