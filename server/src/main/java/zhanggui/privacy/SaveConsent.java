package zhanggui.privacy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import zhanggui.privacy.Consent.State;

/**
 * What a person notes of what a contact said.
 *
 * @param since needed unless nothing is known; not a day to come
 * @param version the version that was changed, 0 where nobody had noted anything
 */
record SaveConsent(
        @NotNull State state,
        @Nullable LocalDate since,
        @Nullable @Size(max = 500) String source,
        @Min(0) int version) {

    /** In the form in which it is stored. */
    SaveConsent cleaned() {
        var text = source == null || source.isBlank() ? null : source.strip();
        return state == State.UNKNOWN
                ? new SaveConsent(state, null, null, version)
                : new SaveConsent(state, since, text, version);
    }
}
