package zhanggui.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerMatches.Keys;
import zhanggui.customers.CustomerMatches.Match;
import zhanggui.customers.CustomerRegister.Draft;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.problems.FieldProblem;

/** One pass over a file of customers: rows are matched, checked and stored by the batch, parents linked at the end. */
final class CustomerImportSession implements ImportSession {
    private static final String ASSIGN_PERMISSION = "customers:assign";
    private final CustomerMatches matches;
    private final CustomerRegister register;
    private final ImportedContacts contacts;
    private final TraitStore traits;
    private final Viewer viewer;
    private final ImportedParents parents;
    private final Map<String, UUID> taken = new HashMap<>();

    CustomerImportSession(
            CustomerMatches matches,
            CustomerRegister register,
            CustomerStore store,
            ImportedContacts contacts,
            TraitStore traits,
            Viewer viewer) {
        this.matches = matches;
        this.register = register;
        this.contacts = contacts;
        this.traits = traits;
        this.viewer = viewer;
        this.parents = new ImportedParents(matches, register, store, viewer);
    }

    /**
     * A row with what is to become of it.
     *
     * @param id of the customer it makes, changes, or adds a contact to
     * @param before absent when it makes a new one
     * @param again whether an earlier row of the file has dealt with this customer
     */
    private record Plan(
            UUID id,
            ImportRow row,
            CustomerRow says,
            @Nullable CustomerState before,
            boolean again,
            List<FieldProblem> problems) {}

    @Override
    public void before(List<ImportRow> rows) {
        parents.before(rows);
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        var keys = rows.stream()
                .map(r -> Keys.of(r.text("name"), r.text("externalId"), r.text("creditCode")))
                .toList();
        var found = matches.of(keys, viewer);
        parents.find(rows);
        var ids = register.newIds(rows.size());
        var plans = new ArrayList<Plan>();
        for (int i = 0; i < rows.size(); i++) {
            var plan = plan(rows.get(i), keys.get(i), found.get(i), ids.get(i));
            plans.add(plan);
            if (plan.problems().isEmpty()) keys.get(i).all().forEach(key -> taken.putIfAbsent(key, plan.id()));
        }
        return store(plans);
    }

    private Plan plan(ImportRow row, Keys keys, Match match, UUID newId) {
        var earlier = keys.all().stream()
                .map(taken::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
        if (earlier.isPresent()) {
            var says = CustomerRow.read(row, SaveCustomer.named(""));
            return new Plan(earlier.get(), row, says, null, true, List.of());
        }
        return switch (match) {
            case Match.Closed(var why) ->
                new Plan(newId, row, CustomerRow.read(row, SaveCustomer.named("")), null, false, List.of(why));
            case Match.Unknown() -> made(row, newId);
            case Match.Known(var customer) -> changed(row, customer);
        };
    }

    private Plan made(ImportRow row, UUID id) {
        var says = CustomerRow.read(row, SaveCustomer.named("").ownedBy(viewer.id()));
        var problems = new ArrayList<>(says.problems());
        if (!viewer.id().equals(says.customer().owner()) && !viewer.may(ASSIGN_PERMISSION)) {
            problems.add(FieldProblem.of("owner", "customer-owner"));
        }
        parents.problem(row).ifPresent(problems::add);
        return new Plan(id, row, parents.apply(row, says), null, false, problems);
    }

    private Plan changed(ImportRow row, CustomerState before) {
        var was = before.asCommand();
        var says = CustomerRow.read(row, was);
        var problems = new ArrayList<>(says.problems());
        if (!Objects.equals(says.customer().owner(), was.owner()) && !viewer.may(ASSIGN_PERMISSION, was.owner())) {
            problems.add(FieldProblem.of("owner", "customer-owner"));
        }
        parents.problem(row).ifPresent(problems::add);
        return new Plan(before.id(), row, says, before, false, problems);
    }

    private List<Outcome> store(List<Plan> plans) {
        var checked = register.check(
                plans.stream()
                        .map(p -> new Draft(p.says().customer(), p.before()))
                        .toList(),
                viewer);
        var outcomes = new ArrayList<Outcome>();
        var fresh = new ArrayList<CustomerStore.Entry>();
        var changes = new LinkedHashMap<CustomerState, SaveCustomer>();
        var people = new ArrayList<Contacts.New>();
        var refused = new HashSet<UUID>();
        for (int i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            var command = checked.get(i).command();
            var problems = new ArrayList<>(plan.problems());
            if (!plan.again() && problems.isEmpty())
                problems.addAll(checked.get(i).problems());
            var contact = plan.says().contact().map(c -> contacts.check(c, command.country()));
            contact.ifPresent(c -> problems.addAll(c.problems()));
            if (!problems.isEmpty() || refused.contains(plan.id())) {
                if (!plan.again()) refused.add(plan.id());
                outcomes.add(problems.isEmpty() ? twice() : new Outcome.Refused(List.copyOf(new HashSet<>(problems))));
                continue;
            }
            var person = contact.map(SaveContact.Cleaned::command).filter(c -> contacts.first(plan.id(), c));
            person.ifPresent(c -> people.add(new Contacts.New(plan.id(), c)));
            outcomes.add(outcome(plan, person.isPresent()));
            if (plan.again()) continue;
            parents.want(plan.row(), plan.id(), plan.before());
            if (plan.before() == null) fresh.add(register.entry(plan.id(), command, createdAt(plan.row())));
            else changes.put(plan.before(), command);
        }
        taken.values().removeIf(refused::contains);
        register.insert(fresh, viewer);
        register.update(changes, viewer);
        contacts.save(people, existing(people, fresh));
        traits.refresh(touched(fresh, changes, people));
        return outcomes;
    }

    private static Outcome outcome(Plan plan, boolean contact) {
        if (plan.again()) return contact ? new Outcome.Updated(plan.id()) : twice();
        return plan.before() == null ? new Outcome.Created(plan.id()) : new Outcome.Updated(plan.id());
    }

    private static Outcome twice() {
        return new Outcome.Skipped(FieldProblem.of("name", "customer-twice"));
    }

    private java.time.@Nullable Instant createdAt(ImportRow row) {
        return Optional.ofNullable(row.date("createdAt"))
                .map(viewer.calendar()::start)
                .orElse(null);
    }

    private static Set<UUID> existing(List<Contacts.New> people, List<CustomerStore.Entry> fresh) {
        var existing = new HashSet<UUID>();
        people.forEach(p -> existing.add(p.customer()));
        fresh.forEach(f -> existing.remove(f.id()));
        return existing;
    }

    private static Set<UUID> touched(
            List<CustomerStore.Entry> fresh, Map<CustomerState, SaveCustomer> changes, List<Contacts.New> people) {
        var touched = new HashSet<UUID>();
        fresh.forEach(f -> touched.add(f.id()));
        changes.keySet().forEach(c -> touched.add(c.id()));
        people.forEach(p -> touched.add(p.customer()));
        return touched;
    }

    @Override
    public void after() {
        parents.link(taken);
    }
}
