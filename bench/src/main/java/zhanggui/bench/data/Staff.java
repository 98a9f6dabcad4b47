package zhanggui.bench.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The invented organisation: regions, branches and teams, and who sits where. */
final class Staff {
    private static final int UNIT = 1;
    private static final int PERSON = 2;
    private static final int BEFORE = 3;
    /** Units and seats are said to exist since then, as the application has it at set-up. */
    static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    /**
     * @param parent its place in the list of units; none for the top
     * @param before where it hung until {@link #moved}
     */
    record Unit(UUID id, int parent, int before, String name, int position) {}

    /** @param account the role of their account; none for those who left */
    record Person(
            UUID id,
            UUID seat,
            String name,
            String username,
            int unit,
            boolean head,
            String title,
            String account,
            LocalDate hired,
            LocalDate left) {}

    final List<Unit> units = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    /** Those who own customers, by their place in the list of people. */
    final List<Integer> sellers = new ArrayList<>();

    final LocalDate moved;
    private final long seed;
    private final Times times;
    private final int firstBranch;
    private final int firstTeam;

    Staff(Size size, long seed, Times times, UUID top) {
        this.seed = seed;
        this.times = times;
        this.moved = times.day().minusDays(400);
        this.firstBranch = 1 + size.regions;
        this.firstTeam = firstBranch + size.branches;
        units.add(new Unit(top, -1, -1, "", 1));
        for (int i = 1; i < size.units; i++) units.add(unit(i, size));
        for (int u = 0; u < size.units; u++) seat(u, true);
        for (int i = 0; i < 3; i++) seat(0, false);
        for (int u = 1; u < firstBranch; u++) seat(u, false);
        for (int u = firstBranch; u < firstTeam; u++) for (int i = 0; i < 3; i++) seat(u, false);
        for (int u = firstTeam; people.size() < size.people; u = u + 1 < size.units ? u + 1 : firstTeam) seat(u, false);
        int present = people.size();
        for (int i = 0; i < present; i++) if (dice(BEFORE, i).chance(0.05)) predecessor(people.get(i), i);
    }

    private Dice dice(int kind, int index) {
        return new Dice(seed, kind, index);
    }

    private Unit unit(int i, Size size) {
        var dice = dice(UNIT, i);
        var id = dice.id(times.moment(i, size.units, 2000, 0) - Times.days(1500));
        if (i < firstBranch) return new Unit(id, 0, 0, Words.REGIONS[(i - 1) % Words.REGIONS.length], i);
        if (i < firstTeam) {
            int region = 1 + (i - firstBranch) % size.regions;
            return new Unit(
                    id, region, region, Words.PLACES[i % Words.PLACES.length].split("/")[0] + "分公司 " + i, i);
        }
        int branch = firstBranch + (i - firstTeam) % size.branches;
        int before = dice.chance(0.05) ? firstBranch + (i - firstTeam + 1) % size.branches : branch;
        return new Unit(id, branch, before, "销售 " + (i - firstTeam + 1) + " 组", i);
    }

    private void seat(int unit, boolean head) {
        int i = people.size();
        var dice = dice(PERSON, i);
        var hired = times.day().minusDays(30 + dice.below(2500));
        var team = unit >= firstTeam;
        var account = head ? "manager" : unit > 0 ? "salesperson" : i % 2 == 0 ? "director" : "operations";
        var title = head ? (team ? "组长" : unit == 0 ? "销售总经理" : "经理") : unit > 0 ? "销售" : "总部职员";
        people.add(new Person(
                dice.id(millis(hired)),
                dice.id(millis(hired)),
                dice.one(Words.SURNAMES) + dice.one(Words.GIVEN),
                String.format("u%05d", i + 1),
                unit,
                head,
                title,
                account,
                hired,
                null));
        if (team || (unit > 0 && !head)) sellers.add(i);
    }

    /** Somebody who sat there before and left. */
    private void predecessor(Person present, int index) {
        var dice = dice(BEFORE, index);
        dice.next();
        var hired = present.hired().minusDays(100 + dice.below(900));
        people.add(new Person(
                dice.id(millis(hired)),
                present.seat(),
                dice.one(Words.SURNAMES) + dice.one(Words.GIVEN),
                String.format("former%05d", index + 1),
                present.unit(),
                false,
                present.title(),
                null,
                hired,
                present.hired()));
    }

    private static long millis(LocalDate day) {
        return day.atTime(9, 0).atZone(Times.ZONE).toInstant().toEpochMilli();
    }

    /** Heads of branches: each with about fifty people, where the company is large enough. */
    List<String> branchHeads() {
        return people.stream()
                .filter(p -> p.head() && p.unit() >= firstBranch && p.unit() < firstTeam)
                .map(Person::username)
                .toList();
    }

    /** The head of everything. */
    String topHead() {
        return people.getFirst().username();
    }
}
