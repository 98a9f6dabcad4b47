package zhanggui.fieldrights;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.ser.std.SimpleFilterProvider;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.RecordOf;
import zhanggui.listings.Listing;

@Configuration(proxyBeanMethods = false)
class FieldRightsConfig {
    @Bean
    Permissions fieldPermissions() {
        return Permissions.of(Permission.plain("fields", "reveal"));
    }

    /** @param lists asked for at the first record, since they are made with the help of the mapper */
    @Bean
    JsonMapperBuilderCustomizer recordsByField(ObjectProvider<Listing> lists) {
        return builder -> builder.filterProvider(new SimpleFilterProvider()
                .addFilter(RecordOf.FILTER, new FieldFilter(() -> lists.stream().toList())));
    }
}
