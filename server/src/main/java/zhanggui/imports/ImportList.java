package zhanggui.imports;

import static zhanggui.imports.db.Tables.IMPORT;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;

/** Imports as a list. */
@Configuration(proxyBeanMethods = false)
class ImportList {
    @Bean
    Permissions importPermissions() {
        return Permissions.of(Permission.plain("imports", "run"), Permission.scoped("imports", "read"));
    }

    @Bean
    Listing importListing(ObjectProvider<ImportKinds> kinds) {
        Options kindOptions = (language, texts) -> kinds.getObject().options().in(language, texts);
        return Listing.of(
                        "imports",
                        "imports",
                        IMPORT,
                        IMPORT.ID,
                        Imports.SCOPE,
                        "-createdAt",
                        List.of(
                                Column.text("fileName", IMPORT.FILE_NAME).inSearch(),
                                Column.choice("kind", IMPORT.KIND, kindOptions),
                                Column.choice("state", IMPORT.STATE, Options.of(Import.State.class, "import.state")),
                                Column.person("owner", IMPORT.OWNER_ID, IMPORT.OWNER_NAME),
                                Column.number("rows", IMPORT.ROW_COUNT),
                                Column.number("created", IMPORT.CREATED),
                                Column.number("updated", IMPORT.UPDATED),
                                Column.number("skipped", IMPORT.SKIPPED),
                                Column.number("refused", IMPORT.REFUSED),
                                Column.instant("createdAt", IMPORT.CREATED_AT),
                                Column.instant("finishedAt", IMPORT.FINISHED_AT)))
                .withActions("run");
    }
}
