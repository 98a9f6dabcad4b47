package zhanggui.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.audit.Subject;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Reference;

/** A contact as it stands. */
@RecordOf("contacts")
record ContactState(
        UUID id,
        Reference customer,
        String name,
        @Nullable String title,
        @Nullable String department,
        @Nullable ContactRole role,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String wechat,
        @Nullable LocalDate birthday,
        boolean main,
        @Nullable String note,
        @Nullable Instant lastFollowedAt,
        @Nullable String externalId,
        CustomValues custom,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** The command that would change nothing. */
    SaveContact asCommand() {
        return new SaveContact(
                name,
                title,
                department,
                role,
                mobile,
                phone,
                email,
                wechat,
                birthday,
                main,
                note,
                externalId,
                Collections.unmodifiableMap(custom.stored()),
                version);
    }

    Subject subject() {
        return new Subject("contacts", id, name);
    }

    /** As the log keeps it: by the columns of the list, with names instead of ids. */
    Map<String, @Nullable Object> logged() {
        var log = new LinkedHashMap<String, @Nullable Object>();
        log.put("customer", customer.name());
        log.put("name", name);
        log.put("title", title);
        log.put("department", department);
        log.put("role", role);
        log.put("mobile", mobile);
        log.put("phone", phone);
        log.put("email", email);
        log.put("wechat", wechat);
        log.put("birthday", birthday);
        log.put("main", main);
        log.put("note", note);
        log.put("externalId", externalId);
        custom.log(log);
        return log;
    }
}
