package zhanggui.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Editing;

/** Customers a field at a time. */
@Component
class CustomerEditing implements Editing {
    private final Customers customers;

    CustomerEditing(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String list() {
        return "customers";
    }

    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        var before = customers.locked(id, viewer, CustomerDirectory.EDIT_PERMISSION);
        customers.edit(id, changes.in(before.asCommand()), viewer);
    }

    @Override
    public String deletePermission() {
        return Customers.DELETE_PERMISSION;
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        customers.delete(id, viewer);
    }
}
