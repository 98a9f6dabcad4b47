package zhanggui.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import zhanggui.access.Viewer;
import zhanggui.bin.Mergeable;

/** Two customers that are one. */
@Component
class CustomerMerging implements Mergeable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final Customers customers;
    private final CustomerStore store;
    private final ContactStore contacts;
    private final TraitStore traits;

    CustomerMerging(Customers customers, CustomerStore store, ContactStore contacts, TraitStore traits) {
        this.customers = customers;
        this.store = store;
        this.contacts = contacts;
        this.traits = traits;
    }

    @Override
    public String list() {
        return "customers";
    }

    /** Locked in one order, whichever is kept, so that two who merge the same pair do not wait for each other. */
    @Override
    public Pair begin(UUID kept, UUID gone, Viewer viewer) {
        store.lock(List.of(kept, gone));
        var stays = customers.locked(kept, viewer, CustomerDirectory.EDIT_PERMISSION);
        var goes = customers.locked(gone, viewer, Customers.DELETE_PERMISSION);
        if (goes.lastFollowedAt() != null) {
            store.followedUp(Map.of(kept, Objects.requireNonNull(goes.lastFollowedAt())));
        }
        var needed = new HashMap<String, JsonNode>();
        // What is kept may belong to what goes; then it belongs to what that belonged to.
        if (store.above(Set.of(kept)).containsKey(gone)) {
            needed.put(
                    "parent",
                    goes.parent() == null
                            ? JSON.nullNode()
                            : JSON.stringNode("" + goes.parent().id()));
        }
        // The next import finds it under the number another system knows it by.
        if (stays.externalId() == null && goes.externalId() != null) {
            needed.put("externalId", JSON.stringNode(goes.externalId()));
        }
        return new Pair(stays.subject(), goes.subject(), goes.owner(), Customers.DELETE_PERMISSION, needed);
    }

    @Override
    public Set<String> staying() {
        return Set.of("customers.trait", "customers.lookalike");
    }

    @Override
    public Map<String, Set<String>> puttingBack() {
        return Map.of("customers.contact", Set.of("main"));
    }

    @Override
    public void beforeTurning(UUID kept, UUID gone) {
        if (contacts.of(kept).stream().anyMatch(ContactState::main)) contacts.noMain(Set.of(gone));
    }

    @Override
    public void merged(UUID kept, UUID gone) {
        traits.refresh(Set.of(kept));
    }

    @Override
    public void parted(UUID kept, UUID gone) {
        traits.refresh(Set.of(kept, gone));
    }
}
