package zhanggui.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.people.OccupationStore.Stint;
import zhanggui.people.OrganisationView.Named;

/**
 * The record of a person.
 *
 * @param unit where they work today, by their main seat
 * @param manager who is above them today on the solid line
 * @param seats where they sat from day to day, the latest first
 */
record PersonView(
        UUID id,
        String name,
        @Nullable String nameEn,
        @Nullable String employeeNumber,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable LocalDate hiredOn,
        @Nullable LocalDate leftOn,
        @Nullable String externalId,
        @Nullable Named unit,
        @Nullable String title,
        @Nullable Named manager,
        List<Stint> seats,
        int version) {

    static PersonView of(Person p, Organisation today, @Nullable Named manager, List<Stint> stays) {
        var seat = today.mainSeat(p.id());
        return new PersonView(
                p.id(),
                p.name(),
                p.nameEn(),
                p.employeeNumber(),
                p.email(),
                p.mobile(),
                p.hiredOn(),
                p.leftOn(),
                p.externalId(),
                seat.flatMap(s -> today.unit(s.unit()))
                        .map(u -> new Named(u.id(), u.name()))
                        .orElse(null),
                seat.map(Organisation.Seat::title).orElse(null),
                manager,
                merged(stays),
                p.version());
    }

    /** Changes that a person did not notice, such as another place of their unit, do not end a stay. */
    static List<Stint> merged(List<Stint> stays) {
        var merged = new ArrayList<Stint>();
        for (var earlier : stays) {
            var later = merged.stream()
                    .filter(s -> s.seatId().equals(earlier.seatId()) && s.from().equals(earlier.until()))
                    .findFirst();
            if (later.isPresent() && isSame(earlier, later.get())) {
                var l = later.get();
                merged.set(
                        merged.indexOf(l),
                        new Stint(l.seatId(), l.title(), l.unitId(), l.unit(), l.main(), earlier.from(), l.until()));
            } else {
                merged.add(earlier);
            }
        }
        return List.copyOf(merged);
    }

    private static boolean isSame(Stint a, Stint b) {
        return a.title().equals(b.title())
                && a.unitId().equals(b.unitId())
                && a.unit().equals(b.unit())
                && a.main() == b.main();
    }
}
