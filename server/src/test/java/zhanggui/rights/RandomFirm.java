package zhanggui.rights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import zhanggui.rights.Firm.Allowed;
import zhanggui.rights.Firm.Contact;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Handover;
import zhanggui.rights.Firm.Reach;
import zhanggui.rights.Firm.Role;
import zhanggui.rights.Firm.Seat;
import zhanggui.rights.Firm.Stint;
import zhanggui.rights.Firm.Todo;
import zhanggui.rights.Firm.Unit;
import zhanggui.rights.Firm.Work;

/** Some company or other: the same one for the same seed. */
final class RandomFirm {
    static final List<String> PERMISSIONS = List.of(
            "customers:read",
            "customers:create",
            "customers:edit",
            "customers:assign",
            "customers:delete",
            "customers:export",
            "opportunities:read",
            "opportunities:create",
            "opportunities:edit",
            "opportunities:assign",
            "opportunities:export",
            "activities:read",
            "activities:create",
            "activities:edit",
            "activities:export",
            "imports:run",
            "imports:read",
            "jobs:read",
            "handovers:read",
            "handovers:run",
            "handovers:export",
            "reports:read");
    private final Random random;
    private final Firm firm;
    private final List<UUID> people = new ArrayList<>();

    private RandomFirm(long seed, LocalDate today) {
        random = new Random(seed);
        firm = new Firm(today);
    }

    static Firm of(long seed, LocalDate today) {
        var some = new RandomFirm(seed, today);
        some.units();
        some.seats();
        some.roles();
        some.people();
        some.records();
        return some.firm;
    }

    private void units() {
        var units = new ArrayList<Unit>();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            units.add(firm.unit("组" + i, i == 0 || oneIn(8) ? null : any(units)));
        }
    }

    /** Heads, seats that report elsewhere, dotted lines, and seats that are no more. */
    private void seats() {
        var led = new HashSet<UUID>();
        var units = List.copyOf(firm.units.values());
        for (int i = 0; i < 5 + random.nextInt(10); i++) {
            var unit = any(units).id();
            var closed = oneIn(8);
            var head = !closed && oneIn(2) && led.add(unit);
            var open = firm.seats.values().stream().filter(s -> !s.closed()).toList();
            var reportsTo = !closed && oneIn(4) && !open.isEmpty() ? any(open).id() : null;
            var seat = firm.put(new Seat(id(), unit, head, reportsTo, closed));
            if (runsInCircles()) firm.put(new Seat(seat.id(), unit, head, null, closed));
            if (!closed && oneIn(4) && !open.isEmpty()) {
                firm.dottedLines.add(new UUID[] {seat.id(), any(open).id()});
            }
        }
    }

    private boolean runsInCircles() {
        var oracle = new Oracle(firm);
        for (var seat : firm.seats.values()) {
            var seen = new HashSet<Seat>();
            for (var at = seat; at != null; at = oracle.superior(at)) if (!seen.add(at)) return true;
        }
        return false;
    }

    private void roles() {
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            var allows = new HashMap<String, Allowed>();
            var usual = any(List.of(Reach.values()));
            for (var permission : PERMISSIONS) {
                if (oneIn(5)) continue;
                var reach = oneIn(3) ? any(List.of(Reach.values())) : usual;
                var units = reach == Reach.CHOSEN ? Set.copyOf(some(List.copyOf(firm.units.keySet()))) : Set.<UUID>of();
                allows.put(permission, new Allowed(reach, units));
            }
            firm.role("role-" + i, allows);
        }
    }

    /** People with a seat, with two, with one they had, with one they will have, and with none. */
    private void people() {
        var seats = new ArrayList<>(firm.seats.values());
        java.util.Collections.shuffle(seats, random);
        for (int i = 0; i < 5 + random.nextInt(6); i++) {
            var roles = new HashSet<Role>();
            for (int r = 0; r < random.nextInt(3) + (oneIn(6) ? 0 : 1); r++) roles.add(any(firm.roles));
            var person = firm.person("p" + i, roles.toArray(Role[]::new)).id();
            people.add(person);
            if (seats.isEmpty()) continue;
            var seat = seats.removeLast();
            if (seat.closed() || oneIn(5)) {
                var left = firm.today.minusDays(random.nextInt(3));
                firm.stints.add(new Stint(seat.id(), person, true, firm.today.minusYears(1), left));
                continue;
            }
            if (oneIn(8)) {
                firm.stints.add(new Stint(seat.id(), person, true, firm.today.plusDays(1), null));
                continue;
            }
            var until = oneIn(4) ? firm.today.plusDays(1) : null;
            firm.stints.add(new Stint(seat.id(), person, true, firm.today.minusDays(random.nextInt(99)), until));
            if (oneIn(3) && !seats.isEmpty() && !seats.getLast().closed()) {
                firm.stints.add(new Stint(seats.removeLast().id(), person, false, firm.today.minusDays(3), null));
            }
        }
    }

    private void records() {
        var customers = new ArrayList<Customer>();
        for (int i = 0; i < 12; i++) {
            var parent = oneIn(4) && !customers.isEmpty() ? any(customers).id() : null;
            customers.add(new Customer(id(), word(), oneIn(8) ? null : any(people), team(), parent));
        }
        firm.things.addAll(customers);
        for (int i = 0; i < 8; i++) firm.things.add(new Contact(id(), any(customers)));
        var deals = new ArrayList<Deal>();
        for (int i = 0; i < 18; i++) {
            deals.add(new Deal(
                    id(),
                    word(),
                    oneIn(5) ? null : any(customers),
                    oneIn(8) ? null : any(people),
                    team(),
                    any(List.of("OPEN", "WON", "LOST")),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 2)));
        }
        firm.things.addAll(deals);
        for (int i = 0; i < 12; i++) {
            var customer = oneIn(2) ? any(customers) : null;
            var deal = customer == null || oneIn(3) ? any(deals) : null;
            firm.things.add(new FollowUp(id(), any(people), customer, deal));
            firm.things.add(new Todo(id(), any(people), oneIn(2) ? customer : null, oneIn(2) ? deal : null));
        }
        for (int i = 0; i < 4; i++) firm.things.add(new Work(id(), any(people)));
        for (int i = 0; i < 3; i++) firm.things.add(new Handover(id(), any(people)));
    }

    private Map<UUID, Boolean> team() {
        var team = new HashMap<UUID, Boolean>();
        while (oneIn(3)) team.put(any(people), oneIn(2));
        return team;
    }

    /** Letters without sense, so that no two names look alike. */
    private String word() {
        return IntStream.range(0, 14)
                .mapToObj(i -> "" + "bcdfghjklmnpqrstvwxz".charAt(random.nextInt(20)))
                .collect(java.util.stream.Collectors.joining());
    }

    private UUID id() {
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of) {
        var some = new ArrayList<T>();
        do some.add(any(of));
        while (oneIn(2));
        return some;
    }
}
