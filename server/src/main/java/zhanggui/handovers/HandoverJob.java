package zhanggui.handovers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.handovers.HandoverStore.Kept;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;
import zhanggui.notices.News;
import zhanggui.notices.Notices;
import zhanggui.people.Handing;

/**
 * Moves what was settled, some records in each transaction, which also marks them as settled: however often it begins
 * anew, nothing moves twice.
 */
@Configuration(proxyBeanMethods = false)
class HandoverJob {
    static final String KIND = "handover";
    private static final int AT_ONCE = 500;

    @Bean
    JobKind handoverJobKind(
            ObjectProvider<Allotment> allotment,
            HandoverStore store,
            ObjectProvider<Notices> notices,
            Audit audit,
            PlatformTransactionManager transactions) {
        return new Work(allotment, store, notices, audit, new TransactionTemplate(transactions));
    }

    /** Finds what it needs late: the list of jobs knows the kinds of jobs, and holdings know lists. */
    private record Work(
            ObjectProvider<Allotment> allotment,
            HandoverStore store,
            ObjectProvider<Notices> notices,
            Audit audit,
            TransactionTemplate transaction)
            implements JobKind {
        @Override
        public String name() {
            return KIND;
        }

        @Override
        public boolean isAwaited() {
            return true;
        }

        @Override
        public void run(JsonNode input, JobRun run) {
            var id = id(input);
            while (Boolean.TRUE.equals(transaction.execute(status -> some(id, run)))) {
                // Each turn is a transaction of its own.
            }
        }

        /** Whether there is more to do. */
        private boolean some(UUID id, JobRun run) {
            var handover = store.locked(id).orElseThrow();
            var items = store.next(id, AT_ONCE);
            if (items.isEmpty()) {
                end(handover, run);
                return false;
            }
            run.progress(store.settled(id), handover.total());
            var heirs = new LinkedHashMap<UUID, UUID>();
            items.forEach(item -> heirs.put(item.record(), item.heir()));
            var kind = allotment.getObject().holding(items.getFirst().kind());
            var stayed = kind.give(handover.leaver().id(), heirs, Handovers.why(handover), run.viewer());
            store.settle(id, items, stayed);
            return true;
        }

        private void end(Kept handover, JobRun run) {
            var got = new LinkedHashMap<UUID, Map<String, Integer>>();
            int moved = 0;
            int skipped = 0;
            for (var share : store.shares(handover.id())) {
                got.computeIfAbsent(share.heir().id(), h -> new HashMap<>()).put(share.kind(), share.moved());
                moved += share.moved();
                skipped += share.skipped();
            }
            got.forEach((heir, kinds) -> tell(heir, kinds, handover, run.viewer()));
            store.end(handover.id(), HandoverState.DONE, null);
            audit.did(
                    run.viewer(),
                    Handing.ACTION,
                    new Subject(
                            "handovers",
                            handover.id(),
                            String.valueOf(handover.leaver().name())),
                    Map.of("moved", moved, "skipped", skipped));
            run.progress(handover.total(), handover.total());
            run.done(Map.of("moved", moved, "skipped", skipped));
        }

        /** One notice, however much it is. */
        private void tell(UUID heir, Map<String, Integer> kinds, Kept handover, Viewer by) {
            int all = kinds.values().stream().mapToInt(n -> n).sum();
            if (all == 0) return;
            int customers = kinds.getOrDefault("customers", 0);
            int deals = kinds.getOrDefault("open-deals", 0) + kinds.getOrDefault("closed-deals", 0);
            int tasks = kinds.getOrDefault("open-tasks", 0);
            int rest = all - customers - deals - tasks;
            var list = customers > 0 || deals + tasks == 0 ? "customers" : deals > 0 ? "opportunities" : "tasks";
            var news = News.many(
                    "handed-over",
                    list,
                    Math.max(2, all),
                    String.valueOf(handover.leaver().name()),
                    "" + customers,
                    "" + deals,
                    "" + tasks,
                    "" + rest,
                    handover.reason());
            notices.getObject().tell(news, java.util.List.of(heir), by);
        }

        @Override
        public void ended(UUID job, JsonNode input, Job.State state, @Nullable String message) {
            var over = state == Job.State.CANCELLED ? HandoverState.CANCELLED : HandoverState.FAILED;
            store.end(id(input), over, message);
        }

        private static UUID id(JsonNode input) {
            return UUID.fromString(input.get("handover").asString());
        }
    }
}
