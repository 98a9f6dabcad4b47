package zhanggui.customers;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;

/** Contacts a field at a time. */
@Component
class ContactEditing implements Deleting {
    private final Contacts contacts;

    ContactEditing(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String list() {
        return "contacts";
    }

    /** An external id that is left out stays; one that is said to be none goes. */
    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        var before = contacts.locked(id, viewer);
        var command = changes.in(before.asCommand());
        var cleared = changes.mention("externalId") && command.externalId() == null;
        contacts.edit(id, cleared ? command.keeping("") : command, viewer);
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        contacts.delete(id, viewer);
    }
}
