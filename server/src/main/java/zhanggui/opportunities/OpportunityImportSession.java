package zhanggui.opportunities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.opportunities.ImportedOpportunity.Reading;
import zhanggui.opportunities.OpportunityStore.Arrival;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.problems.FieldProblem;
import zhanggui.products.ListPrices;
import zhanggui.rates.Rates.Wanted;

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
        ground.register().bring(batch.arrivals, "imported", viewer);
        ground.register().save(batch.changed, batch.before, "imported", viewer);
        ground.register().created(batch.created, batch.createdBefore, viewer);
        seen.addAll(batch.ids);
        return outcomes;
    }

    private ImportLookups lookups(List<ImportRow> rows, Collection<Stored> stored) {
        var products = ids(rows, "product");
        var currencies = new HashSet<>(Set.of(currency));
        stored.forEach(s -> currencies.add(s.opportunity().details().currency()));
        for (var row : rows) {
            var given = row.text("currency");
            if (given != null) currencies.add(given.strip().toUpperCase(Locale.ROOT));
        }
        var prices = new HashMap<String, ListPrices>();
        for (var one : currencies) prices.put(one, ground.products().prices(products, one));
        return new ImportLookups(
                viewer,
                now,
                pipelines,
                currency,
                ground.readable(ids(rows, "customer"), viewer),
                ground.wording().people(ids(rows, "owner")),
                ground.products().names(products),
                ground.standing().retired(products),
                prices,
                ground.rates().on(wanted(rows, stored)),
                ground.fields(),
                ground.fields().check("opportunities", viewer),
                ground.validator());
    }

    /** The rates that may be taken: none where all is in the company's currency. */
    private Set<Wanted> wanted(List<ImportRow> rows, Collection<Stored> stored) {
        var wanted = new HashSet<Wanted>();
        var closed = new HashSet<LocalDate>(Set.of(now.today()));
        var foreign = new HashSet<String>();
        for (var one : stored) {
            var details = one.opportunity().details();
            var on = one.opportunity().closedOn();
            if (details.currency().equals(currency)) continue;
            foreign.add(details.currency());
            if (on != null) closed.add(on);
        }
        for (var row : rows) {
            var given = row.text("currency");
            var on = row.date("closedOn");
            if (given != null) foreign.add(given.strip().toUpperCase(Locale.ROOT));
            if (on != null) closed.add(on);
        }
        foreign.remove(currency);
        for (var one : foreign) closed.forEach(day -> wanted.add(new Wanted(one, day)));
        return wanted;
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
        final Map<Opportunity, Instant> created = new LinkedHashMap<>();
        final Map<UUID, Instant> createdBefore = new HashMap<>();
        final Set<String> ids = new HashSet<>();
        private final ImportLookups known;
        private final Map<String, UUID> external;
        private final Map<UUID, Stored> stored;
        private final Set<UUID> reached;
        private final List<UUID> newIds;

        Batch(List<ImportRow> rows) {
            external = new HashMap<>(ground.store()
                    .byExternalId(rows.stream()
                            .map(r -> r.text("externalId"))
                            .filter(Objects::nonNull)
                            .toList()));
            if (!external.isEmpty()) ground.store().lock(external.values());
            stored = ground.store().find(external.values());
            known = lookups(rows, stored.values());
            reached = external.isEmpty()
                    ? Set.of()
                    : ground.reach().reached(external.values(), viewer, OpportunityReach.EDIT);
            newIds = ground.store().newIds(rows.size());
        }

        Outcome take(ImportRow row) {
            var externalId = row.text("externalId");
            if (externalId != null && (seen.contains(externalId) || !ids.add(externalId))) {
                return refused("twice", externalId);
            }
            var id = externalId == null ? null : external.get(externalId);
            if (id != null && !reached.contains(id)) return refused("out-of-reach");
            var old = id == null ? null : stored.get(id);
            return switch (ImportedOpportunity.read(row, known, old, newIds.removeLast())) {
                case Reading.Wrong(var problems) -> new Outcome.Refused(problems);
                case Reading.Understood(var opportunity, var createdAt) ->
                    old == null ? arrive(opportunity, externalId, createdAt) : update(old, opportunity, createdAt);
            };
        }

        private Outcome arrive(Opportunity opportunity, @Nullable String externalId, Instant createdAt) {
            arrivals.add(new Arrival(opportunity, externalId, createdAt));
            return new Outcome.Created(opportunity.id());
        }

        private Outcome update(Stored old, Opportunity opportunity, Instant createdAt) {
            var sameBeginning = createdAt.equals(old.createdAt());
            if (opportunity.equals(old.opportunity()) && sameBeginning) {
                return new Outcome.Skipped(FieldProblem.of("externalId", "unchanged"));
            }
            before.put(opportunity.id(), old.opportunity());
            changed.add(opportunity);
            if (!sameBeginning) {
                created.put(opportunity, createdAt);
                createdBefore.put(opportunity.id(), old.createdAt());
            }
            return new Outcome.Updated(opportunity.id());
        }

        private static Outcome refused(String code, Object... arguments) {
            return new Outcome.Refused(List.of(FieldProblem.of("externalId", code, arguments)));
        }
    }
}
