package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A word that tells of a person wherever it stands.
 *
 * @param text as people write it; at least two characters, whose case does not matter
 */
@Schema(name = "PersonalWord")
record PersonalWord(
        @NotBlank @Size(min = 2, max = 200) String text,
        @NotNull Kind kind) {
    enum Kind {
        /** A name or what else they are called: others may be called so, too. */
        NAME(false),
        /** A telephone number, with or without country code, blanks and dashes. */
        PHONE(true),
        EMAIL(true),
        /** Anything else that only they have, such as the name of an account. */
        ACCOUNT(true);

        private final boolean unique;

        Kind(boolean unique) {
            this.unique = unique;
        }

        /** Whether it means this person wherever it stands. */
        boolean isUnique() {
            return unique;
        }
    }
}
