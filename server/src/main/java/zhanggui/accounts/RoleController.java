package zhanggui.accounts;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import zhanggui.accounts.Roles.EditRole;
import zhanggui.accounts.Roles.RoleView;
import zhanggui.texts.Texts;

/** Roles, and the permissions they are made of. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasAuthority('accounts:edit')")
class RoleController {
    private final Roles roles;
    private final RoleFields fields;
    private final List<Permissions> permissions;
    private final Texts texts;

    RoleController(Roles roles, RoleFields fields, List<Permissions> permissions, Texts texts) {
        this.roles = roles;
        this.fields = fields;
        this.permissions = permissions;
        this.texts = texts;
    }

    /** @param scoped whether it carries a reach; otherwise it is had or not had */
    record PermissionView(String name, String action, String label, boolean scoped) {}

    record ModulePermissions(String module, String label, List<PermissionView> permissions) {}

    @GetMapping("/permissions")
    @PreAuthorize("hasAuthority('accounts:read')")
    List<ModulePermissions> permissions(Viewer viewer) {
        return named(p -> true, viewer);
    }

    /** The fields of records of which roles may say how far they go. */
    @GetMapping("/permissions/fields")
    @PreAuthorize("hasAuthority('accounts:read')")
    List<RoleFields.ListFields> fields(Viewer viewer) {
        return fields.all(viewer);
    }

    /** What one has oneself, so that it can be named to those who may not look at roles. */
    @GetMapping("/me/permissions")
    @PreAuthorize("isAuthenticated()")
    List<ModulePermissions> mine(Viewer viewer) {
        return named(p -> viewer.may(p.name()), viewer);
    }

    @GetMapping("/roles")
    @PreAuthorize("hasAuthority('accounts:read')")
    List<RoleView> all() {
        return roles.all();
    }

    @PostMapping("/roles")
    @ResponseStatus(HttpStatus.CREATED)
    RoleView add(@Valid @RequestBody EditRole body, Viewer viewer) {
        return roles.get(roles.add(body, viewer));
    }

    @PutMapping("/roles/{id}")
    RoleView change(@PathVariable UUID id, @Valid @RequestBody EditRole body, Viewer viewer) {
        roles.change(id, body, viewer);
        return roles.get(id);
    }

    @DeleteMapping("/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        roles.remove(id, viewer);
    }

    private List<ModulePermissions> named(Predicate<Permission> wanted, Viewer viewer) {
        return permissions.stream()
                .flatMap(p -> p.all().stream())
                .filter(wanted)
                .collect(Collectors.groupingBy(Permission::module, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(module -> new ModulePermissions(
                        module.getKey(),
                        text(viewer, module.getKey()),
                        module.getValue().stream().map(p -> named(p, viewer)).toList()))
                .toList();
    }

    private PermissionView named(Permission p, Viewer viewer) {
        return new PermissionView(p.name(), p.action(), text(viewer, p.module() + "." + p.action()), p.scoped());
    }

    private String text(Viewer viewer, String of) {
        return texts.get(viewer.language(), "permission." + of);
    }
}
