package zhanggui.bench.data;

import static zhanggui.bench.data.Generation.at;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Loads the many: customers, opportunities, follow-ups and what belongs to them, two streams at a time. */
final class Filling {
    private static final int SHARED = 50;
    private final Callable<Connection> connections;
    private final Generation.Ground ground;
    private final Firms firms;
    private final Deals deals;
    private final long seed;
    /** When each customer and opportunity was last followed up; 0 is never. */
    private final long[] firmFollowed;

    private final long[] dealFollowed;

    Filling(Callable<Connection> connections, Generation.Ground ground) {
        this.connections = connections;
        this.ground = ground;
        this.firms = ground.firms();
        this.deals = ground.deals();
        this.seed = ground.seed();
        this.firmFollowed = new long[firms.count];
        this.dealFollowed = new long[deals.count];
    }

    /** The follow-ups first: customers and opportunities remember the last one. */
    void run() throws Exception {
        followUps();
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> both = List.of(this::customers, this::opportunities);
            for (var done : two.invokeAll(both)) done.get();
        }
        new Tasks(ground).load(connections.call());
    }

    private Rows rows(String table, String columns) throws Exception {
        return new Rows(connections.call(), table, columns);
    }

    private void followUps() throws Exception {
        try (var rows = rows(
                "activities.activity",
                "id, kind, happened_at, text, next_step, customer_id, contact_id, opportunity_id, owner_id, created_at, updated_at,"
                        + " search")) {
            var all = ground.followUps();
            for (int i = 0; i < all.count; i++) {
                var f = all.followUp(i);
                firmFollowed[f.firm()] = f.at();
                if (f.deal() >= 0) dealFollowed[f.deal()] = f.at();
                var at = at(f.at());
                rows.add(
                        f.id(),
                        f.kind(),
                        at,
                        f.text(),
                        f.next(),
                        firms.id(f.firm()),
                        f.contact(),
                        f.deal() < 0 ? null : deals.id(f.deal()),
                        person(f.owner()),
                        at,
                        at,
                        Sought.of(f.text(), firms.name(f.firm())));
            }
            rows.finish();
        }
    }

    private UUID person(int index) {
        return ground.staff().people.get(index).id();
    }

    private Void customers() throws Exception {
        try (var customers = rows(
                        "customers.customer",
                        "id, name, name_en, short_name, credit_code, parent_id, industry, employees, annual_revenue, level, source,"
                                + " country, province, city, district, address, site, phone, tags, status, owner_id,"
                                + " last_followed_at, created_by, created_at, updated_at");
                var contacts = rows(
                        "customers.contact",
                        "id, customer_id, name, title, department, role, mobile, email, main, created_by, created_at, updated_at");
                var traits = rows("customers.trait", "customer_id, kind, value");
                var shared = rows("customers.collaborator", "customer_id, person_id, may_write");
                var log = new Log(connections.call(), ground)) {
            for (int i = 0; i < firms.count; i++) {
                var f = firms.firm(i);
                var created = at(f.created());
                var owner = person(f.owner());
                customers.add(
                        f.id(),
                        f.name(),
                        f.nameEn(),
                        f.shortName(),
                        f.code(),
                        f.parent(),
                        f.industry(),
                        f.employees(),
                        f.employees() * 42L + "0000",
                        f.level(),
                        f.source(),
                        "中国",
                        f.province(),
                        f.city(),
                        f.district(),
                        f.address(),
                        f.site(),
                        f.phone(),
                        f.tags(),
                        f.status(),
                        owner,
                        firmFollowed[i] == 0 ? null : at(firmFollowed[i]),
                        owner,
                        created,
                        created);
                for (var c : f.contacts()) {
                    contacts.add(
                            c.id(),
                            f.id(),
                            c.name(),
                            c.title(),
                            c.department(),
                            c.role(),
                            c.mobile(),
                            c.email(),
                            c.main(),
                            owner,
                            created,
                            created);
                }
                for (var t : f.traits()) traits.add(f.id(), t.kind(), t.value());
                share(shared, i, f.id(), f.owner());
                log.created(f.created(), f.owner(), "customers", f.id(), f.name());
            }
            for (var rows : List.of(customers, contacts, traits, shared)) rows.finish();
            log.finish();
        }
        return null;
    }

    private Void opportunities() throws Exception {
        try (var opportunities = rows(
                        "opportunities.opportunity",
                        "id, name, customer_id, pipeline_id, stage_id, outcome, stage_since, amount, currency, base_amount,"
                                + " amount_from_lines,"
                                + " expected_close, engaged_on, closed_on, loss_reason, source, competitor, next_step,"
                                + " next_step_on, owner_id, last_followed_at, created_by, created_at, updated_at, number, search");
                var lines = rows(
                        "opportunities.line",
                        "opportunity_id, position, product_id, quantity, price, discount, amount");
                var spans = rows("opportunities.stage_span", "opportunity_id, stage_id, during, moved_by");
                var roles = rows("opportunities.contact_role", "opportunity_id, contact_id, role");
                var log = new Log(connections.call(), ground)) {
            for (int i = 0; i < deals.count; i++) {
                var d = deals.deal(i);
                var owner = person(d.owner());
                var course = d.course();
                var last = course.spans().getLast();
                var number = String.format("O%06d", i + 1);
                opportunities.add(
                        d.id(),
                        d.name(),
                        firms.id(d.firm()),
                        d.pipeline().id(),
                        last.stage(),
                        course.outcome(),
                        at(last.from()),
                        d.amount(),
                        "CNY",
                        d.amount(),
                        !d.lines().isEmpty(),
                        d.expected(),
                        course.engaged() == null ? null : Times.dayOf(course.engaged()),
                        course.closed() == null ? null : Times.dayOf(course.closed()),
                        d.loss(),
                        d.source(),
                        d.competitor(),
                        d.nextStep(),
                        d.nextStepOn(),
                        owner,
                        dealFollowed[i] == 0 ? null : at(dealFollowed[i]),
                        owner,
                        at(d.created()),
                        at(last.from()),
                        number,
                        Sought.of(d.name(), number, firms.name(d.firm())));
                int position = 0;
                for (var l : d.lines()) {
                    var product = l.product();
                    lines.add(
                            d.id(), ++position, product.id(), l.quantity(), product.price(), l.discount(), l.amount());
                }
                for (var s : course.spans()) {
                    var during = "[" + at(s.from()) + "," + (s.to() == null ? "" : at(s.to())) + ")";
                    spans.add(d.id(), s.stage(), during, owner);
                }
                if (d.contact() != null) roles.add(d.id(), d.contact(), d.contactRole());
                log.created(d.created(), d.owner(), "opportunities", d.id(), d.name());
            }
            for (var rows : List.of(opportunities, lines, spans, roles)) rows.finish();
            log.finish();
        }
        return null;
    }

    private void share(Rows shared, int index, UUID firm, int owner) {
        var dice = new Dice(seed, SHARED, index);
        var sellers = ground.staff().sellers;
        int person = sellers.get(dice.below(sellers.size()));
        if (dice.chance(0.02) && person != owner) shared.add(firm, person(person), dice.chance(0.5));
    }
}
