package zhanggui.bin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Every hour lets go what has been in the bin for too long: {@code zhanggui.bin.days}, thirty where nobody says otherwise. */
@Component
class EmptyBin {
    private static final int AT_ONCE = 500;
    private final BinStore store;
    private final Clock clock;
    private final Duration kept;

    EmptyBin(BinStore store, Clock clock, @Value("${zhanggui.bin.days:30}") int days) {
        this.store = store;
        this.clock = clock;
        this.kept = Duration.ofDays(days);
    }

    @Bean
    static RecurringTask<Void> emptyBinTask(ObjectProvider<EmptyBin> bin) {
        return Tasks.recurring("empty-bin", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> bin.getObject().empty());
    }

    void empty() {
        while (true) {
            var old = store.before(clock.instant().minus(kept), AT_ONCE);
            old.forEach(store::remove);
            if (old.size() < AT_ONCE) return;
        }
    }
}
