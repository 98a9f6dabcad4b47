package zhanggui.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal (RFC 9457, {@code application/problem+json}), in the reader's language.
 *
 * @param type a stable URI made of the code
 * @param code the stable code programs react to
 * @param errors what is wrong with which field, when fields are
 * @param current what is stored now, when a save was stale
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<FieldError> errors,
        @Nullable Object current) {
    /** One field's error, readable. */
    public record FieldError(String field, String code, String message) {}
}
