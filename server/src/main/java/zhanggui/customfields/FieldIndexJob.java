package zhanggui.customfields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/** Makes or drops the index of a custom field and keeps its words for quick search, as its definition asks for by then. */
@Component
class FieldIndexJob implements JobKind {
    static final String NAME = "custom-field-index";
    private final FieldStore store;
    private final FieldHosts hosts;
    private final FieldIndexes indexes;
    private final JsonMapper mapper;
    private final TransactionTemplate transaction;

    FieldIndexJob(
            FieldStore store,
            FieldHosts hosts,
            FieldIndexes indexes,
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
        var field = store.find(asked.type(), asked.field());
        var wanted = field.filter(Definitions::isIndexed);
        if (wanted.isPresent()) indexes.make(asked.type(), wanted.get());
        else indexes.drop(asked.type(), asked.field());
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
}
