package zhanggui.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;

/** The invented organisation: four levels, about sixty people. */
final class DemoPeople {
    /**
     * @param path names from below the root to the unit; empty is the root
     */
    record Unit(List<String> path) {}

    /**
     * @param skill how well they sell: 1 is usual
     */
    record Person(
            String name,
            String username,
            String title,
            Unit unit,
            boolean head,
            String role,
            double skill,
            @Nullable String region) {
        boolean sells() {
            return role.equals("salesperson");
        }
    }

    final List<Unit> units = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    private final Dice dice;
    private final Words words;
    private final Language language;
    private final Set<String> taken = new HashSet<>();

    DemoPeople(long seed, Words words, Language language) {
        this.dice = new Dice(seed);
        this.words = words;
        this.language = language;
        var root = new Unit(List.of());
        person(words.one("director"), root, true, "director", null);
        var operations = unit(List.of(words.one("operations")));
        person(words.one("operator"), operations, true, "operations", null);
        person(words.one("operator"), operations, false, "operations", null);
        person(words.one("administrator"), operations, false, "administrator", null);
        var titles = words.list("head-titles");
        for (var region : words.one("units").split("\\|")) {
            var parts = region.split(":");
            var regionUnit = unit(List.of(parts[0]));
            person(titles.get(0), regionUnit, true, "manager", parts[0]);
            for (var branch : parts[1].split(";")) {
                var names = branch.split("/");
                var branchUnit = unit(List.of(parts[0], names[0]));
                person(titles.get(1), branchUnit, true, "manager", parts[0]);
                for (int i = 1; i < names.length; i++)
                    group(List.of(parts[0], names[0], names[i]), parts[0], titles.get(2));
            }
        }
    }

    List<Person> sellers() {
        return people.stream().filter(Person::sells).toList();
    }

    private void group(List<String> path, String region, String title) {
        var group = unit(path);
        person(title, group, true, "manager", region);
        int members = dice.between(3, 4);
        for (int i = 0; i < members; i++)
            person(dice.one(words.list("sales-titles")), group, false, "salesperson", region);
    }

    private Unit unit(List<String> path) {
        var unit = new Unit(path);
        units.add(unit);
        return unit;
    }

    private void person(String title, Unit unit, boolean head, String role, @Nullable String region) {
        var name = name();
        int number = (int) people.stream().filter(p -> p.role().equals(role)).count() + 1;
        people.add(new Person(
                name,
                "demo-" + role + (number == 1 ? "" : "-" + number),
                title,
                unit,
                head,
                role,
                Math.max(0.5, 1 + 0.25 * dice.normal()),
                region));
    }

    private String name() {
        while (true) {
            var surname = dice.one(words.list("surnames"));
            var given = dice.one(words.list("given"));
            var name = language == Language.EN ? given + " " + surname : surname + given;
            if (taken.add(name)) return name;
        }
    }
}
