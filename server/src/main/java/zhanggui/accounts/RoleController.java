package zhanggui.accounts;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
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
    private final List<Permissions> permissions;
    private final Texts texts;

    RoleController(Roles roles, List<Permissions> permissions, Texts texts) {
        this.roles = roles;
        this.permissions = permissions;
        this.texts = texts;
    }

    /** @param scoped whether it carries a reach; otherwise it is had or not had */
    record PermissionView(String name, String action, String label, boolean scoped) {}

    record ModulePermissions(String module, String label, List<PermissionView> permissions) {}

    @GetMapping("/permissions")
    @PreAuthorize("hasAuthority('accounts:read')")
    List<ModulePermissions> permissions(Viewer viewer) {
        return permissions.stream()
                .flatMap(p -> p.all().stream())
                .map(Permission::module)
                .distinct()
                .map(module -> new ModulePermissions(
                        module, texts.get(viewer.language(), "permission." + module), of(module, viewer)))
                .toList();
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

    private List<PermissionView> of(String module, Viewer viewer) {
        return permissions.stream()
                .flatMap(p -> p.all().stream())
                .filter(p -> p.module().equals(module))
                .map(p -> new PermissionView(
                        p.name(),
                        p.action(),
                        texts.get(viewer.language(), "permission." + module + "." + p.action()),
                        p.scoped()))
                .toList();
    }
}
