package zhanggui.audit;

import static zhanggui.audit.db.Tables.ENTRY;

import java.util.List;
import java.util.TreeSet;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;

/** The log as a list for auditors. What its filters ask for is found by indexes; nothing else sorts it than time. */
@Configuration(proxyBeanMethods = false)
class AuditList {
    private static final List<String> ACTIONS = List.of(
            "created",
            "changed",
            "deleted",
            "moved",
            "assigned",
            "exported",
            "imported",
            "signed-in",
            "signed-out",
            "sign-in-failed",
            "denied",
            "started",
            "cancelled",
            "set-up",
            "downloaded",
            "restored",
            "neutralized",
            "revealed",
            "attached",
            "detached",
            "commented",
            "comment-changed",
            "comment-deleted",
            "put-back",
            "purged",
            "merged",
            "merged-away",
            "unmerged",
            "erased",
            "handed-out",
            "held",
            "released",
            Erasing.ACTION);
    private static final List<String> WAYS = List.of("SESSION", "TOKEN", "JOB", "NONE");

    /** What is logged beside the records of modules. */
    private static final List<String> OTHER_TYPES = List.of("requests", "tokens");

    @Bean
    Permissions auditPermissions() {
        return Permissions.of(Permission.plain("audit", "read"), Permission.plain("audit", "export"));
    }

    /** @param types asked for later, since the types of subjects include this list */
    @Bean
    Listing auditListing(ObjectProvider<SubjectTypes> types) {
        Options named = (language, texts) -> {
            var names = new TreeSet<>(types.getObject().names());
            names.addAll(OTHER_TYPES);
            return names.stream()
                    .map(t -> new Options.Option(t, texts.get(language, t), null))
                    .toList();
        };
        return Listing.of(
                        "audit",
                        "audit",
                        ENTRY,
                        ENTRY.ID,
                        Scope.unlimited(),
                        "-at",
                        List.of(
                                Column.instant("at", ENTRY.AT),
                                Column.person("actor", ENTRY.ACTOR_ID, ENTRY.ACTOR_NAME)
                                        .unsorted(),
                                Column.choice("action", ENTRY.ACTION, words(ACTIONS, "action."))
                                        .unsorted(),
                                Column.choice("type", ENTRY.SUBJECT_TYPE, named).unsorted(),
                                Column.text("subject", ENTRY.SUBJECT_NAME)
                                        .inSearch()
                                        .unsorted(),
                                Column.longText("changes", ENTRY.CHANGES.cast(SQLDataType.CLOB)),
                                Column.choice("way", ENTRY.WAY, words(WAYS, "way."))
                                        .unsorted(),
                                Column.text("address", ENTRY.ADDRESS).unsorted()))
                .withActions("export");
    }

    private static Options words(List<String> values, String prefix) {
        return (language, texts) -> values.stream()
                .map(v -> new Options.Option(v, texts.get(language, prefix + v), null))
                .toList();
    }
}
