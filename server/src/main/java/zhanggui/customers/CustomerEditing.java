package zhanggui.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;

/** Customers a field at a time. */
@Component
class CustomerEditing implements Deleting {
    private final Customers customers;

    CustomerEditing(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String list() {
        return "customers";
    }

    /** An external id that is left out stays; one that is said to be none goes. */
    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        var before = customers.locked(id, viewer, CustomerDirectory.EDIT_PERMISSION);
        var command = changes.in(before.asCommand());
        var cleared = changes.mention("externalId") && command.externalId() == null;
        customers.edit(id, cleared ? command.keeping(command.owner(), "") : command, viewer);
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        customers.delete(id, viewer);
    }
}
