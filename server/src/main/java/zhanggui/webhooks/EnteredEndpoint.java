package zhanggui.webhooks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of an endpoint.
 *
 * @param version of the one that is changed
 */
record EnteredEndpoint(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 500) String url,
        @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 100) String> types,
        boolean enabled,
        @Nullable Integer version) {}
