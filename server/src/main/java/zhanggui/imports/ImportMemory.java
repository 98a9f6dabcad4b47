package zhanggui.imports;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static zhanggui.imports.db.Tables.DECISION;
import static zhanggui.imports.db.Tables.HEADING;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.imports.Spec.Action;
import zhanggui.imports.Spec.ValueDecision;

/** What people said in imports that went through, so that they need not say it again. */
@Repository
class ImportMemory {
    private final DSLContext db;

    ImportMemory(DSLContext db) {
        this.db = db;
    }

    /** By normal heading the field it was mapped to; empty where it was left out. */
    Map<String, String> headings(String kind, List<String> headings) {
        var normal = headings.stream().map(Likeness::normal).distinct().toArray(String[]::new);
        var remembered = new HashMap<String, String>();
        db.selectFrom(HEADING)
                .where(HEADING.KIND.eq(kind), HEADING.HEADING_.eq(any(normal)))
                .forEach(r -> remembered.put(r.getHeading(), r.getField() == null ? "" : r.getField()));
        return remembered;
    }

    Map<String, ValueDecision> decisions(String kind, String field, Collection<String> texts) {
        if (texts.isEmpty()) return Map.of();
        return db.selectFrom(DECISION)
                .where(
                        DECISION.KIND.eq(kind),
                        DECISION.FIELD.eq(field),
                        DECISION.TEXT.eq(any(texts.toArray(String[]::new))))
                .fetchMap(
                        r -> r.getText(),
                        r -> new ValueDecision(Action.valueOf(r.getAction()), r.getValue(), r.getLabel()));
    }

    void remember(String kind, List<String> headings, Spec spec) {
        for (int i = 0; i < headings.size(); i++) {
            var heading = Likeness.normal(headings.get(i));
            if (!heading.isEmpty()) heading(kind, heading, spec.mapping().get(i));
        }
        spec.decisions()
                .forEach((field, texts) -> texts.forEach((text, decision) -> {
                    if (!text.equals(Spec.OTHERS)) decision(kind, field, text, decision);
                }));
    }

    private void heading(String kind, String heading, @org.jspecify.annotations.Nullable String field) {
        db.insertInto(HEADING, HEADING.KIND, HEADING.HEADING_, HEADING.FIELD)
                .values(kind, heading, field)
                .onConflict(HEADING.KIND, HEADING.HEADING_)
                .doUpdate()
                .set(HEADING.FIELD, excluded(HEADING.FIELD))
                .execute();
    }

    private void decision(String kind, String field, String text, ValueDecision decision) {
        db.insertInto(
                        DECISION,
                        DECISION.KIND,
                        DECISION.FIELD,
                        DECISION.TEXT,
                        DECISION.ACTION,
                        DECISION.VALUE,
                        DECISION.LABEL)
                .values(
                        kind,
                        field,
                        text,
                        decision.action().name(),
                        decision.action() == Action.USE ? decision.value() : null,
                        decision.label())
                .onConflict(DECISION.KIND, DECISION.FIELD, DECISION.TEXT)
                .doUpdate()
                .set(DECISION.ACTION, excluded(DECISION.ACTION))
                .set(DECISION.VALUE, excluded(DECISION.VALUE))
                .set(DECISION.LABEL, excluded(DECISION.LABEL))
                .execute();
    }
}
