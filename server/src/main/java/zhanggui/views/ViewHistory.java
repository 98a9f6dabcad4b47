package zhanggui.views;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.audit.SubjectType;
import zhanggui.listings.Listing;
import zhanggui.listings.Options;

/** The permission to share views, and the history of shared ones, for whoever sees them. */
@Configuration(proxyBeanMethods = false)
class ViewHistory {
    @Bean
    static Permissions viewPermissions() {
        return Permissions.of(Permission.plain("listings", "share"));
    }

    @Bean
    static SubjectType viewHistoryType(ViewStore store, Views views, List<Listing> lists) {
        Options names = (language, texts) -> lists.stream()
                .map(list -> new Options.Option(list.name(), texts.get(language, list.name()), null))
                .toList();
        Options everybody = (language, texts) ->
                List.of(new Options.Option(ViewLog.EVERYBODY, texts.get(language, "views.everybody"), null));
        return SubjectType.of(ViewLog.TYPE, id -> store.byId(id).isPresent(), views::isSeen)
                .withOptions(Map.of(
                        "list",
                        names,
                        "sharedWith",
                        everybody,
                        "layout",
                        Options.of(ViewQuery.Layout.class, "views.layout")));
    }
}
