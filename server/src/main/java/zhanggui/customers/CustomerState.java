package zhanggui.customers;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.audit.Subject;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Money;
import zhanggui.listings.Page.Reference;

/**
 * A customer as it stands.
 *
 * @param parent the company it belongs to, by name even where that one is out of the viewer's reach
 * @param unit the department of its owner
 */
@RecordOf("customers")
record CustomerState(
        UUID id,
        String number,
        String name,
        @Nullable String nameEn,
        @Nullable String shortName,
        @Nullable String creditCode,
        @Nullable Reference parent,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable Money annualRevenue,
        @Nullable CustomerLevel level,
        @Nullable String source,
        @Nullable String country,
        @Nullable String province,
        @Nullable String city,
        @Nullable String district,
        @Nullable String address,
        @Nullable String site,
        @Nullable String phone,
        List<String> tags,
        CustomerStatus status,
        @Nullable String description,
        @Nullable Reference owner,
        @Nullable Reference unit,
        @Nullable Instant lastFollowedAt,
        @Nullable String externalId,
        CustomValues custom,
        @Nullable Reference createdBy,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    Subject subject() {
        return new Subject("customers", id, name);
    }

    /** As the log keeps it: by the columns of the list, with names instead of ids. */
    Map<String, @Nullable Object> logged() {
        var log = new LinkedHashMap<String, @Nullable Object>();
        log.put("name", name);
        log.put("nameEn", nameEn);
        log.put("shortName", shortName);
        log.put("creditCode", creditCode);
        log.put("parent", name(parent));
        log.put("industry", industry);
        log.put("employees", employees);
        log.put("annualRevenue", annualRevenue == null ? null : annualRevenue.amount());
        log.put("level", level);
        log.put("source", source);
        log.put("country", country);
        log.put("province", province);
        log.put("city", city);
        log.put("district", district);
        log.put("address", address);
        log.put("site", site);
        log.put("phone", phone);
        log.put("tags", tags);
        log.put("status", status);
        log.put("description", description);
        log.put("owner", name(owner));
        log.put("externalId", externalId);
        custom.log(log);
        return log;
    }

    /** The command that would change nothing. */
    SaveCustomer asCommand() {
        return new SaveCustomer(
                name,
                nameEn,
                shortName,
                creditCode,
                parent == null ? null : parent.id(),
                industry,
                employees,
                annualRevenue == null ? null : annualRevenue.amount(),
                level,
                source,
                country,
                province,
                city,
                district,
                address,
                site,
                phone,
                tags,
                status,
                description,
                owner == null ? null : owner.id(),
                externalId,
                Collections.unmodifiableMap(custom.stored()),
                null,
                version);
    }

    static @Nullable Reference reference(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Reference(id, name);
    }

    static List<String> list(String[] values) {
        return Arrays.asList(values);
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }
}
