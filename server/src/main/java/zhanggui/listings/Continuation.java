package zhanggui.listings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.problems.Refused;

/**
 * A row's place in the order of one question, as a text the client gives back to read on from there. It opens nothing:
 * what is read on is read under the viewer's own scope. One of another question, or changed on the way, is refused.
 */
record Continuation(String question, Order order) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int CHECK = 12;
    /** What still fits into an address; a page that would need more is found by its number. */
    private static final int LONGEST = 1500;

    static Continuation of(Listing list, ListQuery query, Order order) {
        var asked = List.of(list.name(), query.where(), String.valueOf(query.search()), Order.sorts(list, query));
        return new Continuation(asked.toString(), order);
    }

    @Nullable String at(Record row) {
        if (!order.continues()) return null;
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < row.size(); i++) {
            var value = row.get(i);
            values.add(value == null ? null : value.toString());
        }
        var content = MAPPER.writeValueAsBytes(values);
        var all = Arrays.copyOf(check(content), CHECK + content.length);
        System.arraycopy(content, 0, all, CHECK, content.length);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        return text.length() > LONGEST ? null : text;
    }

    /** @param parameter under which the text came */
    List<@Nullable Object> read(String parameter, String text) {
        if (!order.continues()) throw unfit(parameter);
        try {
            var all = Base64.getUrlDecoder().decode(text);
            if (all.length < CHECK) throw unfit(parameter);
            var content = Arrays.copyOfRange(all, CHECK, all.length);
            if (!MessageDigest.isEqual(check(content), Arrays.copyOf(all, CHECK))) throw unfit(parameter);
            var words = MAPPER.readValue(content, String[].class);
            var terms = order.terms();
            if (words.length != terms.size()) throw unfit(parameter);
            var values = new ArrayList<@Nullable Object>();
            for (int i = 0; i < words.length; i++) values.add(value(terms.get(i), words[i]));
            return values;
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw unfit(parameter);
        }
    }

    private static @Nullable Object value(Order.Term term, @Nullable String text) {
        if (text == null) {
            if (!term.nullable()) throw new IllegalArgumentException("absent");
            return null;
        }
        if (text.indexOf('\0') >= 0) throw new IllegalArgumentException("NUL");
        Class<?> type = term.field().getType();
        if (type == UUID.class) return UUID.fromString(text);
        if (type == OffsetDateTime.class) {
            var time = OffsetDateTime.parse(text);
            Kind.INSTANT.parse(time.toInstant().toString());
            return time;
        }
        if (type == LocalDate.class) return Kind.DATE.parse(text);
        if (type == Boolean.class) return Boolean.valueOf(text);
        if (Number.class.isAssignableFrom(type)) {
            return term.field().getDataType().convert(Kind.NUMBER.parse(text));
        }
        return text;
    }

    private byte[] check(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(question.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), CHECK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused unfit(String parameter) {
        return Refused.invalid(parameter, "continuation-unfit");
    }
}
