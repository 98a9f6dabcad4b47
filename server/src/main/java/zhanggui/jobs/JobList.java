package zhanggui.jobs;

import static zhanggui.jobs.db.Tables.JOB;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;

/** Jobs as a list. */
@Configuration(proxyBeanMethods = false)
class JobList {
    @Bean
    Permissions jobPermissions() {
        return Permissions.of(Permission.scoped("jobs", "read"), Permission.scoped("jobs", "cancel"));
    }

    @Bean
    Listing jobListing(ObjectProvider<JobKind> kinds) {
        Options kindOptions = (language, texts) -> kinds.stream()
                .map(k -> new Options.Option(k.name(), texts.get(language, "job." + k.name()), null))
                .toList();
        return Listing.of(
                        "jobs",
                        "jobs",
                        JOB,
                        JOB.ID,
                        JobRights.SCOPE,
                        "-createdAt",
                        List.of(
                                Column.text("title", JOB.TITLE).inSearch(),
                                Column.choice("kind", JOB.KIND, kindOptions),
                                Column.choice("state", JOB.STATE, Options.of(Job.State.class, "job.state")),
                                Column.number("done", JOB.DONE),
                                Column.number("total", JOB.TOTAL),
                                Column.person("owner", JOB.OWNER_ID, JOB.OWNER_NAME),
                                Column.instant("createdAt", JOB.CREATED_AT),
                                Column.instant("finishedAt", JOB.FINISHED_AT),
                                Column.longText("message", JOB.MESSAGE)))
                .withOwn();
    }
}
