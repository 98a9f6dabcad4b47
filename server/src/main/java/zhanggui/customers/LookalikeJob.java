package zhanggui.customers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.customers.LookalikeStore.Lookalike;
import zhanggui.customers.LookalikeStore.Pair;
import zhanggui.customers.LookalikeStore.Table;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/**
 * Searches all customers and contacts for those that may be one. Two customers are compared when they share a normalised
 * name, a brand, a telephone line or a domain that few others have.
 */
@Component
class LookalikeJob implements JobKind {
    static final String NAME = "duplicates";

    /** From here on two are worth a look. */
    private static final int LEAST = 60;

    private final LookalikeStore store;
    private final TraitStore traits;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LookalikeJob(LookalikeStore store, TraitStore traits, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.traits = traits;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isAwaited() {
        return true;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        run.viewer().require(Customers.DELETE_PERMISSION);
        transaction.executeWithoutResult(status -> {
            var at = clock.instant();
            var counts = new int[2];
            store.sharing(pairs -> {
                var alike = alike(pairs);
                store.keep(Table.CUSTOMERS, alike, at);
                counts[0] += pairs.size();
                counts[1] += alike.size();
                run.progress(counts[0], 0);
            });
            store.forget(Table.CUSTOMERS, at);
            var contacts =
                    store.contacts().stream().filter(l -> l.score() >= LEAST).toList();
            for (int from = 0; from < contacts.size(); from += 1000) {
                store.keep(Table.CONTACTS, contacts.subList(from, Math.min(contacts.size(), from + 1000)), at);
            }
            store.forget(Table.CONTACTS, at);
            run.done(Map.of("found", counts[1] + contacts.size()));
        });
    }

    private List<Lookalike> alike(List<Pair> pairs) {
        var ids = new HashSet<UUID>();
        pairs.forEach(p -> ids.addAll(List.of(p.first(), p.second())));
        var known = traits.of(ids);
        var alike = new ArrayList<Lookalike>();
        for (var pair : pairs) {
            var resemblance = Resemblance.of(
                    known.getOrDefault(pair.first(), Set.of()), known.getOrDefault(pair.second(), Set.of()));
            if (resemblance.score() < LEAST) continue;
            alike.add(new Lookalike(
                    pair,
                    resemblance.score(),
                    resemblance.reasons().stream().map(Enum::name).toList()));
        }
        return alike;
    }
}
