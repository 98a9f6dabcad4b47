package zhanggui.audit;

import static zhanggui.audit.db.Tables.ENTRY;

import java.util.List;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;

/** The log as a list for auditors. */
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
            "set-up");

    @Bean
    Permissions auditPermissions() {
        return Permissions.of(Permission.plain("audit", "read"), Permission.plain("audit", "export"));
    }

    @Bean
    Listing auditListing() {
        Options actions = (language, texts) -> ACTIONS.stream()
                .map(a -> new Options.Option(a, texts.get(language, "action." + a), null))
                .toList();
        return Listing.of(
                        "audit",
                        "audit",
                        ENTRY,
                        ENTRY.ID,
                        Scope.unlimited(),
                        "-at",
                        List.of(
                                Column.instant("at", ENTRY.AT).sortedBy(ENTRY.ID),
                                Column.text("actor", ENTRY.ACTOR_NAME).inSearch(),
                                Column.choice("action", ENTRY.ACTION, actions),
                                Column.text("type", ENTRY.SUBJECT_TYPE),
                                Column.text("subject", ENTRY.SUBJECT_NAME).inSearch(),
                                Column.longText("changes", ENTRY.CHANGES.cast(SQLDataType.CLOB)),
                                Column.choice(
                                        "way",
                                        ENTRY.WAY,
                                        (language, texts) -> List.of("SESSION", "TOKEN", "JOB", "NONE").stream()
                                                .map(w -> new Options.Option(w, texts.get(language, "way." + w), null))
                                                .toList()),
                                Column.text("address", ENTRY.ADDRESS)))
                .withActions("export");
    }
}
