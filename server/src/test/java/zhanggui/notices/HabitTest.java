package zhanggui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** When it is quiet. */
class HabitTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Habit NIGHT = new Habit(LocalTime.of(22, 0), LocalTime.of(7, 30), null);
    private static final Habit NOON = new Habit(LocalTime.of(12, 0), LocalTime.of(13, 0), null);

    @Test
    void quietLastsOverNight() {
        assertThat(NIGHT.quietUntil(at(3, 23, 0))).contains(at(4, 7, 30));
        assertThat(NIGHT.quietUntil(at(4, 7, 29))).contains(at(4, 7, 30));
        assertThat(NIGHT.quietUntil(at(4, 7, 30))).isEmpty();
        assertThat(NIGHT.quietUntil(at(4, 21, 59))).isEmpty();
    }

    @Test
    void quietLastsOverNoon() {
        assertThat(NOON.quietUntil(at(4, 12, 0))).contains(at(4, 13, 0));
        assertThat(NOON.quietUntil(at(4, 13, 0))).isEmpty();
        assertThat(Habit.NONE.quietUntil(at(4, 12, 0))).isEmpty();
    }

    private static ZonedDateTime at(int day, int hour, int minute) {
        return ZonedDateTime.of(2030, 1, day, hour, minute, 0, 0, ZONE);
    }
}
