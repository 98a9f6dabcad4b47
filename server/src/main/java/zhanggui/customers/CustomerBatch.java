package zhanggui.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerImportSession.Plan;
import zhanggui.customers.CustomerRegister.Checked;
import zhanggui.customers.CustomerRegister.Draft;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.problems.FieldProblem;

/** What the rows of one batch of customers come to, stored together. */
final class CustomerBatch {
    private final List<Plan> plans;
    private final CustomerRegister register;
    private final TraitStore traits;
    private final ImportedContacts contacts;
    private final ImportedParents parents;
    private final TakenCustomers taken;
    private final Viewer viewer;
    private final List<CustomerStore.Entry> fresh = new ArrayList<>();
    private final Map<CustomerState, SaveCustomer> changes = new LinkedHashMap<>();
    private final Set<UUID> left = new HashSet<>();
    private final Set<UUID> neverMade = new HashSet<>();

    CustomerBatch(
            List<Plan> plans,
            CustomerRegister register,
            TraitStore traits,
            ImportedContacts contacts,
            ImportedParents parents,
            TakenCustomers taken,
            Viewer viewer) {
        this.plans = plans;
        this.register = register;
        this.traits = traits;
        this.contacts = contacts;
        this.parents = parents;
        this.taken = taken;
        this.viewer = viewer;
    }

    List<Outcome> store() {
        var coming = new HashSet<UUID>();
        var above = new HashSet<UUID>();
        var talked = new HashSet<UUID>();
        for (var plan : plans) {
            var parent = plan.says().customer().parent();
            if (parent != null && taken.contains(parent)) coming.add(parent);
            if (parent != null) above.add(parent);
            if (plan.says().contact().isPresent()) talked.add(plan.id());
        }
        var checked = register.check(
                plans.stream()
                        .map(p -> new Draft(p.says().customer(), p.before()))
                        .toList(),
                coming,
                viewer);
        parents.look(plans.stream().anyMatch(p -> p.before() != null) ? above : Set.of());
        contacts.look(talked);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < plans.size(); i++) outcomes.add(outcome(plans.get(i), checked.get(i)));
        register.insert(fresh, viewer);
        register.update(changes, viewer);
        var touched = contacts.save();
        fresh.forEach(f -> touched.add(f.id()));
        changes.keySet().forEach(c -> touched.add(c.id()));
        traits.refresh(touched);
        return outcomes;
    }

    private Outcome outcome(Plan plan, Checked checked) {
        if (plan.again() && left.contains(plan.id())) {
            return new Outcome.Refused(List.of(FieldProblem.of("name", "customer-first-row")));
        }
        var command = checked.command();
        var problems = new ArrayList<>(plan.problems());
        if (!plan.again() && problems.isEmpty()) problems.addAll(checked.problems());
        var contact = plan.says().contact().map(c -> contacts.check(c, command.country()));
        contact.ifPresent(c -> problems.addAll(c.problems()));
        if (!plan.again() && problems.isEmpty()) parentProblem(plan, command).ifPresent(problems::add);
        if (problems.isEmpty() && plan.known() != null) return leave(plan, new Outcome.Skipped(plan.known()));
        boolean news = false;
        if (problems.isEmpty() && contact.isPresent()) {
            var told = contacts.tell(plan.id(), contact.get().command());
            if (told.problem() != null) problems.add(told.problem());
            news = told.isNew();
        }
        if (!problems.isEmpty()) return leave(plan, new Outcome.Refused(List.copyOf(new HashSet<>(problems))));
        if (plan.again()) return news ? new Outcome.Updated(plan.id()) : twice();
        if (plan.before() == null) {
            fresh.add(register.entry(plan.id(), command, createdAt(plan.row())));
            return new Outcome.Created(plan.id());
        }
        changes.put(plan.before(), command);
        return new Outcome.Updated(plan.id());
    }

    /** In this batch the parent may have been refused since the row was read, or the two may stand above each other. */
    private Optional<FieldProblem> parentProblem(Plan plan, SaveCustomer command) {
        var parent = command.parent();
        var text = plan.row().text("parent");
        if (parent == null || text == null) return Optional.empty();
        if (neverMade.contains(parent)) {
            return Optional.of(FieldProblem.of("parent", "customer-parent-refused", text));
        }
        return parents.closesCircle(plan.id(), parent)
                ? Optional.of(FieldProblem.of("parent", "customer-cycle"))
                : Optional.empty();
    }

    private Outcome leave(Plan plan, Outcome outcome) {
        if (plan.again()) return outcome;
        taken.drop(plan.keys(), plan.id());
        left.add(plan.id());
        if (plan.before() == null) neverMade.add(plan.id());
        return outcome;
    }

    private static Outcome twice() {
        return new Outcome.Skipped(FieldProblem.of("name", "customer-twice"));
    }

    private @Nullable Instant createdAt(ImportRow row) {
        return Optional.ofNullable(row.date("createdAt"))
                .map(viewer.calendar()::start)
                .orElse(null);
    }
}
