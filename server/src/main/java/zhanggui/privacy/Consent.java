package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * What a contact said to being approached by one channel.
 *
 * @param since from which day on it holds
 * @param source the evidence: where and how they said it
 * @param notedBy who wrote it down; absent where nobody did
 * @param version 0 where nobody wrote anything down
 */
@Schema(name = "Consent")
record Consent(
        Channel channel,
        State state,
        @Nullable LocalDate since,
        @Nullable String source,
        @Nullable Reference notedBy,
        @Nullable Instant notedAt,
        int version) {

    /** A way to approach somebody. */
    enum Channel {
        PHONE,
        EMAIL,
        WECHAT,
        SMS,
        POST;

        /** Under which name the log keeps what was said to it. */
        String field() {
            return "consent" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    enum State {
        GIVEN,
        WITHDRAWN,
        UNKNOWN
    }

    static Consent unknown(Channel channel) {
        return new Consent(channel, State.UNKNOWN, null, null, null, null, 0);
    }

    /** As the log keeps it. */
    Map<String, @Nullable Object> logged() {
        var log = new LinkedHashMap<String, @Nullable Object>();
        log.put(channel.field(), state);
        log.put("consentSince", since);
        log.put("consentSource", source);
        return log;
    }
}
