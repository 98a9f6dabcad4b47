package zhanggui.customers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerMatches.Keys;
import zhanggui.customers.CustomerMatches.Match;
import zhanggui.customers.CustomerMatches.Namesake;
import zhanggui.customfields.CustomFields;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.problems.FieldProblem;

/** One pass over a file of customers: rows are matched, checked and stored by the batch, parents before their children. */
final class CustomerImportSession implements ImportSession {
    private static final String ASSIGN_PERMISSION = "customers:assign";
    private final CustomerMatches matches;
    private final CustomerRegister register;
    private final TraitStore traits;
    private final ImportedContacts contacts;
    private final ImportedParents parents;
    private final KnownElsewhere elsewhere;
    private final TakenCustomers taken;
    private final CustomFields fields;
    private final Viewer viewer;
    private final Set<String> inFile = new HashSet<>();

    CustomerImportSession(
            CustomerMatches matches,
            CustomerRegister register,
            TraitStore traits,
            ImportedContacts contacts,
            ImportedParents parents,
            KnownElsewhere elsewhere,
            TakenCustomers taken,
            CustomFields fields,
            Viewer viewer) {
        this.matches = matches;
        this.register = register;
        this.traits = traits;
        this.contacts = contacts;
        this.parents = parents;
        this.elsewhere = elsewhere;
        this.taken = taken;
        this.fields = fields;
        this.viewer = viewer;
    }

    /**
     * A row with what is to become of it.
     *
     * @param id of the customer it makes, changes, or adds a contact to
     * @param before absent when it makes a new one
     * @param again whether an earlier row of the file has dealt with this customer
     * @param known why it is left out as known already, unless something is wrong with it
     */
    record Plan(
            UUID id,
            Keys keys,
            ImportRow row,
            CustomerRow says,
            @Nullable CustomerState before,
            boolean again,
            List<FieldProblem> problems,
            @Nullable FieldProblem known) {}

    @Override
    public List<ImportRow> before(List<ImportRow> rows) {
        rows.forEach(row -> inFile.addAll(keys(row).certain()));
        elsewhere.before(rows);
        return parents.before(rows);
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        var keys = rows.stream().map(CustomerImportSession::keys).toList();
        var found = matches.of(keys, viewer);
        var alike = elsewhere.of(rows);
        parents.find(rows);
        var ids = register.newIds(rows.size());
        var plans = new ArrayList<Plan>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var plan = plan(row, keys.get(i), found.get(i), ids.get(i), alike.get(row.line()));
            plans.add(plan);
            if (plan.problems().isEmpty() && plan.known() == null) taken.add(plan.keys(), plan.id(), plan.before());
        }
        return new CustomerBatch(plans, register, traits, contacts, parents, taken, viewer).store();
    }

    private static Keys keys(ImportRow row) {
        return Keys.of(row.text("name"), row.text("externalId"), row.text("creditCode"));
    }

    private Plan plan(ImportRow row, Keys keys, Match match, UUID newId, @Nullable FieldProblem alike) {
        var earlier = taken.keyed(keys);
        if (earlier.isPresent()) return again(row, keys, earlier.get());
        if (match instanceof Match.Known(var customer, var byKey) && taken.contains(customer.id())) {
            return again(row, keys, customer.id());
        }
        boolean decided = match instanceof Match.Known(var customer, var byKey) && byKey
                || match instanceof Match.Closed(var why, var keyed) && keyed;
        var named = decided ? List.<UUID>of() : taken.named(keys);
        if (named.size() == 1) return again(row, keys, named.getFirst());
        if (named.size() > 1) {
            return refused(row, keys, newId, FieldProblem.of("name", "customer-ambiguous", keys.entered()));
        }
        return switch (match) {
            case Match.Closed(var why, var byKey) -> refused(row, keys, newId, why);
            case Match.Unknown(var namesakes) -> made(row, keys, newId, known(row, namesakes, alike));
            case Match.Known(var customer, var byKey) -> changed(row, keys, customer);
        };
    }

    private static Plan again(ImportRow row, Keys keys, UUID id) {
        return new Plan(
                id, keys, row, CustomerRow.read(row, SaveCustomer.named(""), Map.of()), null, true, List.of(), null);
    }

    private static Plan refused(ImportRow row, Keys keys, UUID id, FieldProblem why) {
        return new Plan(
                id,
                keys,
                row,
                CustomerRow.read(row, SaveCustomer.named(""), Map.of()),
                null,
                false,
                List.of(why),
                null);
    }

    /** One of the same name counts, unless the file itself tells the two apart by having both. */
    private @Nullable FieldProblem known(ImportRow row, List<Namesake> namesakes, @Nullable FieldProblem alike) {
        if (Boolean.TRUE.equals(row.flag("evenIfDuplicate"))) return null;
        return namesakes.stream()
                .filter(n -> n.keys().certain().stream().noneMatch(inFile::contains))
                .map(Namesake::why)
                .findFirst()
                .orElse(alike);
    }

    private Plan made(ImportRow row, Keys keys, UUID id, @Nullable FieldProblem known) {
        var says = CustomerRow.read(row, SaveCustomer.named("").ownedBy(viewer.id()), fields.told("customers", row));
        var problems = new ArrayList<>(says.problems());
        if (!Customers.mayGive(says.customer().owner(), viewer)) {
            problems.add(FieldProblem.of("owner", "customer-owner"));
        }
        return new Plan(id, keys, row, belonging(row, says, problems), null, false, problems, known);
    }

    private Plan changed(ImportRow row, Keys keys, CustomerState before) {
        var was = before.asCommand();
        var says = CustomerRow.read(row, was, fields.told("customers", row));
        var problems = new ArrayList<>(says.problems());
        if (!Objects.equals(says.customer().owner(), was.owner()) && !viewer.may(ASSIGN_PERMISSION, was.owner())) {
            problems.add(FieldProblem.of("owner", "customer-owner"));
        }
        return new Plan(before.id(), keys, row, belonging(row, says, problems), before, false, problems, null);
    }

    private CustomerRow belonging(ImportRow row, CustomerRow says, List<FieldProblem> problems) {
        var parent = parents.of(row, taken);
        if (parent.problem() != null) problems.add(parent.problem());
        return parent.id() == null
                ? says
                : new CustomerRow(says.customer().under(parent.id()), says.contact(), says.problems());
    }
}
