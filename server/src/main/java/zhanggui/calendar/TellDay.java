package zhanggui.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells of a day.
 *
 * @param works whether it is worked; absent where it is to be a day like the others of its weekday again
 * @param version 0 where nothing was told of it before
 */
@Schema(name = "TellDay", example = """
        {"works": false, "nameZh": "元旦", "nameEn": "New Year's Day", "version": 0}""")
record TellDay(
        @Nullable Boolean works,
        @Nullable @Size(max = 100) String nameZh,
        @Nullable @Size(max = 100) String nameEn,
        @Min(0) int version) {

    /** In the form in which it is stored. */
    TellDay cleaned() {
        return new TellDay(works, text(nameZh), text(nameEn), version);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
