package zhanggui.imports;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static zhanggui.imports.db.Tables.ROW;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.imports.db.tables.records.RowRecord;
import zhanggui.problems.FieldProblem;

/** What became of the rows of an import, in the order of the file. */
@Repository
@Transactional(readOnly = true)
class RowStore {
    private static final TypeReference<List<FieldProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper mapper;

    RowStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    List<RowOutcome> page(UUID id, RowOutcome.Kind outcome, int page, int size) {
        return db.selectFrom(ROW)
                .where(of(id, outcome))
                .orderBy(ROW.LINE)
                .limit(size)
                .offset((page - 1L) * size)
                .fetch(this::read);
    }

    int count(UUID id, RowOutcome.Kind outcome) {
        return db.fetchCount(ROW, of(id, outcome));
    }

    void each(UUID id, RowOutcome.Kind outcome, Consumer<RowOutcome> rows) {
        try (var cursor = db.selectFrom(ROW)
                .where(of(id, outcome))
                .orderBy(ROW.LINE)
                .fetchSize(1000)
                .fetchLazy()) {
            for (var row : cursor) rows.accept(read(row));
        }
    }

    /** How many cells the widest of these rows has. */
    int width(UUID id, RowOutcome.Kind outcome) {
        return db.select(coalesce(max(field("jsonb_array_length({0})", Integer.class, ROW.CELLS)), val(0)))
                .from(ROW)
                .where(of(id, outcome))
                .fetchSingle()
                .value1();
    }

    private static Condition of(UUID id, RowOutcome.Kind outcome) {
        return ROW.IMPORT_ID.eq(id).and(ROW.OUTCOME.eq(outcome.name()));
    }

    private RowOutcome read(RowRecord r) {
        return new RowOutcome(
                r.getLine(),
                RowOutcome.Kind.valueOf(r.getOutcome()),
                mapper.readValue(r.getProblems().data(), PROBLEMS),
                mapper.readValue(r.getCells().data(), CELLS));
    }
}
