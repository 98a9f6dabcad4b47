package zhanggui.demo;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/** Fills a company that was just set up with the demonstration's data. */
@Component
class DemoJob implements JobKind {
    static final String NAME = "demo-company";
    private final DemoCompany demo;

    DemoJob(DemoCompany demo) {
        this.demo = demo;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(JsonNode input, JobRun run) {
        demo.fill(run.viewer(), run.viewer().language(), percent -> run.progress(percent, 100));
        run.progress(100, 100);
        run.done(Map.of());
    }
}
