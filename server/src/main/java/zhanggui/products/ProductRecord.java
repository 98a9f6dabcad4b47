package zhanggui.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Reference;

/**
 * A product as its page shows it.
 *
 * @param category named by its path, such as {@code 硬件 / 服务器}
 */
@RecordOf("products")
record ProductRecord(
        UUID id,
        @Nullable String code,
        String name,
        @Nullable String nameEn,
        @Nullable Reference category,
        @Nullable String series,
        @Nullable Grade grade,
        @Nullable String unit,
        Status status,
        @Nullable String description,
        List<String> aliases,
        List<Price> prices,
        @Nullable String externalId,
        CustomValues custom,
        Instant createdAt,
        Instant updatedAt,
        int version,
        Can can) {
    @Schema(name = "ProductRights")
    record Can(boolean edit) {}
}
