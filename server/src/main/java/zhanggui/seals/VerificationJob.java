package zhanggui.seals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/** Reads the whole log again for whoever asked, comparing it with the heads they brought and those in this server's file. */
@Component
class VerificationJob implements JobKind {
    static final String NAME = "audit-verification";
    private final LogVerification verification;
    private final VerificationStore store;
    private final HeadFile file;
    private final JsonMapper mapper;
    private final TransactionTemplate transaction;

    VerificationJob(
            LogVerification verification,
            VerificationStore store,
            HeadFile file,
            JsonMapper mapper,
            PlatformTransactionManager transactions) {
        this.verification = verification;
        this.store = store;
        this.file = file;
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
    }

    record Asked(List<Head> heads) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        run.viewer().require("audit:read");
        var asked = mapper.treeToValue(input, Asked.class);
        var known = Stream.concat(file.heads().stream(), asked.heads().stream())
                .distinct()
                .toList();
        var verified = verification.verify(known, run::progress);
        transaction.executeWithoutResult(status -> {
            store.add(verified, run.viewer());
            var head = verified.head();
            run.done(Map.of("entries", head == null ? 0 : head.number(), "found", verified.found()));
        });
    }
}
