package zhanggui.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Viewer;
import zhanggui.listings.Options;
import zhanggui.problems.FieldProblem;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Something to import in tests, into a table made by the test. */
@Configuration(proxyBeanMethods = false)
class ThingImport {
    /** Called before each chunk is written. */
    static final AtomicReference<Runnable> BEFORE_CHUNK = new AtomicReference<>(() -> {});

    @Bean
    ImportKind things(DSLContext db) {
        return new Of("things", "customers:create", db);
    }

    @Bean
    ImportKind parts(DSLContext db) {
        return new Of("parts", "products:edit", db);
    }

    record Of(String name, String permission, DSLContext db) implements ImportKind {
        @Override
        public List<ImportField> fields() {
            return List.of(
                    ImportField.text("name", "title").need(),
                    ImportField.number("amount", "price"),
                    ImportField.date("day"),
                    ImportField.flag("active"),
                    ImportField.tags("tags"),
                    ImportField.value("color", new Colors(db)),
                    ImportField.value("owner", new Owners(db)),
                    ImportField.text("externalId", "id"));
        }

        @Override
        public ImportSession open(Viewer viewer, RowMemory memory) {
            return new Session(db);
        }
    }

    record Session(DSLContext db) implements ImportSession {
        @Override
        public List<Outcome> take(List<ImportRow> rows) {
            BEFORE_CHUNK.get().run();
            var outcomes = new ArrayList<Outcome>();
            for (var row : rows) outcomes.add(take(row));
            return outcomes;
        }

        private Outcome take(ImportRow row) {
            var amount = row.number("amount");
            if (amount != null && amount.signum() < 0) {
                return new Outcome.Refused(List.of(FieldProblem.of("amount", "positive-or-zero")));
            }
            var known = db.select(field("id", UUID.class))
                    .from(table("things.thing"))
                    .where(field("external_id", String.class).eq(row.text("externalId")))
                    .fetchOne(0, UUID.class);
            if (known != null && "same".equals(row.text("name"))) {
                return new Outcome.Skipped(FieldProblem.of("name", "thing-nothing-new"));
            }
            if (known != null) {
                db.execute("update things.thing set name = ? where id = ?", row.text("name"), known);
                return new Outcome.Updated(known);
            }
            var id = UUID.randomUUID();
            db.execute(
                    "insert into things.thing (id, external_id, name, amount, day, active, color, owner)"
                            + " values (?, ?, ?, ?, ?::date, ?, ?, ?::uuid)",
                    id,
                    row.text("externalId"),
                    row.text("name"),
                    amount,
                    row.date("day"),
                    row.flag("active"),
                    row.text("color"),
                    row.id("owner"));
            return new Outcome.Created(id);
        }
    }

    /** Few values, made anew when people want them. */
    record Colors(DSLContext db) implements Vocabulary {
        @Override
        public Map<String, String> find(Collection<String> texts, Viewer viewer) {
            var found = new HashMap<String, String>();
            for (var text : texts) {
                for (var color : all()) if (color.equalsIgnoreCase(text)) found.put(text, color);
            }
            return found;
        }

        @Override
        public List<Options.Option> options(Language language, Texts texts) {
            return all().stream().map(c -> new Options.Option(c, c, null)).toList();
        }

        @Override
        public boolean mayCreate(Viewer viewer) {
            return viewer.may("customers:create");
        }

        @Override
        public String create(String text, Viewer viewer) {
            db.execute("insert into things.color values (?)", text);
            return text;
        }

        private List<String> all() {
            return Stream.concat(
                            Stream.of("red", "green", "blue"),
                            db.fetch("select name from things.color order by 1").stream()
                                    .map(r -> r.get(0, String.class)))
                    .toList();
        }
    }

    /** Many values, from a list. */
    record Owners(DSLContext db) implements Vocabulary {
        @Override
        public Map<String, String> find(Collection<String> texts, Viewer viewer) {
            var found = new HashMap<String, String>();
            for (var text : texts) {
                db.fetch("select id from people.person where name = ?", text)
                        .forEach(r -> found.put(text, r.get(0, UUID.class).toString()));
            }
            return found;
        }

        @Override
        public Optional<String> list() {
            return Optional.of("people");
        }

        @Override
        public void decided(String text, String value, Viewer viewer) {
            db.execute("insert into things.alias values (?, ?)", text, value);
        }
    }
}
