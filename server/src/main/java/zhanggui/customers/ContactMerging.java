package zhanggui.customers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import zhanggui.access.Viewer;
import zhanggui.bin.Mergeable;
import zhanggui.problems.Refused;

/** Two contacts of one customer that are one person. */
@Component
class ContactMerging implements Mergeable {
    private final Contacts contacts;
    private final ContactStore store;
    private final CustomerStore customers;
    private final TraitStore traits;

    ContactMerging(Contacts contacts, ContactStore store, CustomerStore customers, TraitStore traits) {
        this.contacts = contacts;
        this.store = store;
        this.customers = customers;
        this.traits = traits;
    }

    @Override
    public String list() {
        return "contacts";
    }

    @Override
    public Pair begin(UUID kept, UUID gone, Viewer viewer) {
        boolean inOrder = kept.compareTo(gone) < 0;
        var first = contacts.locked(inOrder ? kept : gone, viewer);
        var second = contacts.locked(inOrder ? gone : kept, viewer);
        var stays = inOrder ? first : second;
        var goes = inOrder ? second : first;
        var customer = stays.customer().id();
        if (!goes.customer().id().equals(customer)) throw Refused.because(CustomerReasons.CONTACTS_APART);
        if (goes.lastFollowedAt() != null) {
            store.followedUp(Map.of(kept, Objects.requireNonNull(goes.lastFollowedAt())));
        }
        var needed = new HashMap<String, JsonNode>();
        if (stays.externalId() == null && goes.externalId() != null) {
            needed.put("externalId", JsonNodeFactory.instance.stringNode(goes.externalId()));
        }
        if (goes.main()) needed.put("main", JsonNodeFactory.instance.booleanNode(true));
        var owner = customers.states(Set.of(customer)).getFirst().owner();
        return new Pair(stays.subject(), goes.subject(), owner, CustomerDirectory.EDIT_PERMISSION, needed);
    }

    @Override
    public Set<String> staying() {
        return Set.of("customers.contact_lookalike");
    }

    @Override
    public void merged(UUID kept, UUID gone) {
        refresh(kept);
    }

    @Override
    public void parted(UUID kept, UUID gone) {
        refresh(kept);
    }

    private void refresh(UUID contact) {
        traits.refresh(Set.copyOf(contacts.customersOf(Set.of(contact)).values()));
    }
}
