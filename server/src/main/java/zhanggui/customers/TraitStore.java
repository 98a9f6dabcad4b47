package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.customers.db.Tables.CONTACT;
import static zhanggui.customers.db.Tables.CUSTOMER;
import static zhanggui.customers.db.Tables.TRAIT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The traits by which customers are recognised, in PostgreSQL. */
@Repository
class TraitStore {
    /** How many customers of one trait are looked at. */
    private static final int ENOUGH = 50;

    private final DSLContext db;

    TraitStore(DSLContext db) {
        this.db = db;
    }

    /** Brings the traits of these customers up to date with what is stored of them and their contacts. */
    void refresh(Collection<UUID> customers) {
        if (customers.isEmpty()) return;
        var ids = new ArrayList<UUID>();
        var kinds = new ArrayList<String>();
        var values = new ArrayList<String>();
        known(customers).forEach((customer, known) -> {
            for (var trait : Trait.of(known)) {
                ids.add(customer);
                kinds.add(trait.kind().name());
                values.add(trait.value());
            }
        });
        db.deleteFrom(TRAIT)
                .where(CustomerStore.among(TRAIT.CUSTOMER_ID, customers))
                .execute();
        db.execute(
                "insert into customers.trait (customer_id, kind, value) select * from unnest({0}::uuid[], {1}::text[], {2}::text[])",
                val(ids.toArray(UUID[]::new)), val(kinds.toArray(String[]::new)), val(values.toArray(String[]::new)));
    }

    private Map<UUID, Trait.Known> known(Collection<UUID> customers) {
        var phones = new HashMap<UUID, List<String>>();
        var emails = new HashMap<UUID, List<String>>();
        db.select(CONTACT.CUSTOMER_ID, CONTACT.MOBILE, CONTACT.PHONE, CONTACT.EMAIL)
                .from(CONTACT)
                .where(CustomerStore.among(CONTACT.CUSTOMER_ID, customers))
                .forEach(r -> {
                    add(phones, r.value1(), r.value2());
                    add(phones, r.value1(), r.value3());
                    add(emails, r.value1(), r.value4());
                });
        var known = new HashMap<UUID, Trait.Known>();
        db.select(
                        CUSTOMER.ID,
                        CUSTOMER.NAME,
                        CUSTOMER.NAME_EN,
                        CUSTOMER.SHORT_NAME,
                        CUSTOMER.CREDIT_CODE,
                        CUSTOMER.PHONE,
                        CUSTOMER.SITE)
                .from(CUSTOMER)
                .where(CustomerStore.among(CUSTOMER.ID, customers))
                .forEach(r -> {
                    add(phones, r.value1(), r.value6());
                    known.put(
                            r.value1(),
                            new Trait.Known(
                                    r.value3() == null ? List.of(r.value2()) : List.of(r.value2(), r.value3()),
                                    r.value4(),
                                    r.value5(),
                                    phones.getOrDefault(r.value1(), List.of()),
                                    emails.getOrDefault(r.value1(), List.of()),
                                    r.value7()));
                });
        return known;
    }

    private static void add(Map<UUID, List<String>> all, UUID customer, @Nullable String value) {
        if (value != null) all.computeIfAbsent(customer, c -> new ArrayList<>()).add(value);
    }

    /** The customers that go by each of these normalised names. */
    Map<String, Set<UUID>> byName(Collection<String> names) {
        var found = new HashMap<String, Set<UUID>>();
        if (names.isEmpty()) return found;
        db.select(TRAIT.VALUE, TRAIT.CUSTOMER_ID)
                .from(TRAIT)
                .where(TRAIT.KIND.eq(inline("NAME")), TRAIT.VALUE.eq(any(names.toArray(String[]::new))))
                .forEach(r -> found.computeIfAbsent(r.value1(), name -> new HashSet<>())
                        .add(r.value2()));
        return found;
    }

    /** For each of these traits one customer that has it, where there is one. */
    Map<Trait, UUID> having(Collection<Trait> traits) {
        var found = new HashMap<Trait, UUID>();
        if (traits.isEmpty()) return found;
        var kinds = traits.stream().map(t -> t.kind().name()).toArray(String[]::new);
        var values = traits.stream().map(Trait::value).toArray(String[]::new);
        db.fetch(
                        "select v.kind, v.value, t.customer_id from unnest({0}::text[], {1}::text[]) as v (kind, value)"
                                + " cross join lateral (select t.customer_id from customers.trait t"
                                + " where t.kind = v.kind and t.value = v.value order by t.customer_id limit 1) t",
                        val(kinds), val(values))
                .forEach(r -> found.put(
                        new Trait(Trait.Kind.valueOf(r.get(0, String.class)), r.get(1, String.class)),
                        r.get(2, UUID.class)));
        return found;
    }

    /** Customers that share a trait with this set or have a name like one of its names, each with its traits. */
    Map<UUID, Set<Trait>> resembling(Set<Trait> traits, @Nullable UUID except) {
        Select<Record1<UUID>> candidates = null;
        for (var trait : traits) {
            candidates = either(candidates, sharing(trait));
            if (trait.kind() == Trait.Kind.SHORT_NAME) {
                candidates = either(candidates, sharing(new Trait(Trait.Kind.NAME, trait.value())));
            }
            if (trait.kind() != Trait.Kind.NAME) continue;
            candidates = either(candidates, sharing(new Trait(Trait.Kind.SHORT_NAME, trait.value())));
            candidates = either(candidates, like(trait.value()));
        }
        if (candidates == null) return Map.of();
        var found = new HashMap<UUID, Set<Trait>>();
        db.select(TRAIT.CUSTOMER_ID, TRAIT.KIND, TRAIT.VALUE)
                .from(TRAIT)
                .where(TRAIT.CUSTOMER_ID.in(candidates))
                .and(except == null ? noCondition() : TRAIT.CUSTOMER_ID.ne(except))
                .forEach(r -> found.computeIfAbsent(r.value1(), id -> new LinkedHashSet<>())
                        .add(new Trait(Trait.Kind.valueOf(r.value2()), r.value3())));
        return found;
    }

    /** The traits of these customers. */
    Map<UUID, Set<Trait>> of(Collection<UUID> customers) {
        var found = new HashMap<UUID, Set<Trait>>();
        db.select(TRAIT.CUSTOMER_ID, TRAIT.KIND, TRAIT.VALUE)
                .from(TRAIT)
                .where(CustomerStore.among(TRAIT.CUSTOMER_ID, customers))
                .forEach(r -> found.computeIfAbsent(r.value1(), id -> new LinkedHashSet<>())
                        .add(new Trait(Trait.Kind.valueOf(r.value2()), r.value3())));
        return found;
    }

    private static Select<Record1<UUID>> sharing(Trait trait) {
        return select(field("c.customer_id", UUID.class))
                .from(select(TRAIT.CUSTOMER_ID)
                        .from(TRAIT)
                        .where(TRAIT.KIND.eq(trait.kind().name()), TRAIT.VALUE.eq(trait.value()))
                        .limit(ENOUGH)
                        .asTable("c"));
    }

    private static Select<Record1<UUID>> like(String name) {
        var part = "%" + name.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var alike = condition("{0} % {1}", TRAIT.VALUE, val(name));
        return select(field("c.customer_id", UUID.class))
                .from(select(TRAIT.CUSTOMER_ID)
                        .from(TRAIT)
                        .where(TRAIT.KIND.eq(inline("NAME")))
                        .and(name.length() < 3 ? alike : alike.or(TRAIT.VALUE.like(part, '!')))
                        .orderBy(field("similarity({0}, {1})", Double.class, TRAIT.VALUE, val(name))
                                .desc())
                        .limit(ENOUGH)
                        .asTable("c"));
    }

    private static Select<Record1<UUID>> either(@Nullable Select<Record1<UUID>> first, Select<Record1<UUID>> second) {
        return first == null ? second : first.union(second);
    }
}
