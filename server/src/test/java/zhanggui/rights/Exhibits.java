package zhanggui.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import zhanggui.rights.Firm.Contact;
import zhanggui.rights.Firm.Customer;
import zhanggui.rights.Firm.Deal;
import zhanggui.rights.Firm.FollowUp;
import zhanggui.rights.Firm.Handover;
import zhanggui.rights.Firm.Person;
import zhanggui.rights.Firm.Thing;
import zhanggui.rights.Firm.Todo;
import zhanggui.rights.Firm.Upload;
import zhanggui.rights.Firm.Work;
import zhanggui.rights.Rule.Kind;

/** The objects the walk asks for: everybody's, shared ones, deleted ones and ones that never were. */
final class Exhibits {
    /** What is in every file that hangs somewhere. */
    static final String FILE = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"; // SHA-256 of "x"

    private static final Set<Kind> OF_ASKER = Set.of(Kind.MY_TOKEN, Kind.MY_VIEW, Kind.MY_NOTICE);
    private final SmallFirm small;
    private final Settlement settlement;
    private final DSLContext db;
    private final Path backups;
    private final Map<String, Exhibit> shown = new LinkedHashMap<>();

    Exhibits(SmallFirm small, Settlement settlement, DSLContext db, Path backups) {
        this.small = small;
        this.settlement = settlement;
        this.db = db;
        this.backups = backups;
    }

    /**
     * One object.
     *
     * @param thing the facts of it; absent where it is not there, or everybody's
     * @param words what a body about it has to name
     */
    record Exhibit(
            String label, UUID id, boolean exists, @Nullable Thing thing, Map<String, String> words) {}

    /** A sort of object of which there is one to look at and any number to change. */
    record Case(String label, Supplier<Exhibit> fresh) {}

    List<Case> of(Kind kind, Person asker) {
        var cases = new ArrayList<Case>();
        if (kind.isOwned()) {
            things(kind)
                    .forEach((label, thing) -> cases.add(new Case(label, () -> {
                        var made = thing.get();
                        settlement.add(made);
                        hang(Settlement.list(made), made.id());
                        return new Exhibit(label, made.id(), true, made, Map.of());
                    })));
            cases.add(new Case("deleted", () -> deleted(kind)));
        } else if (kind != Kind.BINNED) {
            cases.add(new Case("present", () -> common(kind, asker)));
            if (kind == Kind.MY_TOKEN)
                cases.add(new Case("another's", () -> {
                    settlement.token(small.zhao.id(), java.util.Set.of("customers:read"));
                    var id = db.fetchSingle(
                            "select id from accounts.token where person_id = ? limit 1", small.zhao.id());
                    return new Exhibit("another's", id.get(0, UUID.class), false, null, Map.of());
                }));
            if (kind == Kind.MY_NOTICE)
                cases.add(new Case(
                        "another's", () -> new Exhibit("another's", notice(small.zhao), false, null, Map.of())));
            if (kind == Kind.MY_VIEW)
                cases.add(
                        new Case("another's", () -> new Exhibit("another's", view(small.zhao), false, null, Map.of())));
        }
        cases.add(new Case(
                "never was",
                () -> new Exhibit(
                        "never was",
                        UUID.randomUUID(),
                        false,
                        null,
                        Map.of("dotted", "" + UUID.randomUUID(), "step", "" + UUID.randomUUID()))));
        return cases;
    }

    /** The one that is only looked at: nothing may happen to it. */
    Exhibit shown(Kind kind, Case which, Person asker) {
        var key = kind + which.label() + (OF_ASKER.contains(kind) ? asker.username() : "");
        return shown.computeIfAbsent(key, k -> which.fresh().get());
    }

    private Exhibit deleted(Kind kind) {
        var thing = things(kind).values().iterator().next().get();
        settlement.add(thing);
        var list = Settlement.list(thing);
        var table = Map.of(
                        "customers", "customers.customer",
                        "contacts", "customers.contact",
                        "opportunities", "opportunities.opportunity",
                        "activities", "activities.activity",
                        "tasks", "activities.task",
                        "imports", "imports.import",
                        "jobs", "jobs.job",
                        "handovers", "handovers.handover")
                .get(list);
        db.execute("delete from " + table + " where id = ?", thing.id());
        return new Exhibit("deleted", thing.id(), false, null, Map.of());
    }

    private Map<String, Supplier<Thing>> things(Kind kind) {
        var owners = new ArrayList<>(List.of(
                small.li, small.wang, small.zhou, small.sun, small.wu, small.zhao, small.gone, small.ops, small.chen));
        owners.add(small.admin);
        var things = new LinkedHashMap<String, Supplier<Thing>>();
        for (var owner : owners) things.put(owner.username() + "'s", () -> thing(kind, owner.id(), Map.of()));
        if (kind == Kind.UPLOAD || kind == Kind.WORK || kind == Kind.HANDOVER) return things;
        if (kind == Kind.FOLLOW_UP || kind == Kind.TODO) {
            var li = small.li.id();
            var zhao = small.zhao.id();
            things.put("zhao's on li's customer", () -> about(kind, zhao, customer(li, Map.of()), null));
            things.put("zhao's on li's deal", () -> about(kind, zhao, null, deal(li, Map.of(), null)));
            things.put(
                    "zhao's on zhao's deal with li's customer",
                    () -> about(kind, zhao, null, deal(zhao, Map.of(), customer(li, Map.of()))));
            things.put("li's on zhao's customer", () -> about(kind, li, customer(zhao, Map.of()), null));
            return things;
        }
        things.put("nobody's", () -> thing(kind, null, Map.of()));
        things.put("zhao's, shared to read", () -> thing(kind, small.zhao.id(), team(false)));
        things.put("zhao's, shared to write", () -> thing(kind, small.zhao.id(), team(true)));
        return things;
    }

    private Map<UUID, Boolean> team(boolean mayWrite) {
        return Map.of(small.li.id(), mayWrite, small.sun.id(), mayWrite, small.wu.id(), mayWrite);
    }

    private Thing thing(Kind kind, @Nullable UUID owner, Map<UUID, Boolean> team) {
        return switch (kind) {
            case CUSTOMER -> newCustomer(owner, team);
            case CONTACT -> new Contact(UUID.randomUUID(), customer(owner, team));
            case DEAL -> newDeal(owner, team, null);
            case FOLLOW_UP, TODO -> about(kind, owner, customer(owner, team), null);
            case UPLOAD -> new Upload(UUID.randomUUID(), owner);
            case WORK -> new Work(UUID.randomUUID(), owner);
            case HANDOVER -> new Handover(UUID.randomUUID(), owner);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static Thing about(Kind kind, UUID owner, @Nullable Customer customer, @Nullable Deal deal) {
        return kind == Kind.TODO
                ? new Todo(UUID.randomUUID(), owner, customer, deal)
                : new FollowUp(UUID.randomUUID(), owner, customer, deal);
    }

    Customer customer(@Nullable UUID owner, Map<UUID, Boolean> team) {
        var customer = newCustomer(owner, team);
        settlement.add(customer);
        return customer;
    }

    private Deal deal(UUID owner, Map<UUID, Boolean> team, @Nullable Customer customer) {
        var deal = newDeal(owner, team, customer);
        settlement.add(deal);
        return deal;
    }

    private static Customer newCustomer(@Nullable UUID owner, Map<UUID, Boolean> team) {
        var id = UUID.randomUUID();
        return new Customer(id, "客" + id, owner, team, null);
    }

    private static Deal newDeal(@Nullable UUID owner, Map<UUID, Boolean> team, @Nullable Customer customer) {
        var id = UUID.randomUUID();
        return new Deal(id, "机" + id, customer, owner, team, "OPEN", BigDecimal.TEN);
    }

    private Exhibit common(Kind kind, Person asker) {
        var id = UUID.randomUUID();
        var words = Map.<String, String>of();
        switch (kind) {
            case PERSON -> add("people.person (id, name) values (?, '人')", id);
            case ACCOUNT -> {
                settlement.add(new Person(id, "user-" + id, List.of()));
            }
            case ROLE -> add("accounts.role (id, code, name, name_en) values (?, 'r" + id + "', '角', 'R')", id);
            case UNIT, EMPTY_UNIT -> unit(id);
            case VACANT_SEAT -> seat(id);
            case SEAT -> {
                var person = UUID.randomUUID();
                var above = UUID.randomUUID();
                seat(id);
                seat(above);
                add("people.person (id, name) values (?, '人')", person);
                add("people.occupation (seat_id, person_id, valid) values (?, ?, '[2020-01-01,)')", id, person);
                add("people.dotted_line (seat_id, reports_to, valid) values (?, ?, '[2020-01-01,)')", id, above);
                words = Map.of("dotted", above.toString());
            }
            case PRODUCT -> {
                add("products.product (id, name) values (?, 'p" + id + "')", id);
                hang("products", id);
            }
            case FIELD ->
                add(
                        "customfields.field (id, record_type, code, type, name, name_en, position, required, shown, totalled, filterable, searched)"
                                + " values (?, 'contacts', 'f"
                                + id.toString().replace("-", "").substring(0, 20)
                                + "', 'TEXT', '字段" + id + "', 'Field " + id
                                + "', 1, 'NEVER', false, false, false, false)",
                        id);
            case RATE ->
                add(
                        "rates.rate (id, currency, valid_from, rate, created_by)"
                                + " select ?, 'USD', coalesce(max(valid_from), date '2001-01-01') + 1, 7, ? from rates.rate",
                        id,
                        small.admin.id());
            case ORGANISATION_DRAFT -> {
                add(
                        "reorganisations.draft (id, name, day, created_by) values (?, '草案', people.today() + 1, ?)",
                        id,
                        small.admin.id());
                var step = UUID.randomUUID();
                add(
                        "reorganisations.step (id, draft_id, place, what) select ?, d.id, 1, jsonb_build_object('id', ?::text,"
                                + " 'kind', 'ADD_UNIT', 'subject', gen_random_uuid(), 'name', '新组', 'seen', '{}'::jsonb,"
                                + " 'told', '{\"subject\":{\"name\":\"新组\"}}'::jsonb)"
                                + " from reorganisations.draft d where d.id = ?",
                        step,
                        step,
                        id);
                words = Map.of("step", step.toString());
            }
            case CATEGORY -> add("products.category (id, name) values (?, 'c" + id + "')", id);
            case PIPELINE -> {
                add("opportunities.pipeline (id, name, name_en, position) values (?, '流', 'P', 9)", id);
                add(
                        "opportunities.stage (pipeline_id, position, name, name_en, outcome, probability, category)"
                                + " values (?, 1, '一', 'One', 'OPEN', 1, 'PIPELINE')",
                        id);
            }
            case MY_TOKEN ->
                add(
                        "accounts.token (id, person_id, name, hash, scopes, expires_on)"
                                + " values (?, ?, 't', uuid_send(uuidv7()), '{}', current_date + 9)",
                        id,
                        asker.id());
            case MY_VIEW -> id = view(asker);
            case MY_NOTICE -> id = notice(asker);
            case WEBHOOK -> webhook(id);
            case WEBHOOK_DELIVERY -> {
                var endpoint = UUID.randomUUID();
                webhook(endpoint);
                add("webhooks.message (id, type, body) values (?, 'webhooks.test', '{}')", id);
                add(
                        "webhooks.delivery (id, message_id, endpoint_id, state) values (?, ?, ?, 'DEAD')",
                        id,
                        id,
                        endpoint);
            }
            case ENTRY ->
                // The log gives its ids itself.
                id = db.fetchSingle("insert into audit.entry (actor_name, way, action, subject_type)"
                                + " values ('某人', 'NONE', 'created', 'company') returning id")
                        .get(0, UUID.class);
            case BACKUP -> backup(id);
            default -> throw new IllegalArgumentException(kind.name());
        }
        return new Exhibit("present", id, true, null, words);
    }

    /** A file with a picture, and a comment of somebody who does not ask, each under the id of its record. */
    private void hang(String list, UUID id) {
        add(
                "files.attachment (id, list, record_id, name, media_type, name_fits, bytes, hash, thumbnail, preview, added_by, adder_name)"
                        + " values (?, ?, ?, 'a.png', 'image/png', true, 1, ?, ?, ?, ?, 'x')",
                id,
                list,
                id,
                FILE,
                FILE,
                FILE,
                small.zhao.id());
        add(
                "comments.comment (id, list, record_id, author_id, text) values (?, ?, ?, ?, '说')",
                id,
                list,
                id,
                small.zhao.id());
    }

    private UUID notice(Person told) {
        var id = UUID.randomUUID();
        add("notices.notice (id, person_id, kind) values (?, ?, 'job-done')", id, told.id());
        return id;
    }

    private void webhook(UUID id) {
        add(
                "webhooks.endpoint (id, name, url, types, enabled, secret, created_by)"
                        + " values (?, 'h', 'https://hooks.example.com', '{}', false, '', ?)",
                id,
                small.admin.id());
    }

    private UUID view(Person owner) {
        var id = UUID.randomUUID();
        add(
                "views.view (id, list, owner_id, name, filter, layout)"
                        + " values (?, 'customers', ?, 'v' || left(?::text, 13), '{\"all\":[]}', 'TABLE')",
                id,
                owner.id(),
                id);
        return id;
    }

    /** A file is enough: nobody looks into it on the way out. */
    private void backup(UUID id) {
        try {
            Files.createDirectories(backups);
            Files.writeString(backups.resolve(id + ".tar"), "a backup");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unit(UUID id) {
        add("people.unit (id) values (?)", id);
        add(
                "people.unit_state (unit_id, parent_id, name, valid) values (?, ?, '组', '[2020-01-01,)')",
                id,
                small.company.id());
    }

    private void seat(UUID id) {
        add("people.seat (id) values (?)", id);
        add(
                "people.seat_state (seat_id, unit_id, title, valid) values (?, ?, '岗', '[2020-01-01,)')",
                id,
                small.company.id());
    }

    private void add(String what, Object... values) {
        db.execute("insert into " + what, values);
    }
}
