package zhanggui.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Editing;

/** Contacts a field at a time. */
@Component
class ContactEditing implements Editing {
    private final Contacts contacts;

    ContactEditing(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String list() {
        return "contacts";
    }

    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        var before = contacts.locked(id, viewer);
        contacts.edit(id, changes.in(before.asCommand()), viewer);
    }

    @Override
    public String deletePermission() {
        return CustomerDirectory.EDIT_PERMISSION;
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        contacts.delete(id, viewer);
    }
}
