package zhanggui.opportunities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.opportunities.ImportedOpportunity.Reading;
import zhanggui.opportunities.OpportunityStore.Arrival;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.problems.FieldProblem;

/** Takes opportunities in; one whose external id is known is brought up to date. */
final class OpportunityImportSession implements ImportSession {
    private final ImportGround ground;
    private final List<Pipeline> pipelines;
    private final String currency;
    private final Moment now;
    private final Viewer viewer;
    private final Set<String> seen;

    OpportunityImportSession(
            ImportGround ground,
            List<Pipeline> pipelines,
            String currency,
            Moment now,
            Viewer viewer,
            RowMemory memory) {
        this.ground = ground;
        this.pipelines = pipelines;
        this.currency = currency;
        this.now = now;
        this.viewer = viewer;
        this.seen = memory.set();
    }

    @Override
    public List<Outcome> take(List<ImportRow> rows) {
        var batch = new Batch(rows);
        var outcomes = rows.stream().map(batch::take).toList();
        if (!batch.arrivals.isEmpty()) ground.opportunities().bring(batch.arrivals, "imported", viewer);
        if (!batch.changed.isEmpty()) {
            ground.opportunities().save(batch.changed, batch.before, "imported", viewer);
        }
        return outcomes;
    }

    private ImportLookups lookups(List<ImportRow> rows) {
        var products = ids(rows, "product");
        return new ImportLookups(
                viewer,
                now,
                pipelines,
                ground.readable(ids(rows, "customer"), viewer),
                ground.wording().people(ids(rows, "owner")),
                ground.products().names(products),
                ground.products().prices(products, currency));
    }

    private static Set<UUID> ids(List<ImportRow> rows, String key) {
        var ids = new HashSet<UUID>();
        for (var row : rows) {
            var id = row.id(key);
            if (id != null) ids.add(id);
        }
        return ids;
    }

    private final class Batch {
        final List<Arrival> arrivals = new ArrayList<>();
        final List<Opportunity> changed = new ArrayList<>();
        final Map<UUID, Opportunity> before = new LinkedHashMap<>();
        private final ImportLookups known;
        private final Map<String, UUID> external;
        private final Map<UUID, Stored> stored;
        private final Set<UUID> reached;
        private final List<UUID> newIds;

        Batch(List<ImportRow> rows) {
            known = lookups(rows);
            external = new HashMap<>(ground.store()
                    .byExternalId(rows.stream()
                            .map(r -> r.text("externalId"))
                            .filter(Objects::nonNull)
                            .toList()));
            if (!external.isEmpty()) ground.store().lock(external.values());
            stored = ground.store().find(external.values());
            reached = external.isEmpty()
                    ? Set.of()
                    : ground.reach().reached(external.values(), viewer, OpportunityReach.EDIT);
            newIds = ground.store().newIds(rows.size());
        }

        Outcome take(ImportRow row) {
            var externalId = row.text("externalId");
            if (externalId != null && !seen.add(externalId)) return refused("twice", externalId);
            var id = externalId == null ? null : external.get(externalId);
            if (id != null && !reached.contains(id)) return refused("out-of-reach");
            var found = id == null ? null : stored.get(id);
            var old = found == null ? null : found.opportunity();
            return switch (ImportedOpportunity.read(row, known, old, newIds.removeLast())) {
                case Reading.Wrong(var problems) -> new Outcome.Refused(problems);
                case Reading.Understood(var opportunity, var createdAt)
                when old == null -> {
                    arrivals.add(new Arrival(opportunity, externalId, createdAt));
                    yield new Outcome.Created(opportunity.id());
                }
                case Reading.Understood(var opportunity, var createdAt) -> {
                    if (opportunity.equals(old)) {
                        yield new Outcome.Skipped(FieldProblem.of("externalId", "unchanged"));
                    }
                    before.put(opportunity.id(), Objects.requireNonNull(old));
                    changed.add(opportunity);
                    yield new Outcome.Updated(opportunity.id());
                }
            };
        }

        private static Outcome refused(String code, Object... arguments) {
            return new Outcome.Refused(List.of(FieldProblem.of("externalId", code, arguments)));
        }
    }
}
