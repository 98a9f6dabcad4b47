package zhanggui.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.RowMemory;
import zhanggui.problems.FieldProblem;

/** The contacts of one file: each person of a customer once, however many rows name them. */
final class ImportedContacts {
    private final Contacts contacts;
    private final ContactStore store;
    private final String home;
    private final Viewer viewer;
    private final Map<UUID, List<SaveContact>> named;
    private final Set<UUID> claimed;
    private final Map<UUID, List<ContactState>> known = new HashMap<>();
    private final List<Contacts.New> added = new ArrayList<>();
    private final Map<ContactState, SaveContact> changed = new LinkedHashMap<>();

    ImportedContacts(Contacts contacts, ContactStore store, String home, Viewer viewer, RowMemory memory) {
        this.contacts = contacts;
        this.store = store;
        this.home = home;
        this.viewer = viewer;
        this.named = memory.map();
        this.claimed = memory.set();
    }

    /** Whether a row says something new of a contact, or why it cannot be told whom it means. */
    record Told(boolean isNew, @Nullable FieldProblem problem) {}

    /** In stored form; problems speak of the columns of the file. */
    SaveContact.Cleaned check(SaveContact contact, @Nullable String country) {
        var checked = contacts.check(contact, Phones.region(country, home));
        return new SaveContact.Cleaned(
                checked.command(),
                checked.problems().stream()
                        .map(p -> new FieldProblem(column(p.field()), p.code(), p.arguments()))
                        .toList());
    }

    /** Begins a batch with the contacts these customers have already. */
    void look(Collection<UUID> customers) {
        added.clear();
        changed.clear();
        known.clear();
        if (customers.isEmpty()) return;
        known.putAll(store.ofAll(customers).stream()
                .collect(Collectors.groupingBy(c -> c.customer().id())));
    }

    /** A contact the customer has already is changed, not doubled; one that two rows describe differently is neither's. */
    Told tell(UUID customer, SaveContact contact) {
        var earlier = named.getOrDefault(customer, List.of());
        if (earlier.contains(contact)) return new Told(false, null);
        if (earlier.stream().anyMatch(e -> mayBe(e, contact))) return problem("contact-twice", contact);
        var open = known.getOrDefault(customer, List.of()).stream()
                .filter(c -> !claimed.contains(c.id()))
                .toList();
        var meant = meant(open, contact);
        if (meant.size() > 1) return problem("contact-ambiguous", contact);
        var all = new ArrayList<>(earlier);
        all.add(contact);
        named.put(customer, List.copyOf(all));
        if (meant.isEmpty()) {
            added.add(new Contacts.New(customer, contact));
        } else {
            var before = meant.getFirst();
            claimed.add(before.id());
            changed.put(before, merged(before, contact));
        }
        return new Told(true, null);
    }

    /** The customers of whom something is stored. */
    Set<UUID> save() {
        claimed.addAll(contacts.insert(added, viewer));
        contacts.update(changed, viewer);
        var touched = added.stream().map(Contacts.New::customer).collect(Collectors.toSet());
        changed.keySet().forEach(c -> touched.add(c.customer().id()));
        return touched;
    }

    /** By name and number, then by a name that nothing contradicts, then by a number that only one has. */
    private static List<ContactState> meant(List<ContactState> open, SaveContact contact) {
        Predicate<ContactState> name = c -> c.name().equals(contact.name());
        Predicate<ContactState> mobile =
                c -> contact.mobile() != null && contact.mobile().equals(c.mobile());
        Predicate<ContactState> email =
                c -> contact.email() != null && contact.email().equals(c.email());
        return first(open, name.and(mobile))
                .or(() -> first(open, name.and(email)))
                .or(() -> first(open, name.and(c -> agree(c.mobile(), contact.mobile(), c.email(), contact.email()))))
                .or(() -> first(open, mobile).filter(found -> found.size() == 1))
                .or(() -> first(open, email).filter(found -> found.size() == 1))
                .orElse(List.of());
    }

    private static Optional<List<ContactState>> first(List<ContactState> open, Predicate<ContactState> which) {
        return Optional.of(open.stream().filter(which).toList()).filter(found -> !found.isEmpty());
    }

    private static boolean mayBe(SaveContact a, SaveContact b) {
        return a.name().equals(b.name()) && agree(a.mobile(), b.mobile(), a.email(), b.email());
    }

    private static boolean agree(
            @Nullable String mobile,
            @Nullable String otherMobile,
            @Nullable String email,
            @Nullable String otherEmail) {
        return (mobile == null || otherMobile == null || mobile.equals(otherMobile))
                && (email == null || otherEmail == null || email.equals(otherEmail));
    }

    private static Told problem(String code, SaveContact contact) {
        return new Told(false, FieldProblem.of("contactName", code, contact.name()));
    }

    /** What the row does not mention stays as it is. */
    private static SaveContact merged(ContactState was, SaveContact now) {
        return new SaveContact(
                now.name(),
                or(now.title(), was.title()),
                or(now.department(), was.department()),
                now.role() == null ? was.role() : now.role(),
                or(now.mobile(), was.mobile()),
                or(now.phone(), was.phone()),
                or(now.email(), was.email()),
                or(now.wechat(), was.wechat()),
                now.birthday() == null ? was.birthday() : now.birthday(),
                was.main(),
                or(now.note(), was.note()),
                was.externalId(),
                Map.copyOf(was.custom().stored()),
                null);
    }

    private static @Nullable String or(@Nullable String now, @Nullable String was) {
        return now == null ? was : now;
    }

    private static String column(String field) {
        return "contact" + Objects.requireNonNull(field).substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }
}
