package zhanggui.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The organisation of one day as people look at it.
 *
 * @param units parents before children, brothers and sisters in their order
 */
public record OrganisationView(LocalDate on, List<UnitView> units, List<DottedLine> dottedLines) {
    public record Named(UUID id, String name) {}

    /** @param person absent while the seat is vacant */
    public record Head(UUID seatId, @Nullable Named person) {}

    public record UnitView(
            UUID id,
            @Nullable UUID parentId,
            String name,
            @Nullable String nameEn,
            int position,
            @Nullable Head head,
            List<SeatView> seats,
            int version) {}

    /**
     * @param reportsTo the seat above, where one was named
     * @param superior the seat above, named or implied by the tree
     * @param main whether it is the occupant's main seat
     */
    public record SeatView(
            UUID id,
            UUID unitId,
            String title,
            @Nullable String duties,
            boolean head,
            @Nullable UUID reportsTo,
            @Nullable UUID superior,
            @Nullable Named occupant,
            boolean main,
            int version) {}

    public record DottedLine(UUID seatId, UUID reportsTo) {}

    public Optional<UnitView> unit(UUID id) {
        return units.stream().filter(u -> u.id().equals(id)).findFirst();
    }

    public Optional<SeatView> seat(UUID id) {
        return units.stream()
                .flatMap(u -> u.seats().stream())
                .filter(s -> s.id().equals(id))
                .findFirst();
    }

    static OrganisationView of(
            Organisation organisation,
            Function<UUID, String> nameOf,
            Map<UUID, Integer> versions,
            List<DottedLine> dottedLines) {
        var seats = organisation.seats().stream()
                .map(s -> new SeatView(
                        s.id(),
                        s.unit(),
                        s.title(),
                        s.duties(),
                        s.head(),
                        s.reportsTo(),
                        organisation.superior(s).map(Organisation.Seat::id).orElse(null),
                        s.occupant() == null ? null : new Named(s.occupant(), nameOf.apply(s.occupant())),
                        s.main(),
                        versions.getOrDefault(s.id(), 1)))
                .sorted(Comparator.comparing((SeatView s) -> !s.head())
                        .thenComparing(SeatView::title)
                        .thenComparing(SeatView::id))
                .collect(Collectors.groupingBy(SeatView::unitId));
        var units = inOrder(organisation).stream()
                .map(u -> unit(u, seats.getOrDefault(u.id(), List.of()), versions.getOrDefault(u.id(), 1)))
                .toList();
        return new OrganisationView(organisation.day(), units, dottedLines);
    }

    private static UnitView unit(Organisation.Unit unit, List<SeatView> seats, int version) {
        var head = seats.stream()
                .filter(SeatView::head)
                .findFirst()
                .map(s -> new Head(s.id(), s.occupant()))
                .orElse(null);
        return new UnitView(
                unit.id(), unit.parent(), unit.name(), unit.nameEn(), unit.position(), head, seats, version);
    }

    private static List<Organisation.Unit> inOrder(Organisation organisation) {
        var found = new ArrayList<Organisation.Unit>();
        organisation.units().stream()
                .filter(u -> u.parent() == null)
                .sorted(ORDER)
                .forEach(root -> add(root, organisation, found));
        return found;
    }

    private static void add(Organisation.Unit unit, Organisation organisation, List<Organisation.Unit> found) {
        found.add(unit);
        organisation.below(unit.id()).stream().sorted(ORDER).forEach(below -> add(below, organisation, found));
    }

    private static final Comparator<Organisation.Unit> ORDER = Comparator.comparingInt(Organisation.Unit::position)
            .thenComparing(Organisation.Unit::name)
            .thenComparing(Organisation.Unit::id);
}
