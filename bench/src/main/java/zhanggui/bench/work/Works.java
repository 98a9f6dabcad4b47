package zhanggui.bench.work;

import java.util.List;
import zhanggui.bench.work.Reading.Demand;

/** Everything that is measured, in the order of the table. */
public final class Works {
    private Works() {}

    /** What is measured on the company of the size one asks about. */
    public static List<Work> all() {
        return List.of(
                new Starting(),
                newest("list", "customers"),
                newest("list-opportunities", "opportunities"),
                newest("list-activities", "activities"),
                sorted("sorts", "customers"),
                sorted("sorts-opportunities", "opportunities"),
                sorted("sorts-activities", "activities"),
                new Reading(
                        "named",
                        "the same list of customers, name contains two Chinese characters",
                        Demand.at(50, 80),
                        place -> Readings.named(place, false)),
                new Reading(
                        "search", "the same by quick search", Demand.at(50, 80), place -> Readings.named(place, true)),
                new Reading(
                        "palette",
                        "found from anywhere, in seven kinds of record, by words, pinyin, initials and numbers",
                        Demand.at(10, 120),
                        Readings::palette),
                new Reading(
                        "deep",
                        "page of 20 customers at offset 50,000 by page number, scope 5,000 people",
                        Demand.at(5, 80),
                        Readings::deep),
                new Reading("customer", "a customer's page, all its data", Demand.at(10, 80), Readings::customer),
                new Creating(),
                new Reading(
                        "first-screen",
                        "manager's first screen, department of 5,000 people",
                        Demand.clients(1, 500, null),
                        Readings::firstScreen),
                new Importing(),
                new Exporting(),
                new HandingOver(),
                new Merging(),
                new BackingUp());
    }

    /** What is always measured on the company of middling size. */
    public static List<Work> onMiddle() {
        return List.of(new Reading(
                "throughput",
                "list page of 50 customers, newest first, scope about 50 people",
                Demand.clients(8, 40, 500.0),
                place -> Readings.newest(place, "customers")));
    }

    private static Work newest(String name, String list) {
        return new Reading(
                name,
                "list page of 50 " + list + ", newest first, scope about 50 people",
                Demand.at(50, 60).atMost(4),
                place -> Readings.newest(place, list));
    }

    private static Work sorted(String name, String list) {
        return new Reading(
                name,
                "the same page of " + list + " by every sort the client offers in turn",
                Demand.at(50, 60).atMost(4),
                place -> Readings.sorted(place, list));
    }
}
