package zhanggui.reports;

import static zhanggui.listings.Filter.where;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Circle;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.listings.Filter;
import zhanggui.listings.Operator;
import zhanggui.people.Organisation;
import zhanggui.people.Organisations;

/** Answers report questions over the deals whose owners a viewer may see. */
@Service
@Transactional(readOnly = true)
class Reports {
    static final String READ = "opportunities:read";
    private final FigureStore store;
    private final Funnel funnel;
    private final Months months;
    private final Shares shares;
    private final CompanySettings company;
    private final Organisations organisations;
    private final Clock clock;

    Reports(
            FigureStore store,
            Funnel funnel,
            Months months,
            Shares shares,
            CompanySettings company,
            Organisations organisations,
            Clock clock) {
        this.store = store;
        this.funnel = funnel;
        this.months = months;
        this.shares = shares;
        this.company = company;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @param sections what is wanted beside the figures */
    Report answer(Question question, Set<Report.Section> sections, Viewer viewer) {
        var currency = company.get().currency();
        var asked = new Asked(question, viewer.covered(READ), currency, viewer.calendar());
        var behind = new Behind(whose(question, viewer), question, currency, viewer.calendar());
        var outcomes = store.outcomes(asked);
        var won = outcomes.won();
        var lost = outcomes.lost();
        var open = outcomes.open();
        var byMonth = sections.contains(Report.Section.MONTHS)
                ? months.won(asked, behind, viewer.calendar().day(clock.instant()))
                : Months.Won.NOTHING;
        return new Report(
                currency,
                behind.figure(won, behind.closed().and(Behind.WON)),
                behind.figure(lost, behind.closed().and(Behind.LOST)),
                behind.figure(open, behind.whose().and(Behind.OPEN)),
                WinRate.of(won.count(), lost.count()),
                Drill.opportunities(behind.closed().and(Behind.outcome("WON", "LOST"))),
                won.priced() == 0
                        ? null
                        : won.amount().divide(BigDecimal.valueOf(won.priced()), 2, RoundingMode.HALF_UP),
                outcomes.cycleDays(),
                sections.contains(Report.Section.FUNNEL) ? funnel.steps(asked, behind, viewer.language()) : List.of(),
                byMonth.months(),
                byMonth.earlier(),
                sections.contains(Report.Section.UNITS)
                        ? shares.units(asked, behind, top(question, viewer), viewer)
                        : List.of(),
                sections.contains(Report.Section.PEOPLE) ? shares.people(asked, behind) : List.of(),
                sections.contains(Report.Section.PRODUCTS) ? shares.products(asked, behind) : List.of(),
                won.otherCurrencies() + lost.otherCurrencies() + open.otherCurrencies(),
                behind.inOtherCurrencies(),
                null);
    }

    /** The same as {@link Asked#whose} as a filter of the list, so that what a figure opens is what it counted. */
    private Filter whose(Question question, Viewer viewer) {
        var grant = viewer.grant(READ).orElseThrow();
        var reached = grant.reaches().stream()
                .map(reach -> reachedBy(reach, grant, viewer))
                .toList();
        var whose = reached.size() == 1 ? reached.getFirst() : new Filter.Any(reached);
        if (question.unit() != null) {
            whose = whose.and(
                    where("unitAtClosing", Operator.IS, question.unit().toString()));
        }
        if (question.pipeline() != null) {
            whose = whose.and(where("pipeline", Operator.IS, question.pipeline().toString()));
        }
        return whose;
    }

    private Filter reachedBy(Reach reach, Grant grant, Viewer viewer) {
        return switch (reach) {
            case ALL -> Filter.EVERYTHING;
            case OWN -> where("owner", Operator.ME);
            case SUBORDINATES -> where("owner", Operator.MY_REPORTS);
            case DEPARTMENT -> where("owner", Operator.MY_DEPARTMENT);
            case DEPARTMENT_TREE -> inUnits(myUnits(viewer));
            case CHOSEN -> inUnits(grant.units());
        };
    }

    private Set<UUID> myUnits(Viewer viewer) {
        var units = new HashSet<UUID>();
        today(viewer).seatsOf(viewer.id()).forEach(seat -> units.add(seat.unit()));
        return units;
    }

    private static Filter inUnits(Set<UUID> units) {
        var mine = where("owner", Operator.ME);
        if (units.isEmpty()) return mine;
        var in = where(
                "owner",
                Operator.IN_UNIT,
                units.stream().map(UUID::toString).sorted().toArray(String[]::new));
        return new Filter.Any(List.of(in, mine));
    }

    /**
     * The unit whose parts are shown: the one asked about, else the lowest that has everyone in it whom the viewer
     * covers. Absent where that would be above the top.
     */
    private @Nullable UUID top(Question question, Viewer viewer) {
        if (question.unit() != null) return question.unit();
        var organisation = today(viewer);
        var covered = viewer.covered(READ);
        if (covered.isEmpty()) {
            var roots = organisation.units().stream()
                    .filter(u -> u.parent() == null)
                    .toList();
            return roots.size() == 1 ? roots.getFirst().id() : null;
        }
        return covered.get().people().stream()
                .flatMap(person -> organisation.mainSeat(person).stream())
                .map(seat -> path(seat.unit(), organisation))
                .reduce(Reports::common)
                .filter(path -> !path.isEmpty())
                .map(List::getLast)
                .orElse(null);
    }

    /** A unit and those above it, the top first. */
    private static List<UUID> path(UUID unit, Organisation organisation) {
        var path = new ArrayList<UUID>();
        var at = organisation.unit(unit).orElse(null);
        while (at != null) {
            path.addFirst(at.id());
            at = at.parent() == null ? null : organisation.unit(at.parent()).orElse(null);
        }
        return path;
    }

    private static List<UUID> common(List<UUID> one, List<UUID> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && Objects.equals(one.get(same), other.get(same))) same++;
        return one.subList(0, same);
    }

    private Organisation today(Viewer viewer) {
        return organisations.today(viewer.calendar().zone());
    }

    /** The units a viewer may ask about: all for those who see everything, else those they have people in. */
    List<Organisation.Unit> units(Viewer viewer) {
        var organisation = today(viewer);
        var grant = viewer.grant(READ).orElse(null);
        Stream<Organisation.Unit> units =
                organisation.units().stream().sorted(Comparator.comparing(Organisation.Unit::position));
        if (grant == null) return List.of();
        if (grant.reach() == Reach.ALL) return units.toList();
        var covered = viewer.covered(READ).orElse(Circle.nobody()).people();
        return units.filter(u -> organisation.inUnit(u.id()).people().stream().anyMatch(covered::contains))
                .filter(u -> covered.containsAll(organisation.inUnit(u.id()).people()))
                .toList();
    }
}
