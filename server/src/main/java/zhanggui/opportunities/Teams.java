package zhanggui.opportunities;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.customers.ContactRemoved;
import zhanggui.listings.Lists;
import zhanggui.opportunities.OpportunityCommands.AssignOpportunities;
import zhanggui.opportunities.OpportunityCommands.EnteredCollaborator;
import zhanggui.opportunities.OpportunityCommands.SetCollaborators;
import zhanggui.opportunities.OpportunityCommands.SetContacts;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Who works on opportunities: owners, collaborators, and the contacts on the customer's side. */
@Service
@Transactional
class Teams {
    private final Opportunities opportunities;
    private final OpportunityStore store;
    private final OpportunityRecords records;
    private final ContactRoles contacts;
    private final Standing standing;
    private final Wording wording;
    private final Lists lists;
    private final Audit audit;

    Teams(
            Opportunities opportunities,
            OpportunityStore store,
            OpportunityRecords records,
            ContactRoles contacts,
            Standing standing,
            Wording wording,
            Lists lists,
            Audit audit) {
        this.opportunities = opportunities;
        this.store = store;
        this.records = records;
        this.contacts = contacts;
        this.standing = standing;
        this.wording = wording;
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * @param changed how many changed hands
     * @param unchanged how many were that person's already
     * @param refused how many of the ticked ones the viewer may not give away
     */
    @Schema(name = "AssignedOpportunities")
    record Assigned(int changed, int unchanged, int refused) {}

    record Collaborators(List<String> collaborators) {}

    /** Gives what was selected to another person, as far as the viewer may give it away. */
    Assigned assign(AssignOpportunities command, Viewer viewer) {
        viewer.require(OpportunityReach.ASSIGN);
        if (!standing.worksHere(command.owner())) {
            throw Refused.invalid("owner", "unknown", command.owner());
        }
        var list = lists.find("opportunities", viewer);
        var selected = lists.select(list, command.selection(), viewer, OpportunityReach.ASSIGN);
        store.lock(selected);
        var before = store.find(selected).values().stream()
                .map(Stored::opportunity)
                .filter(o -> !command.owner().equals(o.owner()))
                .toList();
        store.assign(before.stream().map(Opportunity::id).toList(), command.owner());
        var all = new java.util.ArrayList<>(before);
        before.forEach(o -> all.add(o.ownedBy(command.owner())));
        var names = wording.of(all, viewer.language());
        audit.record(
                viewer,
                "assigned",
                before.stream()
                        .map(o -> new Changed(
                                Wording.subject(o), names.state(o), names.state(o.ownedBy(command.owner()))))
                        .toList());
        var ticked = (int) command.selection().ids().stream().distinct().count();
        return new Assigned(
                before.size(),
                selected.size() - before.size(),
                Math.max(0, ticked == 0 ? 0 : ticked - selected.size()));
    }

    OpportunityPage collaborators(UUID id, SetCollaborators command, Viewer viewer) {
        var opportunity = opportunities.forUpdate(id, command.version(), OpportunityReach.EDIT, viewer);
        if (!OpportunityReach.mayShare(opportunity.owner(), viewer)) throw Refused.notAllowed();
        var wanted = command.collaborators().stream()
                .collect(Collectors.toMap(
                        EnteredCollaborator::person, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        if (opportunity.owner() != null) wanted.remove(opportunity.owner());
        Map<UUID, String> names = wording.people(wanted.keySet());
        for (var person : wanted.keySet()) {
            if (!names.containsKey(person)) {
                throw Refused.invalid(List.of(FieldProblem.of("collaborators", "unknown", person)));
            }
        }
        var before = new Collaborators(records.collaborators(id));
        records.setCollaborators(id, List.copyOf(wanted.values()));
        var after = new Collaborators(records.collaborators(id));
        return touched(opportunity, before, after, viewer);
    }

    OpportunityPage contacts(UUID id, SetContacts command, Viewer viewer) {
        var opportunity = opportunities.forUpdate(id, command.version(), OpportunityReach.EDIT, viewer);
        var before = contacts.of(id);
        contacts.set(id, opportunity.details().customer(), command.contacts(), "contacts");
        var after = contacts.of(id);
        return touched(opportunity, before, after, viewer);
    }

    /** A contact that is deleted plays no part any more, and the opportunities' histories say so. */
    @EventListener
    void removed(ContactRemoved event) {
        var ids = contacts.playing(event.id());
        if (ids.isEmpty()) return;
        store.lock(ids);
        var before = contacts.of(ids);
        contacts.remove(event.id());
        var after = contacts.of(ids);
        ids.forEach(store::touch);
        audit.record(
                event.viewer(),
                "changed",
                store.find(ids).values().stream()
                        .map(Stored::opportunity)
                        .map(o -> new Changed(
                                Wording.subject(o),
                                before.getOrDefault(o.id(), ContactRoles.State.NOBODY),
                                after.getOrDefault(o.id(), ContactRoles.State.NOBODY)))
                        .toList());
    }

    private OpportunityPage touched(Opportunity opportunity, Object before, Object after, Viewer viewer) {
        if (!before.equals(after)) {
            store.touch(opportunity.id());
            audit.changed(viewer, Wording.subject(opportunity), before, after);
        }
        return opportunities.get(opportunity.id(), viewer);
    }
}
