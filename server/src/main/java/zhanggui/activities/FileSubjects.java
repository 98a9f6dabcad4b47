package zhanggui.activities;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.NamedContacts;
import zhanggui.imports.ImportRow;
import zhanggui.opportunities.Opportunities;
import zhanggui.problems.FieldProblem;

/** What the rows of a file are about, by the rules of {@link Subjects}, looked up once for many. */
@Component
class FileSubjects {
    private final Subjects subjects;
    private final Opportunities opportunities;
    private final NamedContacts contacts;

    FileSubjects(Subjects subjects, Opportunities opportunities, NamedContacts contacts) {
        this.subjects = subjects;
        this.opportunities = opportunities;
        this.contacts = contacts;
    }

    /** @param stored what those of the rows that are known already are about */
    Known look(List<ImportRow> rows, Collection<About> stored, Viewer viewer) {
        var deals = ids(rows, "opportunity");
        var visible = subjects.seen("opportunities", deals, viewer);
        stored.stream().map(About::opportunity).filter(Objects::nonNull).forEach(deals::add);
        var customerOf = deals.isEmpty() ? Map.<UUID, UUID>of() : opportunities.customersOf(deals);
        var customers = ids(rows, "customer");
        var named = rows.stream().filter(row -> row.has("contact")).toList();
        var candidates = contacts.look(with(named, customers, customerOf, stored), texts(named));
        candidates.customers().forEach(customers::add);
        return new Known(subjects.seen("customers", customers, viewer), visible, customerOf, candidates, opportunities);
    }

    /** The customers whose contacts some rows may mean. */
    private static Set<UUID> with(
            List<ImportRow> named, Set<UUID> customers, Map<UUID, UUID> customerOf, Collection<About> stored) {
        if (named.isEmpty()) return Set.of();
        var all = new HashSet<>(customers);
        all.addAll(customerOf.values());
        stored.stream().map(About::customer).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    private static Set<String> texts(List<ImportRow> named) {
        return named.stream()
                .filter(row -> !row.has("customer"))
                .map(row -> row.text("contact"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<ImportRow> rows, String field) {
        var ids = new HashSet<UUID>();
        for (var row : rows) {
            var id = row.id(field);
            if (id != null) ids.add(id);
        }
        return ids;
    }

    /**
     * What rows refer to.
     *
     * @param customers those within sight
     * @param opportunities those within sight
     * @param customerOf the customers of opportunities, where they have one
     */
    record Known(
            Set<UUID> customers,
            Set<UUID> opportunities,
            Map<UUID, UUID> customerOf,
            NamedContacts.Candidates contacts,
            Opportunities parts) {

        /** @param wrong told of each problem */
        About about(ImportRow row, About old, Consumer<FieldProblem> wrong) {
            return new OfRow(this, row, old, wrong).about();
        }
    }

    private record OfRow(Known known, ImportRow row, About old, Consumer<FieldProblem> wrong) {
        About about() {
            var opportunity = opportunity();
            var its = opportunity == null ? null : known.customerOf().get(opportunity);
            var customer = customer(its, Objects.equals(opportunity, old.opportunity()) ? old.customer() : null);
            var text = row.text("contact");
            if (text == null) {
                return new About(
                        customer, Objects.equals(customer, old.customer()) ? old.contact() : null, opportunity);
            }
            var contact = contact(text, customer, opportunity);
            return contact == null
                    ? new About(customer, null, opportunity)
                    : new About(contact.customer(), contact.id(), opportunity);
        }

        private @Nullable UUID opportunity() {
            var given = row.id("opportunity");
            if (given == null) return old.opportunity();
            if (!given.equals(old.opportunity()) && !known.opportunities().contains(given)) {
                wrong("opportunity", "unreachable");
            }
            return given;
        }

        /** @param its the customer of the opportunity */
        private @Nullable UUID customer(@Nullable UUID its, @Nullable UUID stored) {
            var given = row.id("customer");
            if (given == null) return stored == null ? its : stored;
            if (given.equals(its) || given.equals(stored)) return given;
            if (!known.customers().contains(given)) wrong("customer", "unreachable");
            else if (its != null) wrong("customer", "not-its-customer");
            return given;
        }

        /** A name that several have is not guessed at; the one it was keeps it. */
        private NamedContacts.@Nullable Named contact(
                String text, @Nullable UUID customer, @Nullable UUID opportunity) {
            var meant = known.contacts().called(text, customer, one -> mayBeNamed(one, customer, opportunity));
            var kept =
                    meant.stream().filter(one -> one.id().equals(old.contact())).findFirst();
            if (kept.isPresent()) return kept.get();
            if (meant.size() == 1) return meant.getFirst();
            if (meant.size() > 1) wrong("contact", "several-contacts", text);
            else wrong("contact", customer == null ? "unknown" : "not-its-contact", text);
            return null;
        }

        private boolean mayBeNamed(NamedContacts.Named one, @Nullable UUID customer, @Nullable UUID opportunity) {
            if (known.customers().contains(one.customer()) || one.id().equals(old.contact())) return true;
            return customer != null && opportunity != null && known.parts().involves(opportunity, one.id());
        }

        private void wrong(String field, String code, Object... arguments) {
            wrong.accept(FieldProblem.of(field, code, arguments));
        }
    }
}
