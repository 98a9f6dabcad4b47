package zhanggui.views;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The place of a view above a list, as one person likes it.
 *
 * @param key of a view the list declares, or the id of a saved one
 */
record Tab(@NotBlank @Size(max = 100) String key, boolean hidden) {}
