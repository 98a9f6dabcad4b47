package zhanggui.customfields;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;
import zhanggui.audit.SubjectType;
import zhanggui.listings.Options;

@RestController
@RequestMapping("/api/custom-fields")
class FieldController {
    private final Definitions definitions;
    private final FieldHosts hosts;

    FieldController(Definitions definitions, FieldHosts hosts) {
        this.definitions = definitions;
        this.hosts = hosts;
    }

    /**
     * A type of record that takes custom fields.
     *
     * @param conditions the keys of its own fields by which a custom one may be required
     * @param operands the keys of its own fields that formulas may be made of
     */
    record CustomFieldHost(String type, Set<String> conditions, Set<String> operands) {}

    /** @param ids of all fields of the type */
    record OrderFields(@NotNull @Size(max = 200) List<@NotNull UUID> ids) {}

    @Bean
    static Permissions customFieldPermissions() {
        return Permissions.of(Permission.plain("customfields", "edit"));
    }

    /** Whoever is signed in reads the fields, and so what became of them. */
    @Bean
    static SubjectType customFieldHistory(Definitions definitions, FieldHosts hosts) {
        return SubjectType.of(Definitions.SUBJECT, definitions::exists, (id, viewer) -> definitions.exists(id))
                .withOptions(Map.of(
                        "type", Options.of(FieldType.class, "customfields.type"),
                        "required", Options.of(CustomField.When.class, "customfields.required"),
                        "of",
                                (language, texts) -> hosts.types().stream()
                                        .map(type -> new Options.Option(type, texts.get(language, type), null))
                                        .toList()));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    List<CustomFieldHost> types() {
        return hosts.types().stream()
                .map(type -> new CustomFieldHost(
                        type,
                        new TreeSet<>(hosts.get(type).conditions()),
                        hosts.get(type).operands().keySet()))
                .toList();
    }

    /** Those that are retired too; not those hidden from a viewer who does not make fields. */
    @GetMapping("/{type}")
    @PreAuthorize("isAuthenticated()")
    List<CustomField> of(@PathVariable String type, Viewer viewer) {
        var all = definitions.of(type);
        return viewer.may("customfields:edit")
                ? all
                : all.stream()
                        .filter(f -> viewer.fields().of(type, f.key()).isShown())
                        .toList();
    }

    @PostMapping("/{type}")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('customfields:edit')")
    CustomField add(@PathVariable String type, @Valid @RequestBody SaveField body, Viewer viewer) {
        return definitions.add(type, body, viewer);
    }

    @PutMapping("/{type}/{id}")
    @PreAuthorize("hasAuthority('customfields:edit')")
    CustomField edit(
            @PathVariable String type, @PathVariable UUID id, @Valid @RequestBody SaveField body, Viewer viewer) {
        return definitions.edit(type, id, body, viewer);
    }

    @PutMapping("/{type}/order")
    @PreAuthorize("hasAuthority('customfields:edit')")
    List<CustomField> order(@PathVariable String type, @Valid @RequestBody OrderFields body, Viewer viewer) {
        return definitions.order(type, body.ids(), viewer);
    }

    @DeleteMapping("/{type}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('customfields:edit')")
    void delete(@PathVariable String type, @PathVariable UUID id, Viewer viewer) {
        definitions.delete(type, id, viewer);
    }
}
