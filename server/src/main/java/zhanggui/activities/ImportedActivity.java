package zhanggui.activities;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A follow-up as a file has it. */
record ImportedActivity(
        UUID id,
        ActivityKind kind,
        Instant at,
        String text,
        @Nullable String nextStep,
        About about,
        UUID owner,
        @Nullable String externalId,
        Map<String, Object> custom)
        implements Arrival<Activity> {

    @Override
    public boolean isLike(Activity stored) {
        return equals(of(stored, externalId));
    }

    private static ImportedActivity of(Activity stored, @Nullable String externalId) {
        return new ImportedActivity(
                stored.id(),
                stored.kind(),
                stored.happenedAt(),
                stored.text(),
                stored.nextStep(),
                stored.about(),
                stored.owner().id(),
                externalId,
                stored.custom().stored());
    }

    /** The command that would enter it on screen, to be held to the same limits. */
    Activities.NewActivity command() {
        return new Activities.NewActivity(
                kind,
                at,
                text,
                nextStep,
                about.customer(),
                about.contact(),
                about.opportunity(),
                null,
                externalId,
                null);
    }
}
