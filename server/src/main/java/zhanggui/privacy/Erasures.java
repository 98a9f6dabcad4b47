package zhanggui.privacy;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Erasing;
import zhanggui.audit.Predecessors;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.bin.Catalog;
import zhanggui.jobs.Jobs;
import zhanggui.privacy.ErasurePreview.Found;
import zhanggui.privacy.ErasurePreview.Going;
import zhanggui.privacy.ErasurePreview.PassageView;
import zhanggui.privacy.ErasureStore.Known;
import zhanggui.privacy.ErasureView.Remains;
import zhanggui.privacy.PersonalWord.Kind;
import zhanggui.privacy.Sweeper.Passage;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/**
 * Erasing contacts 抹除个人数据. The contact goes, with what is only about it; what it had a part in stays, without it. Its
 * name is replaced in the texts and histories around its customer, its numbers and addresses wherever they stand.
 */
@Service
@Transactional
class Erasures {
    static final String CONTACTS = "contacts";
    static final String ERASE = "privacy:erase";
    private static final int MOST_PASSAGES = 100;
    private static final int AROUND = 40;
    /** Where numbers belong that say nothing of their country. */
    static final String HOME = "CN";

    private final ErasureStore store;
    private final Records records;
    private final Surroundings surroundings;
    private final Sweeper sweeper;
    private final Erasing erasing;
    private final Catalog catalog;
    private final Jobs jobs;
    private final Audit audit;
    private final Texts texts;
    private final ObjectProvider<Predecessors> predecessors;

    Erasures(
            ErasureStore store,
            Records records,
            Surroundings surroundings,
            Sweeper sweeper,
            Erasing erasing,
            Catalog catalog,
            Jobs jobs,
            Audit audit,
            Texts texts,
            ObjectProvider<Predecessors> predecessors) {
        this.store = store;
        this.records = records;
        this.surroundings = surroundings;
        this.sweeper = sweeper;
        this.erasing = erasing;
        this.catalog = catalog;
        this.jobs = jobs;
        this.audit = audit;
        this.texts = texts;
        this.predecessors = predecessors;
    }

    /** @param words absent for those that the contact itself tells */
    @Transactional(readOnly = true)
    ErasurePreview preview(UUID contact, @Nullable List<PersonalWord> words, Viewer viewer) {
        editable(contact, viewer);
        var known = store.contact(contact).orElseThrow(Refused::notFound);
        var wanted = words == null ? words(known) : words;
        var wording = Wording.of(wanted, HOME);
        var passages = new ArrayList<Passage>();
        var own = catalog.table(table());
        var around = around(own, known.customer());
        wording.ifPresent(w -> around.rows().forEach((table, rows) -> {
            passages.addAll(sweeper.find(table, others(table, rows, contact), w, MOST_PASSAGES + 1));
        }));
        var tables = byTable();
        var views = passages.stream()
                .limit(MOST_PASSAGES)
                .map(p -> view(p, wording.orElseThrow(), tables, viewer))
                .toList();
        var found = wanted.stream()
                .map(word -> new Found(word.text(), word.kind(), number(word, passages)))
                .toList();
        return new ErasurePreview(
                contact,
                known.name(),
                known.customer(),
                known.customerName(),
                found,
                goes(own, contact, viewer),
                erasing.count(CONTACTS, self(contact), null),
                views,
                passages.size() > MOST_PASSAGES,
                openDeals(contact));
    }

    /** Rows but for the contact's own, which goes as it is. */
    Condition others(String table, Condition rows, UUID contact) {
        return table.equals(table())
                ? rows.and(field(name("t", "id"), SQLDataType.UUID).ne(contact))
                : rows;
    }

    private int number(PersonalWord word, List<Passage> passages) {
        return Wording.of(List.of(word), HOME)
                .map(one ->
                        (int) passages.stream().filter(p -> one.finds(p.text())).count())
                .orElse(0);
    }

    private List<Going> goes(Catalog.Table own, UUID contact, Viewer viewer) {
        var going = new ArrayList<Going>();
        surroundings.of(own.name(), contact).rows().forEach((table, rows) -> {
            if (table.equals(own.name())) return;
            var number = sweeper.count(table, rows);
            if (number > 0) going.add(new Going(label(table, byTable(), viewer), number));
        });
        return going;
    }

    private int openDeals(UUID contact) {
        return sweeper.count(
                "opportunities.opportunity",
                condition(
                        "t.outcome = 'OPEN' and exists (select from opportunities.contact_role r"
                                + " where r.opportunity_id = t.id and r.contact_id = {0})",
                        val(contact)));
    }

    private PassageView view(Passage passage, Wording wording, Map<String, String> tables, Viewer viewer) {
        var text = passage.text().replaceAll("\\s+", " ");
        var match = wording.compiled().matcher(text);
        var list = tables.get(passage.table());
        var label = label(passage.table(), tables, viewer);
        var id = list == null ? null : UUID.fromString(passage.key());
        if (!match.find()) return new PassageView(label, list, id, "", text, "");
        var from = Math.max(0, match.start() - AROUND);
        var to = Math.min(text.length(), match.end() + AROUND);
        return new PassageView(
                label,
                list,
                id,
                (from > 0 ? "…" : "") + text.substring(from, match.start()),
                match.group(),
                text.substring(match.end(), to) + (to < text.length() ? "…" : ""));
    }

    /** @return the id of the erasure */
    UUID start(UUID contact, Erase asked, Viewer viewer) {
        return start(contact, asked, false, viewer);
    }

    UUID start(UUID contact, Erase asked, boolean byRule, Viewer viewer) {
        viewer.require(ERASE);
        editable(contact, viewer);
        var known = store.contact(contact).orElseThrow(Refused::notFound);
        try {
            var id = store.add(known, asked, byRule, viewer.id());
            run(id, viewer);
            return id;
        } catch (DuplicateKeyException e) {
            throw Refused.because(ErasureReasons.RUNNING);
        }
    }

    /** Goes on where one stopped. */
    void resume(UUID id, Viewer viewer) {
        viewer.require(ERASE);
        var state = store.locked(id).orElseThrow(Refused::notFound);
        if (state == ErasureState.RUNNING) throw Refused.because(ErasureReasons.RUNNING);
        if (state == ErasureState.DONE) throw Refused.because(ErasureReasons.OVER);
        try {
            run(id, viewer);
        } catch (DuplicateKeyException e) {
            throw Refused.because(ErasureReasons.RUNNING);
        }
    }

    private void run(UUID id, Viewer viewer) {
        var number = store.number(id);
        audit.did(viewer, "started", new Subject("erasures", id, number), Map.of());
        var title = texts.get(viewer.language(), "erasure.title", number);
        store.run(id, jobs.start(ErasureJob.KIND, title, Map.of("erasure", id), viewer));
    }

    @Transactional(readOnly = true)
    ErasureView view(UUID id, Viewer viewer) {
        var view = store.view(id).orElseThrow(Refused::notFound);
        var tables = byTable();
        var remains = view.remains().stream()
                .map(r -> new Remains(r.table(), r.key(), label(r.table(), tables, viewer), tables.get(r.table())))
                .toList();
        return new ErasureView(
                view.id(),
                view.number(),
                view.contact(),
                view.reason(),
                view.requestedOn(),
                view.byRule(),
                view.state(),
                view.passages(),
                view.entries(),
                remains,
                view.job(),
                view.message(),
                view.createdBy(),
                view.createdAt(),
                view.endedAt());
    }

    /** What tells of a contact, as the contact itself says. */
    static List<PersonalWord> words(Known contact) {
        return Stream.of(
                        word(contact.name(), Kind.NAME),
                        word(contact.mobile(), Kind.PHONE),
                        word(contact.phone(), Kind.PHONE),
                        word(contact.email(), Kind.EMAIL),
                        word(contact.wechat(), Kind.ACCOUNT))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private static @Nullable PersonalWord word(@Nullable String text, Kind kind) {
        return text == null || text.strip().length() < 2 ? null : new PersonalWord(text.strip(), kind);
    }

    private void editable(UUID contact, Viewer viewer) {
        if (!records.open(CONTACTS, contact, viewer).editable()) throw Refused.notAllowed();
    }

    /** The record itself and those that were merged into it. */
    Set<UUID> self(UUID contact) {
        var all = new LinkedHashSet<UUID>();
        all.add(contact);
        predecessors.forEach(p -> all.addAll(p.of(CONTACTS, contact)));
        return all;
    }

    String table() {
        return Objects.requireNonNull(surroundings.lists().get(CONTACTS));
    }

    /** What belongs to the customer of a contact. */
    Surroundings.Around around(Catalog.Table own, UUID customer) {
        return surroundings.of(catalog.owners(own.name()).keySet().iterator().next(), customer);
    }

    private Map<String, String> byTable() {
        return surroundings.lists().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
    }

    private String label(String table, Map<String, String> tables, Viewer viewer) {
        var list = tables.get(table);
        if (list != null) return texts.get(viewer.language(), list);
        return texts.find(viewer.language(), "stored." + table).orElse(table);
    }
}
