package zhanggui.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.problems.FieldProblem;

/** The contacts of one file: each person of a customer once, however many rows name them. */
final class ImportedContacts {
    private final Contacts contacts;
    private final ContactStore store;
    private final Viewer viewer;
    private final Map<UUID, Set<String>> seen = new HashMap<>();

    ImportedContacts(Contacts contacts, ContactStore store, Viewer viewer) {
        this.contacts = contacts;
        this.store = store;
        this.viewer = viewer;
    }

    /** In stored form; problems speak of the columns of the file. */
    SaveContact.Cleaned check(SaveContact contact, @Nullable String country) {
        var checked = contacts.check(contact, country);
        return new SaveContact.Cleaned(
                checked.command(),
                checked.problems().stream()
                        .map(p -> new FieldProblem(column(p.field()), p.code(), p.arguments()))
                        .toList());
    }

    /** Whether this row is the first of the file to name this contact. */
    boolean first(UUID customer, SaveContact contact) {
        return seen.computeIfAbsent(customer, c -> new HashSet<>()).add(contact.name() + "\n" + contact.mobile());
    }

    /**
     * Stores the contacts; those their customers have already are changed, not doubled.
     *
     * @param existing customers that may have contacts already
     */
    void save(List<Contacts.New> wanted, Set<UUID> existing) {
        var known = existing.isEmpty()
                ? Map.<UUID, List<ContactState>>of()
                : store.ofAll(existing).stream()
                        .collect(Collectors.groupingBy(c -> c.customer().id()));
        var added = new ArrayList<Contacts.New>();
        var changed = new LinkedHashMap<ContactState, SaveContact>();
        for (var one : wanted) {
            var before = known.getOrDefault(one.customer(), List.of()).stream()
                    .filter(c -> same(c, one.contact()))
                    .findFirst();
            if (before.isEmpty()) added.add(one);
            else changed.put(before.get(), merged(before.get(), one.contact()));
        }
        contacts.insert(added, viewer);
        contacts.update(changed, viewer);
    }

    private static boolean same(ContactState known, SaveContact contact) {
        return known.name().equals(contact.name())
                || (contact.mobile() != null && contact.mobile().equals(known.mobile()))
                || (contact.email() != null && contact.email().equals(known.email()));
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
                null);
    }

    private static @Nullable String or(@Nullable String now, @Nullable String was) {
        return now == null ? was : now;
    }

    private static String column(String field) {
        return "contact" + Objects.requireNonNull(field).substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + field.substring(1);
    }
}
