package zhanggui.handovers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.accounts.Accounts;
import zhanggui.handovers.HandoverPreview.Group;
import zhanggui.handovers.HandoverPreview.HandoverKind;
import zhanggui.handovers.HandoverPreview.Heir;
import zhanggui.handovers.HandoverPreview.Obstacle;
import zhanggui.handovers.HandoverPreview.Part;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Page.Money;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Holding;
import zhanggui.people.Holding.Held;
import zhanggui.people.Holding.Tally;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** Tells what a plan would come to, as far as whoever asks may know. */
@Component
class Previews {
    private final Allotment allotment;
    private final HandoverStore store;
    private final Accounts accounts;
    private final Viewers viewers;
    private final FieldGuard guard;
    private final Texts texts;

    Previews(
            Allotment allotment,
            HandoverStore store,
            Accounts accounts,
            Viewers viewers,
            FieldGuard guard,
            Texts texts) {
        this.allotment = allotment;
        this.store = store;
        this.accounts = accounts;
        this.viewers = viewers;
        this.guard = guard;
        this.texts = texts;
    }

    HandoverPreview of(Plan plan, Viewer viewer) {
        var leaver = store.leaver(plan.leaver()).orElseThrow(Refused::notFound);
        var portions = allotment.of(plan, viewer);
        return new HandoverPreview(
                leaver.person(),
                leaver.leftOn(),
                leaver.leftOn() == null && viewer.may("people:edit"),
                viewer.may("accounts:edit") && accounts.signsIn(plan.leaver()),
                portions.stream().map(p -> kind(p, viewer)).toList(),
                heirs(plan, portions, viewer));
    }

    private HandoverKind kind(Portion portion, Viewer viewer) {
        var kind = portion.kind();
        var seen = portion.all().stream()
                .filter(held -> viewer.may(kind.permissions().getFirst(), held.owner()))
                .toList();
        var reasons = new TreeMap<String, Integer>();
        portion.barred().values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        int moving = portion.heirs().size();
        return new HandoverKind(
                kind.name(),
                texts.get(viewer.language(), "holding." + kind.name()),
                kind.list(),
                kind.isFiltered(),
                kind.staysUnlessAsked(),
                portion.all().size(),
                moving,
                portion.all().size() - moving - portion.barred().size(),
                sums(kind, seen, viewer),
                groups(kind, seen, viewer),
                reasons.entrySet().stream()
                        .map(e -> new Obstacle(e.getKey(), reason(e.getKey(), viewer), e.getValue()))
                        .toList());
    }

    String reason(String reason, Viewer viewer) {
        return texts.get(viewer.language(), "holding.stays." + reason);
    }

    private List<Group> groups(Holding kind, List<Held> held, Viewer viewer) {
        var sorted = new LinkedHashMap<String, Map<String, List<Held>>>();
        for (var one : held) {
            one.traits().forEach((trait, label) -> sorted.computeIfAbsent(trait, t -> new LinkedHashMap<>())
                    .computeIfAbsent(label, l -> new ArrayList<>())
                    .add(one));
        }
        var groups = new ArrayList<Group>();
        sorted.forEach((trait, byLabel) -> {
            if (!guard.isAskable(kind.list(), trait, viewer)) return;
            var heading = texts.get(viewer.language(), kind.list() + "." + trait);
            byLabel.forEach((label, those) ->
                    groups.add(new Group(trait, heading, label, those.size(), sums(kind, those, viewer))));
        });
        return groups;
    }

    private List<Money> sums(Holding kind, Collection<Held> held, Viewer viewer) {
        if (!guard.isAskable(kind.list(), "amount", viewer)) return List.of();
        var sums = new TreeMap<String, BigDecimal>();
        for (var one : held) {
            var amount = one.amount();
            if (amount != null) {
                sums.merge(Objects.requireNonNullElse(amount.currency(), ""), amount.amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(e -> new Money(e.getValue(), e.getKey()))
                .toList();
    }

    private List<Heir> heirs(Plan plan, List<Portion> portions, Viewer viewer) {
        var people = new HashSet<UUID>();
        plan.rules().forEach(rule -> people.addAll(rule.heirs()));
        portions.forEach(p -> people.addAll(p.heirs().values()));
        if (people.isEmpty()) return List.of();
        var tallies = new HashMap<String, Map<UUID, Tally>>();
        for (var portion : portions) {
            if (portion.heirs().isEmpty()) continue;
            tallies.put(portion.kind().name(), portion.kind().tally(people));
        }
        return store.names(people).entrySet().stream()
                .map(e -> heir(new Reference(e.getKey(), e.getValue()), portions, tallies, viewer))
                .toList();
    }

    private Heir heir(Reference person, List<Portion> portions, Map<String, Map<UUID, Tally>> tallies, Viewer viewer) {
        var parts = new ArrayList<Part>();
        var lacking = new ArrayList<String>();
        var they = viewers.of(person.id(), new Viewer.Origin(Viewer.Way.JOB, null));
        for (var portion : portions) {
            var kind = portion.kind();
            var gained = portion.moving().stream()
                    .filter(held -> person.id().equals(portion.heirs().get(held.id())))
                    .toList();
            if (gained.isEmpty()) continue;
            var read = kind.permissions().getFirst();
            var known = viewer.may(read, person.id());
            var before = tallies.getOrDefault(kind.name(), Map.of()).getOrDefault(person.id(), new Tally(0, List.of()));
            var sums = guard.isAskable(kind.list(), "amount", viewer) ? before.sums() : List.<Money>of();
            parts.add(new Part(
                    kind.name(),
                    known ? before.number() : null,
                    gained.size(),
                    known ? sums : List.of(),
                    sums(kind, gained, viewer)));
            if (they.isPresent() && !they.get().may(read, person.id())) {
                lacking.add(texts.get(
                        viewer.language(),
                        "handover.warning.reads-not",
                        texts.get(viewer.language(), "holding." + kind.name())));
            }
        }
        if (they.isEmpty()) lacking.add(texts.get(viewer.language(), "handover.warning.no-account"));
        return new Heir(person, lacking, parts);
    }
}
