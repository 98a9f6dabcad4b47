package zhanggui.bin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.edits.BulkAction;

/** What can be done to much of what is in the bin at once. */
@Configuration(proxyBeanMethods = false)
class BulkRestore {
    private interface Step {
        void take(UUID id, Viewer viewer);
    }

    private record Many(String name, @Nullable String permission, Step step) implements BulkAction {
        @Override
        public String list() {
            return "bin";
        }

        @Override
        public boolean apply(UUID id, JsonNode input, Viewer viewer) {
            step.take(id, viewer);
            return true;
        }
    }

    @Bean
    BulkAction restoringMany(Bin bin) {
        return new Many("restore", null, bin::restore);
    }

    @Bean
    BulkAction purgingMany(Bin bin) {
        return new Many("purge", BinRights.PURGE, bin::purge);
    }
}
