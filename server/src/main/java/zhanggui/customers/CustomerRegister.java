package zhanggui.customers;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.choices.Choice;
import zhanggui.choices.Choices;
import zhanggui.company.CompanySettings;
import zhanggui.customers.CustomerStore.Entry;
import zhanggui.customfields.CustomFields;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;

/**
 * Checks and stores any number of customers by the same few statements; the screens' commands are the case of one. The
 * caller has looked at rights and brings the traits up to date afterwards.
 */
@Component
class CustomerRegister {
    private final CustomerStore store;
    private final Choices choices;
    private final CustomFields fields;
    private final Validator validator;
    private final CompanySettings company;
    private final Audit audit;
    private final Clock clock;

    CustomerRegister(
            CustomerStore store,
            Choices choices,
            CustomFields fields,
            Validator validator,
            CompanySettings company,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.choices = choices;
        this.fields = fields;
        this.validator = validator;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param before what the command changes; absent when it makes something new
     */
    record Draft(SaveCustomer command, @Nullable CustomerState before) {}

    /** A command in stored form, and why it may not be stored. */
    record Checked(SaveCustomer command, List<FieldProblem> problems) {}

    /** In the order of the drafts. What was stored before is not questioned again. */
    List<Checked> check(List<Draft> drafts, Viewer viewer) {
        return check(drafts, Set.of(), viewer);
    }

    /** @param coming customers that may be named as parents though they are not stored yet */
    List<Checked> check(List<Draft> drafts, Set<UUID> coming, Viewer viewer) {
        var industries = codes(CustomerChoices.INDUSTRIES);
        var sources = codes(CustomerChoices.SOURCES);
        var people = store.people(ids(drafts, SaveCustomer::owner));
        var parents = new HashSet<>(
                store.reached(ids(drafts, SaveCustomer::parent), viewer, CustomerDirectory.READ_PERMISSION));
        parents.addAll(coming);
        var home = home();
        var custom = fields.check("customers", viewer);
        var checked = new ArrayList<Checked>();
        for (var draft : drafts) {
            var cleaned = draft.command().cleaned(home);
            var command = cleaned.command();
            var was = draft.before() == null ? null : draft.before().asCommand();
            var problems = new ArrayList<>(cleaned.problems());
            problems.addAll(Violations.of(command, validator));
            known("industry", command, was, SaveCustomer::industry, industries, problems);
            known("source", command, was, SaveCustomer::source, sources, problems);
            known("owner", command, was, SaveCustomer::owner, people, problems);
            known("parent", command, was, SaveCustomer::parent, parents, problems);
            var before = draft.before();
            var values = custom.check(
                    command.custom(), before == null ? null : before.custom().stored(), command.facts());
            problems.addAll(values.problems());
            checked.add(new Checked(command.with(values.values()), problems));
        }
        return checked;
    }

    /** Where telephone numbers belong that say nothing of their country. */
    String home() {
        return Phones.home(company.get().currency());
    }

    List<UUID> newIds(int count) {
        return store.newIds(count);
    }

    /** @param createdAt when it became a customer, where that was not now */
    Entry entry(UUID id, SaveCustomer command, @Nullable Instant createdAt) {
        return new Entry(id, command, createdAt == null ? clock.instant() : createdAt);
    }

    void insert(List<Entry> entries, Viewer viewer) {
        if (entries.isEmpty()) return;
        store.insert(entries, viewer.id());
        var states = byId(store.states(entries.stream().map(Entry::id).toList()));
        audit.record(
                viewer,
                "created",
                entries.stream()
                        .map(e -> Objects.requireNonNull(states.get(e.id())))
                        .map(s -> new Audit.Changed(s.subject(), null, s.logged()))
                        .toList());
    }

    /** Changes only what differs; a customer that stays as it is keeps its version. */
    void update(Map<CustomerState, SaveCustomer> wanted, Viewer viewer) {
        var changes = new LinkedHashMap<CustomerState, SaveCustomer>();
        wanted.forEach((before, command) -> {
            if (!same(before.asCommand(), command)) changes.put(before, command);
        });
        if (changes.isEmpty()) return;
        store.update(changes, clock.instant());
        var after = byId(
                store.states(changes.keySet().stream().map(CustomerState::id).toList()));
        changed(changes.keySet(), after, "changed", viewer);
    }

    void changed(Collection<CustomerState> before, Map<UUID, CustomerState> after, String action, Viewer viewer) {
        changed(before, after, action, Map.of(), viewer);
    }

    /** @param beside what each history says too */
    void changed(
            Collection<CustomerState> before,
            Map<UUID, CustomerState> after,
            String action,
            Map<String, ?> beside,
            Viewer viewer) {
        audit.record(
                viewer,
                action,
                before.stream()
                        .map(b -> {
                            var now = Objects.requireNonNull(after.get(b.id()));
                            return new Audit.Changed(now.subject(), b.logged(), now.logged());
                        })
                        .toList(),
                beside);
    }

    static Map<UUID, CustomerState> byId(List<CustomerState> states) {
        return states.stream().collect(Collectors.toMap(CustomerState::id, Function.identity()));
    }

    Validator validator() {
        return validator;
    }

    private static boolean same(SaveCustomer a, SaveCustomer b) {
        var x = a.annualRevenue();
        var y = b.annualRevenue();
        boolean revenue = x == null ? y == null : y != null && x.compareTo(y) == 0;
        return revenue && a.comparable().equals(b.comparable());
    }

    private static <V> void known(
            String field,
            SaveCustomer command,
            @Nullable SaveCustomer was,
            Function<SaveCustomer, @Nullable V> of,
            Set<V> known,
            List<FieldProblem> problems) {
        var value = of.apply(command);
        if (value == null || known.contains(value) || (was != null && value.equals(of.apply(was)))) return;
        problems.add(FieldProblem.of(field, "unknown", value));
    }

    private Set<String> codes(String list) {
        return choices.of(list).stream().map(Choice::code).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<Draft> drafts, Function<SaveCustomer, @Nullable UUID> of) {
        return drafts.stream()
                .map(d -> of.apply(d.command()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    Map<UUID, CustomerState> states(Collection<UUID> ids) {
        return ids.isEmpty() ? new HashMap<>() : byId(store.states(ids));
    }
}
