package zhanggui.rights;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import zhanggui.rights.Firm.Contact;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Handover;
import zhanggui.rights.Firm.Seat;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Firm.Todo;
import zhanggui.rights.Firm.Upload;
import zhanggui.rights.Firm.Work;

/** Writes a {@link Firm} into the database by plain statements, past the server's own commands. */
final class Settlement {
    static final String PASSWORD = "long enough a secret";
    private static final String HASH =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
    private final DSLContext db;

    Settlement(DSLContext db) {
        this.db = db;
    }

    void settle(Firm firm) {
        db.transaction(c -> {
            var in = new Settlement(c.dsl());
            firm.units.values().forEach(in::add);
            firm.seats.values().forEach(seat -> in.add(seat, firm.today));
            firm.roles.forEach(in::add);
            firm.people.values().forEach(in::add);
            firm.stints.forEach(in::add);
            firm.dottedLines.forEach(line -> in.execute(
                    "insert into people.dotted_line (seat_id, reports_to, valid) values (?, ?, '[2000-01-01,)')",
                    line[0],
                    line[1]));
        });
        firm.things.forEach(this::add);
    }

    private void add(Firm.Unit unit) {
        execute("insert into people.unit (id) values (?)", unit.id());
        execute(
                "insert into people.unit_state (unit_id, parent_id, name, valid) values (?, ?, ?, '[2000-01-01,)')",
                unit.id(),
                unit.parent(),
                unit.name());
    }

    private void add(Seat seat, LocalDate today) {
        execute("insert into people.seat (id) values (?)", seat.id());
        execute(
                "insert into people.seat_state (seat_id, unit_id, title, head, reports_to, valid)"
                        + " values (?, ?, '岗位', ?, ?, daterange('2000-01-01', ?::date))",
                seat.id(),
                seat.unit(),
                seat.head(),
                seat.reportsTo(),
                seat.closed() ? today : null);
    }

    private void add(Firm.Stint stint) {
        execute(
                "insert into people.occupation (seat_id, person_id, main, valid) values (?, ?, ?, daterange(?::date, ?::date))",
                stint.seat(),
                stint.person(),
                stint.main(),
                stint.from(),
                stint.until());
    }

    private void add(Firm.Role role) {
        execute(
                "insert into accounts.role (id, code, name, name_en) values (?, ?, ?, ?)",
                role.id(),
                role.code(),
                role.code(),
                role.code());
        role.allows()
                .forEach((permission, allowed) -> execute(
                        "insert into accounts.role_grant (role_id, permission, reach, units) values (?, ?, ?, ?)",
                        role.id(),
                        permission,
                        allowed.reach().name(),
                        allowed.units().toArray(UUID[]::new)));
    }

    void add(Firm.Person person) {
        execute("insert into people.person (id, name) values (?, ?)", person.id(), "名" + person.username());
        execute(
                "insert into accounts.account (person_id, username, password_hash) values (?, ?, ?)",
                person.id(),
                person.username(),
                HASH);
        person.roles()
                .forEach(role -> execute(
                        "insert into accounts.account_role (person_id, role_id) values (?, ?)",
                        person.id(),
                        role.id()));
    }

    /** A token of somebody, limited to some permissions; returns the secret. */
    String token(UUID person, Set<String> scopes) {
        var secret = "zg_" + UUID.randomUUID();
        try {
            execute(
                    "insert into accounts.token (person_id, name, hash, scopes, expires_on) values (?, '令牌', ?, ?, current_date + 30)",
                    person,
                    MessageDigest.getInstance("SHA-256").digest(secret.getBytes()),
                    scopes.toArray(String[]::new));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return secret;
    }

    void add(Thing thing) {
        switch (thing) {
            case Customer c -> add(c);
            case Contact c ->
                execute(
                        "insert into customers.contact (id, customer_id, name, created_by) values (?, ?, ?, ?)",
                        c.id(),
                        c.customer().id(),
                        name(c),
                        UUID.randomUUID());
            case Deal d -> add(d);
            case FollowUp f ->
                execute(
                        "insert into activities.activity (id, kind, happened_at, text, customer_id, opportunity_id, owner_id)"
                                + " values (?, 'CALL', now() - interval '1 day', ?, ?, ?, ?)",
                        f.id(),
                        name(f),
                        f.customer() == null ? null : f.customer().id(),
                        f.deal() == null ? null : f.deal().id(),
                        f.owner());
            case Todo t ->
                execute(
                        "insert into activities.task (id, title, due_on, customer_id, opportunity_id, owner_id, created_by)"
                                + " values (?, ?, current_date, ?, ?, ?, ?)",
                        t.id(),
                        name(t),
                        t.customer() == null ? null : t.customer().id(),
                        t.deal() == null ? null : t.deal().id(),
                        t.owner(),
                        t.owner());
            case Work w ->
                execute(
                        "insert into jobs.job (id, kind, title, owner_id, owner_name, language, input, state)"
                                + " values (?, 'walk', ?, ?, '某人', 'zh-CN', '{}', 'RUNNING')",
                        w.id(),
                        name(w),
                        w.owner());
            case Handover h ->
                execute(
                        "insert into handovers.handover (id, leaver_id, reason, blocked, state, total, created_by, ended_at)"
                                + " values (?, ?, ?, false, 'CANCELLED', 0, ?, now())",
                        h.id(),
                        h.owner(),
                        name(h),
                        h.owner());
            case Upload u ->
                execute(
                        "insert into imports.import (id, kind, file_name, owner_id, owner_name, layout, spec, findings, row_count)"
                                + " select ?, kind, ?, ?, '某人', layout, spec, findings, row_count from imports.import"
                                + " where file_name = 'pattern.csv'",
                        u.id(),
                        name(u),
                        u.owner());
        }
        if (thing instanceof Upload) {
            execute(
                    "insert into imports.file (import_id, content) select ?, content from imports.file"
                            + " where import_id = (select id from imports.import where file_name = 'pattern.csv')",
                    thing.id());
        }
        execute(
                "insert into audit.entry (actor_name, way, action, subject_type, subject_id) values ('某人', 'NONE', 'created', ?, ?)",
                list(thing),
                thing.id());
    }

    private void add(Customer customer) {
        execute(
                "insert into customers.customer (id, name, owner_id, parent_id, created_by) values (?, ?, ?, ?, ?)",
                customer.id(),
                customer.name(),
                customer.owner(),
                customer.parent(),
                UUID.randomUUID());
        execute(
                "insert into customers.trait (customer_id, kind, value) values (?, 'NAME', ?)",
                customer.id(),
                customer.name());
        share("customers.collaborator (customer_id", customer.id(), customer.team());
    }

    private void add(Deal deal) {
        var stage = db.fetchSingle(
                "select s.id, s.pipeline_id from opportunities.stage s join opportunities.pipeline p on p.id = s.pipeline_id"
                        + " where s.outcome = ? order by p.position, p.id, s.position limit 1",
                deal.outcome());
        execute(
                "insert into opportunities.opportunity (id, name, customer_id, pipeline_id, stage_id, outcome, stage_since,"
                        + " amount, currency, closed_on, loss_reason, owner_id, created_by)"
                        + " values (?, ?, ?, ?, ?, ?, now(), ?, 'CNY', ?::date, ?, ?, ?)",
                deal.id(),
                deal.name(),
                deal.customer() == null ? null : deal.customer().id(),
                stage.get("pipeline_id", UUID.class),
                stage.get("id", UUID.class),
                deal.outcome(),
                deal.amount(),
                deal.outcome().equals("OPEN") ? null : LocalDate.now(),
                deal.outcome().equals("LOST") ? "price" : null,
                deal.owner(),
                UUID.randomUUID());
        execute(
                "insert into opportunities.stage_span (opportunity_id, stage_id, during) values (?, ?, tstzrange(now(), null))",
                deal.id(),
                stage.get("id", UUID.class));
        share("opportunities.collaborator (opportunity_id", deal.id(), deal.team());
    }

    private void share(String into, UUID thing, Map<UUID, Boolean> team) {
        team.forEach((person, mayWrite) ->
                execute("insert into " + into + ", person_id, may_write) values (?, ?, ?)", thing, person, mayWrite));
    }

    /** What a thing is called where it has no name of its own; no two are called alike. */
    static String name(Thing thing) {
        return switch (thing) {
            case Customer c -> c.name();
            case Deal d -> d.name();
            case Contact c -> "联" + c.id();
            case FollowUp f -> "跟" + f.id();
            case Todo t -> "办" + t.id();
            case Upload u -> "入" + u.id() + ".csv";
            case Work w -> "作" + w.id();
            case Handover h -> "交" + h.id();
        };
    }

    /** The list a thing stands in. */
    static String list(Thing thing) {
        return switch (thing) {
            case Customer c -> "customers";
            case Deal d -> "opportunities";
            case Contact c -> "contacts";
            case FollowUp f -> "activities";
            case Todo t -> "tasks";
            case Upload u -> "imports";
            case Work w -> "jobs";
            case Handover h -> "handovers";
        };
    }

    private void execute(String sql, @Nullable Object... values) {
        db.execute(sql, values);
    }
}
