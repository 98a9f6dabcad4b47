package zhanggui.bench.data;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Loads what the rest stands on: units, seats, people, accounts, products. Triggers and keys watch as always. */
final class Base {
    private static final int PRODUCT = 40;
    private static final int PRODUCTS = 60;
    private final Connection connection;
    private final long seed;
    private final Times times;

    Base(Connection connection, long seed, Times times) {
        this.connection = connection;
        this.seed = seed;
        this.times = times;
    }

    Staff organise(Size size) throws SQLException {
        var top = UUID.fromString(one("select unit_id from people.unit_state where parent_id is null"));
        var staff = new Staff(size, seed, times, top);
        connection.setAutoCommit(false);
        units(staff);
        people(staff);
        accounts(staff);
        connection.commit();
        connection.setAutoCommit(true);
        return staff;
    }

    private void units(Staff staff) throws SQLException {
        var unit = new StringBuilder();
        var state = new StringBuilder();
        for (var u : staff.units.subList(1, staff.units.size())) {
            line(unit, u.id());
            var parent = staff.units.get(u.parent()).id();
            var before = staff.units.get(u.before()).id();
            if (u.before() != u.parent()) {
                line(state, u.id(), before, u.name(), u.position(), "[" + Staff.BEGINNING + "," + staff.moved + ")");
                line(state, u.id(), parent, u.name(), u.position(), "[" + staff.moved + ",)");
            } else {
                line(state, u.id(), parent, u.name(), u.position(), "[" + Staff.BEGINNING + ",)");
            }
        }
        copy("people.unit (id)", unit);
        copy("people.unit_state (unit_id, parent_id, name, position, valid)", state);
    }

    private void people(Staff staff) throws SQLException {
        var seat = new StringBuilder();
        var state = new StringBuilder();
        var person = new StringBuilder();
        var occupation = new StringBuilder();
        int number = 0;
        for (var p : staff.people) {
            if (p.left() == null) {
                line(seat, p.seat());
                var unit = staff.units.get(p.unit()).id();
                line(state, p.seat(), unit, p.title(), p.head(), "[" + Staff.BEGINNING + ",)");
            }
            var mobile = String.format("+86138%08d", ++number);
            line(
                    person,
                    p.id(),
                    p.name(),
                    String.format("E%05d", number),
                    p.username() + "@example.com",
                    mobile,
                    p.hired(),
                    p.left());
            line(occupation, p.seat(), p.id(), true, "[" + p.hired() + "," + (p.left() == null ? "" : p.left()) + ")");
        }
        copy("people.seat (id)", seat);
        copy("people.seat_state (seat_id, unit_id, title, head, valid)", state);
        copy("people.person (id, name, employee_number, email, mobile, hired_on, left_on)", person);
        copy("people.occupation (seat_id, person_id, main, valid)", occupation);
    }

    /** Everybody signs in with the administrator's password. */
    private void accounts(Staff staff) throws SQLException {
        var hash = one("select password_hash from accounts.account");
        var roles = all("select code, id from accounts.role");
        var account = new StringBuilder();
        var role = new StringBuilder();
        for (var p : staff.people) {
            if (p.account() == null) continue;
            line(account, p.id(), p.username(), hash);
            line(role, p.id(), roles.get(p.account()));
        }
        copy("accounts.account (person_id, username, password_hash)", account);
        copy("accounts.account_role (person_id, role_id)", role);
    }

    UUID keeper() throws SQLException {
        return UUID.fromString(
                one("select person_id from accounts.account where username = '" + Kept.ADMINISTRATOR + "'"));
    }

    List<Deals.Product> products() throws SQLException {
        var products = new ArrayList<Deals.Product>();
        var category = new StringBuilder();
        var product = new StringBuilder();
        var price = new StringBuilder();
        var categories = new ArrayList<UUID>();
        for (int i = 0; i < Words.SERIES.length; i++) {
            var id = new Dice(seed, PRODUCT, -1 - i).id(times.end() - Times.days(2000));
            categories.add(id);
            line(category, id, Words.SERIES[i] + "仪表", i);
        }
        for (int i = 0; i < PRODUCTS; i++) {
            var dice = new Dice(seed, PRODUCT, i);
            var id = dice.id(times.end() - Times.days(1900 - i));
            int series = i % Words.SERIES.length;
            var name = Words.SERIES[series] + "计 Q" + (100 + i * 10);
            var list = BigDecimal.valueOf((1 + i % 3) * (1500L + 250L * dice.below(40)), 0);
            line(product, id, "P" + (1000 + i), name, categories.get(series), Words.GRADES[i % 3], "台");
            line(price, id, "CNY", list, "[" + Staff.BEGINNING + ",)");
            products.add(new Deals.Product(id, name, list));
        }
        copy("products.category (id, name, position)", category);
        copy("products.product (id, code, name, category_id, grade, unit)", product);
        copy("products.price (product_id, currency, amount, valid)", price);
        return products;
    }

    /** The pipelines the company began with, each with its stages in order. */
    List<Deals.Pipeline> pipelines() throws SQLException {
        var pipelines = new ArrayList<Deals.Pipeline>();
        try (var statement = connection.prepareStatement("select p.id,"
                        + " array_agg(s.id order by s.position) filter (where s.outcome = 'OPEN'),"
                        + " (array_agg(s.id) filter (where s.outcome = 'WON'))[1],"
                        + " (array_agg(s.id) filter (where s.outcome = 'LOST'))[1]"
                        + " from opportunities.pipeline p join opportunities.stage s on s.pipeline_id = p.id"
                        + " where not s.retired group by p.id order by p.position");
                var found = statement.executeQuery()) {
            while (found.next()) {
                pipelines.add(new Deals.Pipeline(
                        found.getObject(1, UUID.class),
                        List.of((UUID[]) found.getArray(2).getArray()),
                        found.getObject(3, UUID.class),
                        found.getObject(4, UUID.class)));
            }
        }
        return pipelines;
    }

    private static void line(StringBuilder text, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            text.append(values[i] == null ? "\\N" : values[i]);
        }
        text.append('\n');
    }

    private void copy(String into, CharSequence lines) throws SQLException {
        try {
            var api = connection.unwrap(PGConnection.class).getCopyAPI();
            api.copyIn("copy " + into + " from stdin", new java.io.StringReader(lines.toString()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String one(String query) throws SQLException {
        return all("select '', (" + query + " limit 1)").get("");
    }

    private Map<String, String> all(String query) throws SQLException {
        var all = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) all.put(found.getString(1), found.getString(2));
        }
        return all;
    }
}
