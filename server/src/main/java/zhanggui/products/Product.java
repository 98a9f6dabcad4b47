package zhanggui.products;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.FieldProblem;

/**
 * A product as the rules need it. Its aliases are other names it goes by; case does not matter in any of its names.
 *
 * @param custom the values of custom fields, by code
 */
record Product(
        UUID id,
        @Nullable String code,
        String name,
        @Nullable String nameEn,
        @Nullable UUID category,
        @Nullable String series,
        @Nullable Grade grade,
        @Nullable String unit,
        Status status,
        @Nullable String description,
        @Nullable String externalId,
        List<String> aliases,
        List<Price> prices,
        Map<String, Object> custom) {

    /** A word by which some product is known. */
    record Known(As as, String word, UUID product) {}

    enum As {
        NAME,
        CODE,
        NAME_EN,
        ALIAS
    }

    Product {
        name = name.strip();
        aliases = distinct(aliases, name);
        prices = new PriceHistory(prices).prices();
        custom = Map.copyOf(custom);
    }

    Product withAlias(String alias) {
        var all = new ArrayList<>(aliases);
        all.add(alias);
        return copy(category, all, custom);
    }

    Product in(UUID other) {
        return copy(other, aliases, custom);
    }

    Product with(Map<String, Object> values) {
        return copy(category, aliases, values);
    }

    private Product copy(@Nullable UUID within, List<String> alsoCalled, Map<String, Object> values) {
        return new Product(
                id,
                code,
                name,
                nameEn,
                within,
                series,
                grade,
                unit,
                status,
                description,
                externalId,
                alsoCalled,
                prices,
                values);
    }

    /** What custom fields may be required by, by the keys of {@link ProductList}. */
    Map<String, @Nullable Object> facts() {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("grade", grade);
        facts.put("status", status);
        facts.put("category", category);
        return facts;
    }

    /** Each word that finds it, once, in lower case. */
    List<Known> words() {
        var words = new ArrayList<Known>();
        words.add(new Known(As.NAME, word(name), id));
        if (code != null) words.add(new Known(As.CODE, word(code), id));
        if (nameEn != null) words.add(new Known(As.NAME_EN, word(nameEn), id));
        aliases.forEach(alias -> words.add(new Known(As.ALIAS, word(alias), id)));
        return words;
    }

    /** What speaks against it, given the words by which products are known already. */
    List<FieldProblem> problems(List<Known> known) {
        var problems = new ArrayList<FieldProblem>();
        if (taken(name, As.NAME, known)) problems.add(FieldProblem.of("name", "taken", name));
        if (code != null && taken(code, As.CODE, known)) problems.add(FieldProblem.of("code", "taken", code));
        for (int i = 0; i < aliases.size(); i++) {
            if (taken(aliases.get(i), As.ALIAS, known)) {
                problems.add(FieldProblem.of("aliases[" + i + "]", "taken", aliases.get(i)));
            }
        }
        return problems;
    }

    /** Names and aliases are one space, codes another. */
    private boolean taken(String text, As as, List<Known> known) {
        return known.stream()
                .filter(k -> !k.product().equals(id) && k.word().equals(word(text)))
                .anyMatch(k -> as == As.CODE ? k.as() == As.CODE : k.as() == As.NAME || k.as() == As.ALIAS);
    }

    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> distinct(List<String> aliases, String name) {
        var seen = new HashSet<String>();
        seen.add(word(name));
        return aliases.stream()
                .map(String::strip)
                .filter(alias -> !alias.isEmpty() && seen.add(word(alias)))
                .sorted()
                .toList();
    }
}
