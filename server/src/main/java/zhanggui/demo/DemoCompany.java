package zhanggui.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.accounts.Accounts;
import zhanggui.activities.Task;
import zhanggui.activities.Tasks;
import zhanggui.company.CompanySettings;
import zhanggui.database.Statistics;
import zhanggui.people.Occupations;
import zhanggui.people.Organisations;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.people.Seats;
import zhanggui.people.Units;
import zhanggui.texts.Language;

/** Brings the invented company into being, through the commands and imports of the modules, whole or not at all. */
@Component
class DemoCompany {
    private static final long SEED = 20_241_123;
    private final CompanySettings company;
    private final People people;
    private final Organisations organisations;
    private final Units units;
    private final Seats seats;
    private final Occupations occupations;
    private final Accounts accounts;
    private final Viewers viewers;
    private final Tasks tasks;
    private final Intake intake;
    private final Clock clock;
    private final Statistics statistics;

    DemoCompany(
            CompanySettings company,
            People people,
            Organisations organisations,
            Units units,
            Seats seats,
            Occupations occupations,
            Accounts accounts,
            Viewers viewers,
            Tasks tasks,
            Intake intake,
            Clock clock,
            Statistics statistics) {
        this.company = company;
        this.people = people;
        this.organisations = organisations;
        this.units = units;
        this.seats = seats;
        this.occupations = occupations;
        this.accounts = accounts;
        this.viewers = viewers;
        this.tasks = tasks;
        this.intake = intake;
        this.clock = clock;
        this.statistics = statistics;
    }

    /** The company with an administrator of its own, where there is none yet: the demonstration's first start. */
    @Transactional
    void begin(Language language) {
        var english = language == Language.EN;
        company.setUp(
                new CompanySettings.Details(
                        "澄源仪器（演示）",
                        "Clearwell Instruments (Demo)",
                        english ? "USD" : "CNY",
                        english ? "America/New_York" : "Asia/Shanghai",
                        1,
                        language),
                true);
        accounts.createDefaultRoles();
        var administrator = people.add(NewPerson.named(english ? "Demo Keeper" : "演示管家", null));
        organisations.begin(administrator);
        accounts.open(new Accounts.NewAccount(administrator, "keeper", null, language, List.of("administrator")));
        fill(viewer(administrator), language, done -> {});
        statistics.renew();
    }

    /** Fills an existing company, through the rights of {@code viewer}. */
    @Transactional
    void fill(Viewer viewer, Language language, IntConsumer progress) {
        var today = viewer.calendar().day(clock.instant());
        var words = new Words(language);
        var organisation = new DemoPeople(SEED, words, language);
        var sellers = organisation.sellers();
        var customers = new DemoCustomers(SEED + 1, words, language, sellers, today).customers;
        var deals = new DemoDeals(SEED + 2, words, language, customers, today);
        var ids = organise(organisation, today.minusYears(3).withDayOfYear(1), viewer, language);
        progress.accept(5);
        var keeper = viewer(viewer.id());
        intake.take("products", deals.products.stream().map(DemoCompany::row).toList(), keeper, () -> {});
        var steps = new int[] {5};
        Runnable step = () -> progress.accept(Math.min(99, steps[0] += 2));
        intake.take(
                "customers",
                customers.stream().map(c -> row(c, deals.standing(c))).toList(),
                keeper,
                step);
        intake.take("opportunities", deals.deals.stream().map(DemoCompany::row).toList(), keeper, step);
        intake.take("activities", activities(deals), keeper, step);
        remind(organisation, ids, deals, words, today, keeper);
    }

    private Viewer viewer(UUID person) {
        return viewers.of(person, new Viewer.Origin(Viewer.Way.JOB, null)).orElseThrow();
    }

    /** Returns the people's ids by user name. */
    private Map<String, UUID> organise(DemoPeople organisation, LocalDate from, Viewer viewer, Language language) {
        var unitIds = new HashMap<List<String>, UUID>();
        unitIds.put(
                List.of(),
                organisations.today().units().stream()
                        .filter(u -> u.parent() == null)
                        .findFirst()
                        .orElseThrow()
                        .id());
        for (var unit : organisation.units) {
            var path = unit.path();
            var parent = unitIds.get(path.subList(0, path.size() - 1));
            unitIds.put(path, units.add(new Units.NewUnit(parent, path.getLast(), null, null, from), viewer));
        }
        var ids = new HashMap<String, UUID>();
        int number = 1000;
        for (var person : organisation.people) {
            var unit = unitIds.get(person.unit().path());
            var id = people.create(
                    new NewPerson(
                            person.name(), null, "E" + ++number, person.username() + "@example.com", null, from, null),
                    viewer);
            var seat = seats.add(
                    new Seats.NewSeat(Objects.requireNonNull(unit), person.title(), null, person.head(), null, from),
                    viewer);
            occupations.occupy(seat, new Occupations.Occupy(id, true, false, from), viewer);
            accounts.open(new Accounts.NewAccount(id, person.username(), null, language, List.of(person.role())));
            ids.put(person.username(), id);
        }
        return ids;
    }

    private static Map<String, Object> row(DemoDeals.Product p) {
        return cells(
                "name", p.name(),
                "series", p.series(),
                "category", p.category(),
                "grade", p.grade(),
                "unit", p.unit(),
                "price", BigDecimal.valueOf(p.price()));
    }

    private static Map<String, Object> row(DemoCustomers.Customer c, String standing) {
        return cells(
                "externalId", c.externalId(),
                "name", c.name(),
                "industry", c.trade(),
                "level", c.level(),
                "province", c.province(),
                "city", c.city(),
                "district", c.district(),
                "address", c.address(),
                "employees", BigDecimal.valueOf(c.employees()),
                "annualRevenue", c.revenue(),
                "source", c.source(),
                "contactName", c.contactName(),
                "contactTitle", c.contactTitle(),
                "contactMobile", c.contactMobile(),
                "contactEmail", c.contactEmail(),
                "createdAt", c.created(),
                "phone", c.phone(),
                "tags", c.tags(),
                "status", standing,
                "owner", c.owner().username() + "@example.com");
    }

    private static Map<String, Object> row(DemoDeals.Deal d) {
        return cells(
                "externalId", d.externalId(),
                "name", d.name(),
                "customer", d.customer().name(),
                "product", d.product().name(),
                "quantity", BigDecimal.valueOf(d.quantity()),
                "amount", d.amount(),
                "stage", d.stage(),
                "createdOn", d.created(),
                "engagedOn", d.engaged(),
                "closedOn", d.closed(),
                "expectedClose", d.expected(),
                "lossReason", d.lossReason(),
                "nextStep", d.nextStep(),
                "nextStepOn", d.nextStepOn(),
                "competitor", d.competitor(),
                "source", d.customer().source(),
                "stageHistory", history(d),
                "owner", d.customer().owner().username() + "@example.com");
    }

    /** As the import of opportunities reads it: {@code stage@day;stage@day}. */
    private static String history(DemoDeals.Deal deal) {
        return deal.history().stream()
                .map(h -> h.stage() + "@" + h.on())
                .collect(java.util.stream.Collectors.joining(";"));
    }

    private static List<Map<String, Object>> activities(DemoDeals deals) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var deal : deals.deals) {
            for (var a : deal.activities()) {
                rows.add(cells(
                        "kind", a.kind(),
                        "happenedOn", a.on(),
                        "text", a.text(),
                        "nextStep", a.nextStep(),
                        "opportunity", deal.externalId(),
                        "owner", deal.customer().owner().username() + "@example.com"));
            }
        }
        return rows;
    }

    /** Everybody who sells has something overdue, something today and something to come, about deals of theirs. */
    private void remind(
            DemoPeople organisation,
            Map<String, UUID> ids,
            DemoDeals deals,
            Words words,
            LocalDate today,
            Viewer keeper) {
        var dice = new Dice(SEED + 3);
        for (var person : organisation.people) {
            if (!person.sells() && !person.role().equals("manager")) continue;
            var viewer = viewer(Objects.requireNonNull(ids.get(person.username())));
            var open = intake.idsOf("activities", "opportunity", deals.openOf(person), keeper);
            for (int i = 0; i < 5; i++) {
                var due = today.plusDays(i == 0 ? -dice.between(1, 4) : i == 1 ? 0 : dice.between(0, 9));
                tasks.add(
                        new Tasks.NewTask(
                                dice.one(words.list("tasks")),
                                due,
                                dice.chance(0.2) ? Task.Priority.HIGH : Task.Priority.NORMAL,
                                null,
                                null,
                                null,
                                open.isEmpty() ? null : open.get(i % open.size()),
                                null,
                                null),
                        viewer);
            }
        }
    }

    private static Map<String, Object> cells(@Nullable Object... keysAndValues) {
        var cells = new HashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i] instanceof String key && keysAndValues[i + 1] instanceof Object value) {
                cells.put(key, value);
            }
        }
        return cells;
    }
}
