package zhanggui.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private static final int MOST_MONTHS = 24;
    private static final int MOST_OWNERS = 200;
    private final FigureStore store;
    private final CompanySettings company;
    private final Organisations organisations;
    private final Clock clock;

    Reports(FigureStore store, CompanySettings company, Organisations organisations, Clock clock) {
        this.store = store;
        this.company = company;
        this.organisations = organisations;
        this.clock = clock;
    }

    Report answer(Question question, Viewer viewer) {
        var currency = company.get().currency();
        var owners = owners(question, viewer);
        var among = new FigureStore.Among(question, owners, currency, viewer.calendar());
        var whose = whose(question, viewer);
        var closed = whose.and(closedIn(question));
        var outcomes = store.outcomes(among);
        var won = outcomes.won();
        return new Report(
                currency,
                new Report.Figure(won.count(), won.amount(), drill(closed, "WON")),
                new Report.Figure(outcomes.lost().count(), outcomes.lost().amount(), drill(closed, "LOST")),
                new Report.Figure(outcomes.open().count(), outcomes.open().amount(), drill(whose, "OPEN")),
                WinRate.of(won.count(), outcomes.lost().count()),
                won.count() == 0 ? null : won.amount().divide(BigDecimal.valueOf(won.count()), 2, RoundingMode.HALF_UP),
                outcomes.cycleDays(),
                funnel(among, whose, viewer),
                months(among, whose),
                units(among, question, closed, viewer),
                people(among, closed),
                products(among, closed),
                store.inOtherCurrencies(among));
    }

    /** The people whose deals count: within reach, and within the unit asked for. Empty: everybody's. */
    private static Optional<Set<UUID>> owners(Question question, Viewer viewer) {
        var covered = viewer.covered("opportunities:read");
        if (question.unit() == null) return covered;
        var inUnit = viewer.colleagues().inUnit(question.unit());
        if (covered.isEmpty()) return Optional.of(inUnit);
        var both = new HashSet<>(covered.get());
        both.retainAll(inUnit);
        return Optional.of(both);
    }

    /** The same as a filter of the list, so that what a figure opens is what it counted. */
    private Filter whose(Question question, Viewer viewer) {
        var grant = viewer.grant("opportunities:read").orElseThrow();
        Filter reach =
                switch (grant.reach()) {
                    case ALL -> Filter.EVERYTHING;
                    case OWN -> Filter.where("owner", Operator.ME);
                    case SUBORDINATES -> Filter.where("owner", Operator.MY_REPORTS);
                    case DEPARTMENT -> Filter.where("owner", Operator.MY_DEPARTMENT);
                    case DEPARTMENT_TREE -> inUnits(myUnits(viewer));
                    case CHOSEN -> inUnits(grant.units());
                };
        if (question.unit() != null) {
            reach = reach.and(
                    Filter.where("owner", Operator.IN_UNIT, question.unit().toString()));
        }
        if (question.pipeline() != null) {
            reach = reach.and(
                    Filter.where("pipeline", Operator.IS, question.pipeline().toString()));
        }
        return reach;
    }

    private Set<UUID> myUnits(Viewer viewer) {
        var units = new HashSet<UUID>();
        today(viewer).seatsOf(viewer.id()).forEach(seat -> units.add(seat.unit()));
        return units;
    }

    private static Filter inUnits(Set<UUID> units) {
        var mine = Filter.where("owner", Operator.ME);
        if (units.isEmpty()) return mine;
        var in = Filter.where(
                "owner", Operator.IN_UNIT, units.stream().map(UUID::toString).toArray(String[]::new));
        return new Filter.Any(List.of(in, mine));
    }

    private static Filter closedIn(Question question) {
        var closed = Filter.EVERYTHING;
        if (question.from() != null) {
            closed = closed.and(
                    Filter.where("closedOn", Operator.AT_LEAST, question.from().toString()));
        }
        if (question.to() != null) {
            closed = closed.and(Filter.where(
                    "closedOn", Operator.AT_MOST, question.to().minusDays(1).toString()));
        }
        return closed;
    }

    private static Drill drill(Filter filter, String outcome) {
        return Drill.opportunities(filter.and(Filter.where("outcome", Operator.IS, outcome)));
    }

    private List<Report.Step> funnel(FigureStore.Among among, Filter whose, Viewer viewer) {
        var stages = store.funnel(among, viewer.language());
        var steps = new ArrayList<Report.Step>();
        for (int i = 0; i < stages.size(); i++) {
            var s = stages.get(i);
            var next = i + 1 < stages.size() && stages.get(i + 1).pipeline().equals(s.pipeline())
                    ? Long.valueOf(stages.get(i + 1).reached())
                    : Long.valueOf(s.wonOfReached());
            steps.add(new Report.Step(
                    s.stage(),
                    s.name(),
                    s.probability(),
                    s.now(),
                    s.amount(),
                    s.amount().multiply(s.probability()).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP),
                    s.reached(),
                    s.reached() == 0 ? null : 100.0 * next / s.reached(),
                    Drill.opportunities(whose.and(
                            Filter.where("stage", Operator.IS, s.stage().toString())))));
        }
        return steps;
    }

    private List<Report.Month> months(FigureStore.Among among, Filter whose) {
        var won = store.wonByMonth(among);
        if (won.isEmpty()) return List.of();
        var question = among.question();
        var first = question.from() != null ? YearMonth.from(question.from()) : won.firstKey();
        var last = question.to() != null ? YearMonth.from(question.to().minusDays(1)) : won.lastKey();
        if (first.plusMonths(MOST_MONTHS).isBefore(last)) first = last.minusMonths(MOST_MONTHS - 1);
        var before = store.wonByMonth(among.over(
                first.minusYears(1).atDay(1), last.minusYears(1).plusMonths(1).atDay(1)));
        var months = new ArrayList<Report.Month>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var sum = won.getOrDefault(month, FigureStore.Sum.NONE);
            months.add(new Report.Month(
                    month.toString(),
                    sum.amount(),
                    sum.count(),
                    before.getOrDefault(month.minusYears(1), FigureStore.Sum.NONE)
                            .amount(),
                    drill(whose.and(closedIn(bounds(month, question))), "WON")));
        }
        return months;
    }

    private static Question bounds(YearMonth month, Question question) {
        var from = month.atDay(1);
        var to = month.plusMonths(1).atDay(1);
        if (question.from() != null && question.from().isAfter(from)) from = question.from();
        if (question.to() != null && question.to().isBefore(to)) to = question.to();
        return new Question(from, to, null, null);
    }

    /** By the units below the one asked about (or the top), by where each owner worked on the day of closing. */
    private List<Report.Part> units(FigureStore.Among among, Question question, Filter closed, Viewer viewer) {
        var organisation = organisations.on(lastDay(question, viewer));
        var sums = new LinkedHashMap<UUID, FigureStore.Closed>();
        var owners = new HashMap<UUID, Set<String>>();
        var top = question.unit() != null ? question.unit() : top(organisation);
        for (var c : store.closedByUnit(among)) {
            var unit = c.unit() == null ? null : below(top, c.unit(), organisation);
            if (unit == null) continue;
            sums.merge(unit, c, FigureStore.Closed::plus);
            if (c.owner() != null)
                owners.computeIfAbsent(unit, k -> new HashSet<>()).add(c.owner().toString());
        }
        return sums.entrySet().stream()
                .map(e -> part(
                        e.getKey(),
                        organisation
                                .unit(e.getKey())
                                .map(Organisation.Unit::name)
                                .orElse(null),
                        e.getValue(),
                        closed.and(ownedBy(owners.getOrDefault(e.getKey(), Set.of()), e.getKey()))))
                .sorted(BY_AMOUNT)
                .toList();
    }

    private static Filter ownedBy(Set<String> owners, UUID unit) {
        return owners.isEmpty() || owners.size() > MOST_OWNERS
                ? Filter.where("owner", Operator.IN_UNIT, unit.toString())
                : Filter.where("owner", Operator.IS, owners.stream().sorted().toArray(String[]::new));
    }

    private LocalDate lastDay(Question question, Viewer viewer) {
        var today = viewer.calendar().day(clock.instant());
        return question.to() == null || question.to().isAfter(today)
                ? today
                : question.to().minusDays(1);
    }

    private static @Nullable UUID top(Organisation organisation) {
        var roots =
                organisation.units().stream().filter(u -> u.parent() == null).toList();
        return roots.size() == 1 ? roots.getFirst().id() : null;
    }

    /** The child of {@code top} under which {@code unit} hangs; {@code top} itself for those right in it. */
    private static @Nullable UUID below(@Nullable UUID top, UUID unit, Organisation organisation) {
        var at = organisation.unit(unit).orElse(null);
        if (at == null || unit.equals(top)) return at == null ? null : unit;
        while (at != null && !Objects.equals(at.parent(), top)) {
            at = at.parent() == null ? null : organisation.unit(at.parent()).orElse(null);
        }
        return at == null ? null : at.id();
    }

    private List<Report.Part> people(FigureStore.Among among, Filter closed) {
        return store.closedByOwner(among).stream()
                .map(c -> part(
                        c.owner(),
                        c.ownerName(),
                        c,
                        c.owner() == null
                                ? closed.and(Filter.where("owner", Operator.EMPTY))
                                : closed.and(Filter.where(
                                        "owner", Operator.IS, c.owner().toString()))))
                .sorted(BY_AMOUNT)
                .toList();
    }

    private List<Report.Part> products(FigureStore.Among among, Filter closed) {
        return store.wonByProduct(among).stream()
                .map(p -> new Report.Part(
                        p.product(),
                        p.name(),
                        p.amount().setScale(2, RoundingMode.HALF_UP),
                        p.count(),
                        null,
                        drill(
                                closed.and(Filter.where(
                                        "product", Operator.IS, p.product().toString())),
                                "WON")))
                .sorted(BY_AMOUNT)
                .toList();
    }

    private static final Comparator<Report.Part> BY_AMOUNT =
            Comparator.comparing(Report.Part::amount).reversed().thenComparing(p -> String.valueOf(p.name()));

    private static Report.Part part(@Nullable UUID id, @Nullable String name, FigureStore.Closed c, Filter filter) {
        return new Report.Part(id, name, c.wonAmount(), c.won(), WinRate.of(c.won(), c.lost()), drill(filter, "WON"));
    }

    private Organisation today(Viewer viewer) {
        return organisations.today(viewer.calendar().zone());
    }

    /** The units a viewer may ask about: all for those who see everything, else those they have people in. */
    List<Organisation.Unit> units(Viewer viewer) {
        var organisation = today(viewer);
        var grant = viewer.grant("opportunities:read").orElse(null);
        Stream<Organisation.Unit> units =
                organisation.units().stream().sorted(Comparator.comparing(Organisation.Unit::position));
        if (grant == null) return List.of();
        if (grant.reach() == Reach.ALL) return units.toList();
        var covered = viewer.covered("opportunities:read").orElse(Set.of());
        return units.filter(u -> organisation.inUnit(u.id()).stream().anyMatch(covered::contains))
                .filter(u -> covered.containsAll(organisation.inUnit(u.id())))
                .toList();
    }
}
