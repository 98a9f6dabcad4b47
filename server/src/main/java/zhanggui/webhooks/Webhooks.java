package zhanggui.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.secrets.SecretKey;

/** Enters endpoints, changes them, and sends again what did not arrive. */
@Service
@Transactional
class Webhooks {
    private static final Duration FORMER_COUNTS = Duration.ofHours(24);
    private final EndpointStore store;
    private final MessageStore deliveries;
    private final Messages messages;
    private final EventTypes types;
    private final Guard guard;
    private final Wanted wanted;
    private final SecretKey key;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            EndpointStore store,
            MessageStore deliveries,
            Messages messages,
            EventTypes types,
            Guard guard,
            Wanted wanted,
            SecretKey key,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.messages = messages;
        this.types = types;
        this.guard = guard;
        this.wanted = wanted;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param secret shown this once */
    record NewSecret(UUID id, String secret) {}

    NewSecret add(EnteredEndpoint entered, Viewer viewer) {
        mustHaveKey();
        check(entered);
        var secret = Signature.newSecret();
        var id = store.add(entered, key.encrypt(secret), viewer.id());
        var added = find(id);
        audit.created(viewer, subject(added), added.state());
        wanted.changed();
        return new NewSecret(id, Signature.spoken(secret));
    }

    void change(UUID id, EnteredEndpoint entered, Viewer viewer) {
        var before = find(id);
        check(entered);
        if (entered.version() == null || !store.change(id, entered, entered.version())) {
            throw Refused.stale(before.state());
        }
        audit.changed(viewer, subject(before), before.state(), find(id).state());
        wanted.changed();
    }

    void remove(UUID id, Viewer viewer) {
        var gone = find(id);
        store.remove(id);
        audit.deleted(viewer, subject(gone), gone.state());
        wanted.changed();
    }

    /** The secret before still counts for a day, so that the other side can change over. */
    NewSecret renew(UUID id, Viewer viewer) {
        mustHaveKey();
        var endpoint = find(id);
        var secret = Signature.newSecret();
        store.renew(id, key.encrypt(secret), clock.instant().plus(FORMER_COUNTS));
        audit.did(viewer, "changed", subject(endpoint), Map.of("secret", "•••"));
        return new NewSecret(id, Signature.spoken(secret));
    }

    void test(UUID id, Viewer viewer) {
        var endpoint = find(id);
        messages.storeTest(id);
        audit.did(viewer, "tested", subject(endpoint), Map.of());
    }

    /** Sends one again, whatever became of it. */
    int replay(UUID delivery, Viewer viewer) {
        var endpoint = find(deliveries.endpointOf(delivery).orElseThrow(Refused::notFound));
        return replayed(endpoint, deliveries.again(endpoint.id(), delivery), viewer);
    }

    /** Sends all again that were given up. */
    int replayAll(UUID id, Viewer viewer) {
        var endpoint = find(id);
        return replayed(endpoint, deliveries.again(id, null), viewer);
    }

    private int replayed(Endpoint endpoint, int messages, Viewer viewer) {
        audit.did(viewer, "replayed", subject(endpoint), Map.of("messages", messages));
        return messages;
    }

    @Transactional(readOnly = true)
    List<MessageStore.Delivery> deliveries(
            UUID id, MessageStore.@Nullable State state, @Nullable UUID before, int most) {
        find(id);
        return deliveries.of(id, state, before, most);
    }

    private void mustHaveKey() {
        if (!key.isThere()) throw Refused.because(WebhookReason.NO_KEY);
    }

    private void check(EnteredEndpoint entered) {
        guard.refuses(entered.url()).ifPresent(code -> {
            throw Refused.invalid("url", code, entered.url());
        });
        for (var type : entered.types()) {
            if (!types.isKnown(type)) throw Refused.invalid("types", "unknown", type);
        }
    }

    private Endpoint find(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private static Subject subject(Endpoint endpoint) {
        return new Subject("webhooks", endpoint.id(), endpoint.name());
    }
}
