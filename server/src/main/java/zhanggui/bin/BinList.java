package zhanggui.bin;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static zhanggui.bin.db.Tables.ENTRY;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.audit.Predecessors;
import zhanggui.audit.Records;
import zhanggui.listings.Column;
import zhanggui.listings.Filter;
import zhanggui.listings.Listing;
import zhanggui.listings.Operator;
import zhanggui.listings.Options;

/** What is in the bin, as a list. */
@Configuration(proxyBeanMethods = false)
class BinList {
    @Bean
    Predecessors mergedRecords(BinStore store) {
        return store::predecessors;
    }

    @Bean
    Permissions binPermissions() {
        return Permissions.of(Permission.scoped("bin", "read"), Permission.scoped("bin", "purge"));
    }

    /** @param records asked for later, since the lists include this one */
    @Bean
    Listing binListing(ObjectProvider<Records> records, @Value("${zhanggui.bin.days:30}") int days) {
        Options lists = (language, texts) -> Bin.lists(records).stream()
                .map(list -> new Options.Option(list.name(), texts.get(language, list.name()), null))
                .toList();
        return Listing.of(
                        "bin",
                        "bin",
                        ENTRY,
                        ENTRY.ID,
                        (viewer, permission) -> BinRights.scope(Bin.lists(records), viewer, permission),
                        "-at",
                        List.of(
                                Column.text("title", ENTRY.TITLE).inSearch(),
                                Column.choice("list", ENTRY.LIST, lists),
                                Column.person("owner", ENTRY.OWNER_ID, ENTRY.OWNER_NAME),
                                Column.number("records", ENTRY.RECORDS),
                                Column.text("kept", ENTRY.KEPT_TITLE),
                                Column.person("by", ENTRY.BY_ID, ENTRY.BY_NAME),
                                Column.instant("at", ENTRY.AT),
                                Column.instant("until", until(days)).unsorted(),
                                Column.record("entry", "bin", ENTRY.ID, ENTRY.TITLE)
                                        .unsorted()
                                        .onDemand(),
                                Column.text("record", ENTRY.RECORD_ID.cast(String.class))
                                        .unsorted()
                                        .onDemand()))
                .withViews(
                        new Listing.View("mine", Filter.where("by", Operator.ME)),
                        new Listing.View("all", Filter.EVERYTHING))
                .withActions("purge")
                .withOwn();
    }

    private static Field<OffsetDateTime> until(int days) {
        return field("{0} + make_interval(days => {1})", SQLDataType.TIMESTAMPWITHTIMEZONE, ENTRY.AT, inline(days));
    }
}
