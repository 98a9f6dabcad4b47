package zhanggui.webhooks;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;

/** Where messages go, and how they fared. */
@RestController
@RequestMapping("/api/webhooks")
@PreAuthorize("hasAuthority('webhooks:manage')")
class WebhookController {
    private static final int PAGE = 30;
    private final Webhooks webhooks;
    private final EndpointStore endpoints;
    private final MessageStore deliveries;
    private final EventTypes types;
    private final CompanySettings companies;

    WebhookController(
            Webhooks webhooks,
            EndpointStore endpoints,
            MessageStore deliveries,
            EventTypes types,
            CompanySettings companies) {
        this.webhooks = webhooks;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.types = types;
        this.companies = companies;
    }

    /** @param silent whether nothing is sent from here, because it is a copy for trying things */
    record WebhookPage(List<Webhook> endpoints, List<EventTypes.EventType> types, boolean silent) {}

    /**
     * @param failingSince since when nothing has arrived
     * @param disabledBecause why it was switched off by itself
     * @param waiting how many messages are to be sent yet
     * @param dead how many were given up
     */
    record Webhook(
            UUID id,
            String name,
            String url,
            List<String> types,
            boolean enabled,
            @Nullable Instant failingSince,
            @Nullable String disabledBecause,
            int waiting,
            int dead,
            int version) {}

    /** @param next what to ask for {@code before} to go on; absent at the end */
    record WebhookDeliveries(
            List<MessageStore.Delivery> deliveries,
            @Nullable UUID next) {}

    record Replayed(int messages) {}

    @GetMapping
    WebhookPage all(Viewer viewer) {
        var counts = deliveries.counts();
        var all = endpoints.all().stream()
                .map(e -> {
                    var count = counts.getOrDefault(e.id(), MessageStore.Counts.NONE);
                    return new Webhook(
                            e.id(),
                            e.name(),
                            e.url(),
                            e.types(),
                            e.enabled(),
                            e.failingSince(),
                            e.disabledBecause(),
                            count.waiting(),
                            count.dead(),
                            e.version());
                })
                .toList();
        var silent = companies.find().map(Company::trialCopy).orElse(false);
        return new WebhookPage(all, types.all(viewer.language()), silent);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Webhooks.NewSecret add(@Valid @RequestBody EnteredEndpoint body, Viewer viewer) {
        return webhooks.add(body, viewer);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @Valid @RequestBody EnteredEndpoint body, Viewer viewer) {
        webhooks.change(id, body, viewer);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        webhooks.remove(id, viewer);
    }

    @PostMapping("/{id}/secret")
    Webhooks.NewSecret renew(@PathVariable UUID id, Viewer viewer) {
        return webhooks.renew(id, viewer);
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(@PathVariable UUID id, Viewer viewer) {
        webhooks.test(id, viewer);
    }

    @GetMapping("/{id}/deliveries")
    WebhookDeliveries deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) MessageStore.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID before) {
        var found = webhooks.deliveries(id, state, before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new WebhookDeliveries(
                shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    @PostMapping("/deliveries/{id}/replay")
    Replayed replay(@PathVariable UUID id, Viewer viewer) {
        return new Replayed(webhooks.replay(id, viewer));
    }

    @PostMapping("/{id}/replay")
    Replayed replayAll(@PathVariable UUID id, Viewer viewer) {
        return new Replayed(webhooks.replayAll(id, viewer));
    }
}
