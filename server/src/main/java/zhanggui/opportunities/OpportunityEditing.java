package zhanggui.opportunities;

import java.util.Collections;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;
import zhanggui.opportunities.OpportunityCommands.EnteredDetails;

/** Opportunities a field at a time; through the pipeline they go by moves. */
@Component
class OpportunityEditing implements Deleting {
    private final Opportunities opportunities;

    OpportunityEditing(Opportunities opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public String list() {
        return "opportunities";
    }

    /** An amount that is the sum of the lines stays that unless it is the amount that is changed. */
    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        var before =
                opportunities.forUpdate(id, null, OpportunityReach.EDIT, viewer).details();
        var shown = new HashMap<String, @Nullable Object>();
        shown.put("amount", before.amount());
        var wanted = changes.in(EnteredDetails.of(before), Collections.unmodifiableMap(shown));
        opportunities.edit(id, wanted, null, viewer);
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        opportunities.delete(id, null, viewer);
    }
}
