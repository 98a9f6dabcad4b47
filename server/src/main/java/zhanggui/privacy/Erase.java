package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be erased.
 *
 * @param words what is replaced in texts: names around the customer, what is theirs alone wherever it stands
 * @param reason kept for good; it should not name the person
 * @param requestedOn when they asked for it
 * @param uploads whether uploaded files of imports that are over are deleted, too: they may tell of the person
 */
@Schema(name = "EraseContact")
record Erase(
        @NotNull @Size(max = 40) List<@Valid @NotNull PersonalWord> words,
        @NotBlank @Size(max = 500) String reason,
        @Nullable LocalDate requestedOn,
        boolean uploads) {}
