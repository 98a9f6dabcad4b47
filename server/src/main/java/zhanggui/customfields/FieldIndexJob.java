package zhanggui.customfields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.database.LiveIndexes;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/** Makes or drops the index of a custom field and keeps its words for quick search, as its definition asks for by then. */
@Component
class FieldIndexJob implements JobKind {
    static final String NAME = "custom-field-index";
    private final FieldStore store;
    private final FieldHosts hosts;
    private final LiveIndexes indexes;
    private final JsonMapper mapper;
    private final TransactionTemplate transaction;

    FieldIndexJob(
            FieldStore store,
            FieldHosts hosts,
            LiveIndexes indexes,
            JsonMapper mapper,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.hosts = hosts;
        this.indexes = indexes;
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Asked(String type, UUID field) {
        Asked(String type, CustomField field) {
            this(type, field.id());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JsonNode input, JobRun run) throws Exception {
        run.viewer().require("customfields:edit");
        var asked = mapper.treeToValue(input, Asked.class);
        var table = Objects.requireNonNull(hosts.get(asked.type()).custom().getTable());
        var schema = Objects.requireNonNull(table.getSchema()).getName();
        var field = store.find(asked.type(), asked.field());
        var wanted = field.filter(Definitions::isIndexed);
        if (wanted.isPresent()) indexes.create(schema, name(asked.field()), table.getName() + on(wanted.get()));
        else indexes.drop(schema, name(asked.field()));
        transaction.executeWithoutResult(status -> {
            field.ifPresent(f -> store.keepWords(hosts.get(asked.type()), f.code(), searched(asked.type())));
            run.done(Map.of("indexed", wanted.isPresent()));
        });
    }

    private List<String> searched(String type) {
        return store.of(type).stream()
                .filter(CustomField::searched)
                .map(CustomField::code)
                .toList();
    }

    static String name(UUID field) {
        return "custom_" + field.toString().replace("-", "");
    }

    /** As {@link FieldColumns} reads the value, so that PostgreSQL knows the one in the other; codes are plain words. */
    private static String on(CustomField f) {
        var text = "(custom ->> '" + f.code() + "')";
        return switch (f.type()) {
            case TEXT, LONG_TEXT, LINK, CHOICE -> " (" + text + ", id)";
            case NUMBER, MONEY -> " ((" + text + "::numeric), id)";
            case DATE -> " (public.custom_day" + text + ", id)";
            case PERSON, UNIT -> " ((" + text + "::uuid), id)";
            case FLAG -> " ((" + text + "::boolean), id)";
            case FORMULA -> throw new IllegalArgumentException(f.key());
            case CHOICES -> " using gin (public.custom_words(custom -> '" + f.code() + "'))";
        };
    }
}
