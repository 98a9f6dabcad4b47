package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;

/** Finds opportunities within reach by number, external id, or a name that only one of them has. */
@Component
@Transactional(readOnly = true)
public class OpportunityVocabulary implements Vocabulary {
    private final DSLContext db;

    OpportunityVocabulary(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var ids = new HashMap<String, String>();
        var wanted = any(texts.stream().map(OpportunityVocabulary::word).toArray(String[]::new));
        for (var words : List.of(OPPORTUNITY.NUMBER, OPPORTUNITY.EXTERNAL_ID, OPPORTUNITY.NAME)) {
            var word = lower(words);
            db.select(word, max(OPPORTUNITY.ID.cast(String.class)))
                    .from(OPPORTUNITY)
                    .where(word.eq(wanted))
                    .and(OpportunityReach.SCOPE.of(viewer, OpportunityReach.READ))
                    .groupBy(word)
                    .having(count().eq(1))
                    .forEach(r -> ids.putIfAbsent(r.value1(), r.value2()));
        }
        var found = new HashMap<String, String>();
        for (var text : texts) {
            var id = ids.get(word(text));
            if (id != null) found.put(text, id);
        }
        return found;
    }

    @Override
    public Optional<String> list() {
        return Optional.of("opportunities");
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
