package zhanggui.handovers;

import static zhanggui.people.Holding.NOT_ALLOWED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.people.Handing;
import zhanggui.people.Holding;
import zhanggui.people.Holding.Held;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Applies the rules of a plan to what somebody has in hand. */
@Component
class Allotment {
    private final List<Holding> holdings;
    private final Handing handing;
    private final Lists lists;
    private final FieldGuard guard;
    private final JsonMapper mapper;

    Allotment(List<Holding> holdings, Handing handing, Lists lists, FieldGuard guard, JsonMapper mapper) {
        this.holdings =
                holdings.stream().sorted(Comparator.comparing(Holding::place)).toList();
        this.handing = handing;
        this.lists = lists;
        this.guard = guard;
        this.mapper = mapper;
    }

    List<Holding> holdings() {
        return holdings;
    }

    Holding holding(String name) {
        return holdings.stream().filter(h -> h.name().equals(name)).findFirst().orElseThrow();
    }

    /** @throws Refused where the plan speaks of what there is not, or of people who cannot be given anything */
    List<Portion> of(Plan plan, Viewer viewer) {
        check(plan);
        var customers = new HashMap<UUID, UUID>();
        var portions = new ArrayList<Portion>();
        for (var kind : holdings) {
            var portion = portion(kind, plan, customers, viewer);
            portions.add(portion);
            if (kind.name().equals("customers")) customers.putAll(portion.heirs());
        }
        return portions;
    }

    private void check(Plan plan) {
        var heirs = new HashSet<UUID>();
        var problems = new ArrayList<FieldProblem>();
        for (var rule : plan.rules()) {
            heirs.addAll(rule.heirs());
            if (holdings.stream().noneMatch(h -> h.name().equals(rule.kind()))) {
                problems.add(FieldProblem.of("plan.rules", "unknown", rule.kind()));
            }
            if (Set.copyOf(rule.heirs()).size() < rule.heirs().size()) {
                problems.add(FieldProblem.of("plan.rules", "taken", ""));
            }
        }
        if (heirs.contains(plan.leaver())) problems.add(FieldProblem.of("plan.rules", "handover-self"));
        var present = handing.present(heirs);
        heirs.stream()
                .filter(heir -> !present.contains(heir))
                .forEach(heir -> problems.add(FieldProblem.of("plan.rules", "unknown", heir)));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    private Portion portion(Holding kind, Plan plan, Map<UUID, UUID> customers, Viewer viewer) {
        var all = kind.of(plan.leaver(), viewer.language());
        var barred = barred(kind, all, viewer);
        var left = new LinkedHashMap<UUID, Held>();
        all.stream().filter(held -> !barred.containsKey(held.id())).forEach(held -> left.put(held.id(), held));
        var heirs = new HashMap<UUID, UUID>();
        for (var rule : plan.rules()) {
            if (!rule.kind().equals(kind.name()) || left.isEmpty()) continue;
            var chosen = chosen(kind, rule.filter(), plan.leaver(), left, viewer);
            if (rule.withCustomer()) {
                for (var held : chosen) {
                    var heir = held.customer() == null ? null : customers.get(held.customer());
                    if (heir != null) heirs.put(held.id(), heir);
                }
            }
            var rest = chosen.stream()
                    .filter(held -> !heirs.containsKey(held.id()))
                    .toList();
            if (!rule.heirs().isEmpty()) {
                Dealing.evenly(rest, rule.heirs()).forEach((held, heir) -> heirs.put(held.id(), heir));
            }
            heirs.keySet().forEach(left::remove);
        }
        return new Portion(kind, all, barred, Map.copyOf(heirs));
    }

    private Map<UUID, String> barred(Holding kind, List<Held> all, Viewer viewer) {
        var barred = new HashMap<UUID, String>();
        var closed = !guard.isImportable(kind.list(), kind.field(), viewer);
        for (var held : all) {
            if (!kind.isGivenBy(viewer, held.owner())) barred.put(held.id(), NOT_ALLOWED);
            else if (closed) barred.put(held.id(), Handovers.FIELD_CLOSED);
        }
        return barred;
    }

    private List<Held> chosen(
            Holding kind, @Nullable JsonNode filter, UUID leaver, Map<UUID, Held> left, Viewer viewer) {
        if (filter == null || filter.isNull()) return List.copyOf(left.values());
        if (!kind.isFiltered()) throw Refused.invalid("plan.rules", "unknown", kind.name());
        var theirs = mapper.createObjectNode();
        theirs.putArray("all")
                .add(filter)
                .addObject()
                .put("column", "owner")
                .put("operator", "IS")
                .putArray("values")
                .add(leaver.toString());
        var list = lists.find(kind.list(), viewer);
        var found = Set.copyOf(
                lists.select(list, new Selection(List.of(), theirs, null, true), viewer, list.readPermission()));
        return left.values().stream().filter(held -> found.contains(held.id())).toList();
    }
}
