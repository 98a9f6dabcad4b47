package zhanggui.opportunities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import zhanggui.problems.Refused;

/** What a stage may ask to be known of an opportunity before it enters. */
enum Requirement {
    CUSTOMER("customer"),
    AMOUNT("amount"),
    EXPECTED_CLOSE("expectedClose"),
    LINES("lines"),
    NEXT_STEP("nextStep"),
    COMPETITOR("competitor"),
    CONTACT("contact"),
    SOURCE("source");

    private final String key;

    Requirement(String key) {
        this.key = key;
    }

    /** The name of the field in the API and the database. */
    @JsonValue
    String key() {
        return key;
    }

    /** Where it is entered in the commands that make and move opportunities. */
    String field() {
        return this == CONTACT ? "contacts" : key;
    }

    @JsonCreator
    static Requirement of(String key) {
        return Arrays.stream(values())
                .filter(r -> r.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("required", "unknown", key));
    }
}
