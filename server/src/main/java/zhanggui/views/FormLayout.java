package zhanggui.views;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * In which order and under which headings a form shows its fields 表单布局. Fields it does not name follow at the end, so
 * that a field which comes later is not lost.
 *
 * @param role for whom; absent for everybody whose roles have none of their own
 * @param hidden fields that are left out until something is wrong with them; they keep what they hold
 * @param version absent where there is none yet
 */
@Schema(name = "FormLayout")
record FormLayout(
        @Nullable UUID role,
        @NotNull @Size(max = 20) List<@NotNull @Valid Section> sections,
        @NotNull @Size(max = 300) List<@NotNull @Pattern(regexp = KEY) String> hidden,
        @Nullable Integer version) {
    static final String KEY = "[A-Za-z][A-Za-z0-9_.]{0,79}";

    /**
     * How one form is laid out for whom.
     *
     * @param roles for which there may be layouts, those made first in front
     */
    @Schema(name = "FormLayouts")
    record All(List<Reference> roles, List<FormLayout> layouts) {}

    /**
     * @param title its heading in Chinese; absent for none
     * @param titleEn in English; absent where the Chinese one serves
     * @param folded whether it begins folded away
     */
    @Schema(name = "FormSection")
    record Section(
            @Nullable @Size(max = 60) String title,
            @Nullable @Size(max = 60) String titleEn,
            boolean folded,
            @NotNull @Size(max = 300) List<@NotNull @Pattern(regexp = KEY) String> fields) {}
}
