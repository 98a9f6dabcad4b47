package zhanggui.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Puts refusals into words. */
@Component
public class Problems {
    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    public Problem describe(Refused refused, Language language) {
        var errors = refused.fields().stream()
                .map(f -> new Problem.FieldError(f.field(), f.code(), describe(f, language)))
                .toList();
        return describe(refused.reason(), refused.arguments(), errors, refused.current(), language);
    }

    public Problem describe(Reason reason, Language language) {
        return describe(reason, List.of(), List.of(), null, language);
    }

    public String describe(FieldProblem field, Language language) {
        return texts.get(language, "field." + field.code(), field.arguments().toArray());
    }

    Problem describe(
            Reason reason,
            List<Object> arguments,
            List<Problem.FieldError> errors,
            @Nullable Object current,
            Language language) {
        var detail = texts.get(language, "problem." + reason.code(), arguments.toArray());
        var title = texts.find(language, "status." + reason.status()).orElse(detail);
        return new Problem(
                "urn:zhanggui:problem:" + reason.code(),
                title,
                reason.status(),
                reason.code(),
                detail,
                errors,
                current);
    }
}
