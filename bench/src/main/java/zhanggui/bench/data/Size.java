package zhanggui.bench.data;

import java.util.Arrays;
import java.util.Optional;

/** How large an invented company is. */
public enum Size {
    /** Just enough to see that everything works. */
    TINY(600, 900, 3_000, 60, 2, 3, 15),
    /** As large as the demonstration. */
    S(2_000, 6_000, 13_000, 60, 2, 3, 15),
    M(100_000, 100_000, 1_000_000, 500, 3, 9, 50),
    L(1_000_000, 1_000_000, 10_000_000, 5_000, 9, 90, 500);

    final int customers;
    final int deals;
    final int activities;
    final int people;
    final int regions;
    final int branches;
    final int units;

    Size(int customers, int deals, int activities, int people, int regions, int branches, int units) {
        this.customers = customers;
        this.deals = deals;
        this.activities = activities;
        this.people = people;
        this.regions = regions;
        this.branches = branches;
        this.units = units;
    }

    public static Optional<Size> of(String name) {
        return Arrays.stream(values())
                .filter(s -> s.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public int customers() {
        return customers;
    }

    public String inWords() {
        return String.format(
                "%s: %,d customers, %,d opportunities, %,d activities, %,d people in %,d departments",
                name(), customers, deals, activities, people, units);
    }
}
