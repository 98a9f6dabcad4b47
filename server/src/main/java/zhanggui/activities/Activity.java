package zhanggui.activities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Reference;

/** A follow-up as people see it. */
@RecordOf("activities")
public record Activity(
        UUID id,
        ActivityKind kind,
        Instant happenedAt,
        String text,
        @Nullable String nextStep,
        @Nullable Reference customer,
        @Nullable Reference contact,
        @Nullable Reference opportunity,
        Reference owner,
        CustomValues custom,
        Instant createdAt,
        int version) {
    About about() {
        return new About(id(customer), id(contact), id(opportunity));
    }

    Activity withoutContact() {
        return new Activity(
                id, kind, happenedAt, text, nextStep, customer, null, opportunity, owner, custom, createdAt, version);
    }

    private static @Nullable UUID id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }
}
