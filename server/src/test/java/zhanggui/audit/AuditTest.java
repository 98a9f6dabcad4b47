package zhanggui.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import zhanggui.TestApplication;
import zhanggui.World;

class AuditTest extends TestApplication {
    @Autowired
    Audit audit;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    JdbcTemplate sql;

    record State(String name, @Nullable Integer size, List<String> tags) {}

    @Test
    void onlyWhatChangedIsWrittenDown() {
        var subject = new Subject("things", UUID.randomUUID(), "thing");
        audit.changed(world.viewer("li"), subject, new State("a", null, List.of()), new State("b", null, List.of("x")));
        audit.changed(world.viewer("li"), subject, new State("b", 1, List.of()), new State("b", 1, List.of()));
        var entries = sql.queryForList("select * from audit.entry where subject_id = ?", subject.id());
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().get("actor_name")).isEqualTo("李雷");
        assertThat(entries.getFirst().get("changes").toString())
                .contains("\"name\"", "\"tags\"")
                .doesNotContain("\"size\"");
    }

    @Test
    void theServerCannotChangeOrRemoveAnEntry() {
        audit.did(world.viewer("li"), "started", new Subject("things", null, "x"), Map.of());
        assertThatThrownBy(() -> sql.execute("update audit.entry set actor_name = 'someone else'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("delete from audit.entry")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("truncate audit.entry")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql.execute("alter table audit.entry disable trigger all"))
                .hasStackTraceContaining("must be owner");
    }

    /** With few entries the planner chooses as it likes; what it may choose from is what counts with many. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entry_of_time | at DESC, id DESC",
                "entry_of_actor | actor_id, at DESC, id DESC",
                "entry_of_action | action, at DESC, id DESC",
                "entry_of_type | subject_type, at DESC, id DESC"
            })
    void whatTheListIsFilteredByIsServedByAnIndexInTheOrderOfTheList(String index, String order) {
        var columns = db.fetchValue("select pg_get_indexdef(('audit.' || ?)::regclass)", index);
        assertThat(String.valueOf(columns)).contains("(" + order + ")");
    }

    @Test
    void partOfARecordsNameIsFoundByAnIndex() {
        var plan = db.transactionResult(tx -> {
            tx.dsl().execute("set local enable_seqscan = off");
            return tx.dsl()
                    .fetch("explain select id from audit.entry where subject_name ilike '%科技有限%' escape '!'")
                    .format();
        });
        assertThat(plan).contains("entry_of_name");
    }
}
