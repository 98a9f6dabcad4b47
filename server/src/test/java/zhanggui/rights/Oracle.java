package zhanggui.rights;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.rights.Firm.Allowed;
import zhanggui.rights.Firm.Contact;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Handover;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Firm.Reach;
import zhanggui.rights.Firm.Seat;
import zhanggui.rights.Firm.Stint;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Firm.Todo;
import zhanggui.rights.Firm.Upload;
import zhanggui.rights.Firm.Work;

/**
 * Says who may see and do what, from the facts of a {@link Firm} and the rules as they are written down for people
 * (administrator guide, decision 3): no code of the server takes part. Where both disagree, one of them is wrong.
 */
final class Oracle {
    private final Firm firm;

    Oracle(Firm firm) {
        this.firm = firm;
    }

    /**
     * Who asks.
     *
     * @param scopes what their token is limited to; absent for a session
     */
    record Asker(Person person, @Nullable Set<String> scopes) {
        UUID id() {
            return person.id();
        }
    }

    boolean may(Asker asker, String permission) {
        if (asker.scopes() != null && !asker.scopes().contains(permission)) return false;
        return asker.person().roles().stream().anyMatch(role -> role.allows().containsKey(permission));
    }

    /** Whether one of the asker's roles carries a permission as far as records of {@code owner}: roles add up. */
    boolean covers(Asker asker, String permission, @Nullable UUID owner) {
        return may(asker, permission)
                && asker.person().roles().stream()
                        .map(role -> role.allows().get(permission))
                        .filter(Objects::nonNull)
                        .anyMatch(allowed -> covers(asker.id(), allowed, owner));
    }

    private boolean covers(UUID asker, Allowed allowed, @Nullable UUID owner) {
        if (allowed.reach() == Reach.ALL) return true;
        if (owner == null) return false;
        if (owner.equals(asker)) return true;
        return switch (allowed.reach()) {
            case OWN, ALL -> false;
            case SUBORDINATES -> places(owner).stream().anyMatch(seat -> isBelow(seat, asker));
            case DEPARTMENT ->
                places(owner).stream().anyMatch(seat -> unitsOf(asker).contains(seat.unit()));
            case DEPARTMENT_TREE -> places(owner).stream().anyMatch(seat -> isWithin(seat.unit(), unitsOf(asker)));
            case CHOSEN -> places(owner).stream().anyMatch(seat -> isWithin(seat.unit(), allowed.units()));
        };
    }

    /** The seats somebody counts on: today's, else the main one they had last. */
    private List<Seat> places(UUID person) {
        var today = seatsOf(person);
        if (!today.isEmpty()) return today;
        return firm.stints.stream()
                .filter(s -> s.person().equals(person) && s.main() && s.until() != null)
                .filter(s -> !Objects.requireNonNull(s.until()).isAfter(firm.today))
                .max(Comparator.comparing(Stint::until))
                .map(s -> firm.seats.get(s.seat()))
                .stream()
                .toList();
    }

    private List<Seat> seatsOf(UUID person) {
        return firm.stints.stream()
                .filter(s -> s.person().equals(person) && !s.from().isAfter(firm.today))
                .filter(s -> s.until() == null || s.until().isAfter(firm.today))
                .map(s -> firm.seats.get(s.seat()))
                .toList();
    }

    private Set<UUID> unitsOf(UUID person) {
        var units = new HashSet<UUID>();
        seatsOf(person).forEach(seat -> units.add(seat.unit()));
        return units;
    }

    private boolean isWithin(UUID unit, Set<UUID> above) {
        for (var at = firm.units.get(unit); at != null; at = at.parent() == null ? null : firm.units.get(at.parent())) {
            if (above.contains(at.id())) return true;
        }
        return false;
    }

    /** Up the solid line from a seat, one comes past somebody. Dotted lines give no rights. */
    private boolean isBelow(Seat seat, UUID person) {
        var theirs = seatsOf(person);
        var seen = new HashSet<UUID>();
        for (var above = superior(seat); above != null && seen.add(above.id()); above = superior(above)) {
            if (theirs.contains(above)) return true;
        }
        return false;
    }

    /** The seat named, else the head of the unit, else of the nearest unit above that has one. */
    @Nullable Seat superior(Seat seat) {
        if (seat.reportsTo() != null) return open(firm.seats.get(seat.reportsTo()));
        for (var unit = firm.units.get(seat.unit());
                unit != null;
                unit = unit.parent() == null ? null : firm.units.get(unit.parent())) {
            for (var head : firm.seats.values()) {
                if (head.head() && !head.closed() && head.unit().equals(unit.id()) && !head.equals(seat)) return head;
            }
        }
        return null;
    }

    private static @Nullable Seat open(@Nullable Seat seat) {
        return seat == null || seat.closed() ? null : seat;
    }

    /** Whether a list of things of this kind holds it, for reading or exporting. */
    boolean lists(Asker asker, Thing thing, String action) {
        return switch (thing) {
            case Customer c -> reaches(asker, "customers:" + action, c);
            case Contact c -> reaches(asker, "customers:" + action, c.customer());
            case Deal d -> reaches(asker, "opportunities:" + action, d);
            case FollowUp f -> covers(asker, "activities:" + action, f.owner());
            case Todo t -> covers(asker, "activities:" + action, t.owner());
            case Upload u -> covers(asker, "imports:" + action, u.owner());
            case Work w -> (action.equals("read") && isOwn(asker, w)) || covers(asker, "jobs:" + action, w.owner());
            case Handover h -> covers(asker, "handovers:" + action, h.owner());
        };
    }

    /** Whether its page opens. What it does not open for does not exist for them. */
    boolean sees(Asker asker, Thing thing) {
        return switch (thing) {
            case Customer c -> lists(asker, c, "read");
            case Contact c -> lists(asker, c, "read");
            case Deal d -> lists(asker, d, "read");
            case FollowUp f ->
                may(asker, "activities:read")
                        && (lists(asker, f, "read") || seesSubject(asker, f.customer(), f.deal()));
            case Todo t ->
                may(asker, "activities:read")
                        && (lists(asker, t, "read") || seesSubject(asker, t.customer(), t.deal()));
            case Upload u -> u.owner().equals(asker.id()) || lists(asker, u, "read");
            case Work w -> lists(asker, w, "read");
            case Handover h -> lists(asker, h, "read");
        };
    }

    /** What is written down about a deal is the deal's, even where it names the customer too. */
    private boolean seesSubject(Asker asker, @Nullable Customer customer, @Nullable Deal deal) {
        return deal != null ? sees(asker, deal) : customer != null && sees(asker, customer);
    }

    /** Whether a customer's timeline shows it: written down for it, or for a deal with it; deals out of sight excepted. */
    boolean showsOnTimeline(Asker asker, Customer of, UUID owner, @Nullable Customer customer, @Nullable Deal deal) {
        var belongs = of.equals(customer) || (deal != null && of.equals(deal.customer()));
        return belongs && (deal == null || covers(asker, "activities:read", owner) || sees(asker, deal));
    }

    /** Whether they may do something to a thing they see. */
    boolean mayDo(Asker asker, String action, Thing thing) {
        return switch (thing) {
            case Customer c ->
                action.equals("customers:share")
                        ? covers(asker, "customers:edit", c.owner())
                        : reaches(asker, action, c);
            case Contact c -> reaches(asker, action, c.customer());
            case Deal d ->
                action.equals("opportunities:share")
                        ? covers(asker, "opportunities:edit", d.owner())
                        : reaches(asker, action, d);
            case FollowUp f ->
                (f.owner().equals(asker.id()) && may(asker, "activities:edit")) || covers(asker, action, f.owner());
            case Todo t -> covers(asker, action, t.owner());
            case Upload u -> u.owner().equals(asker.id());
            case Work w -> isOwn(asker, w) || covers(asker, action, w.owner());
            case Handover h -> covers(asker, action, h.owner());
        };
    }

    /** Work that people asked for is theirs to see and stop; a token needs the permission even so. */
    private static boolean isOwn(Asker asker, Work work) {
        return asker.scopes() == null && work.owner().equals(asker.id());
    }

    private boolean reaches(Asker asker, String permission, Customer customer) {
        return covers(asker, permission, customer.owner()) || shares(asker, permission, customer.team(), "customers");
    }

    private boolean reaches(Asker asker, String permission, Deal deal) {
        return covers(asker, permission, deal.owner()) || shares(asker, permission, deal.team(), "opportunities");
    }

    /** Whoever was given a share reads and exports, and edits where they may write; nothing else. */
    private boolean shares(Asker asker, String permission, Map<UUID, Boolean> team, String module) {
        var mayWrite = team.get(asker.id());
        if (mayWrite == null || !may(asker, permission)) return false;
        return permission.equals(module + ":read")
                || permission.equals(module + ":export")
                || (permission.equals(module + ":edit") && mayWrite);
    }

    /**
     * The columns of a list that are hidden from somebody. None yet: rights by field come later, and this is their place;
     * what is named here may stand in no description, row, sum, filter, export or history.
     */
    Set<String> hidden(Asker asker, String list) {
        return Set.of();
    }
}
