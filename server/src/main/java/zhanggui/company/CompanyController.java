package zhanggui.company;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Viewer;

@RestController
@RequestMapping("/api/company")
class CompanyController {
    private final CompanySettings settings;

    CompanyController(CompanySettings settings) {
        this.settings = settings;
    }

    record ChangeCompany(@Valid @NotNull CompanySettings.Details details, int version) {}

    @Bean
    static Permissions companyPermissions() {
        return Permissions.of(Permission.plain("company", "edit"));
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Company get() {
        return settings.get();
    }

    @PutMapping
    @PreAuthorize("hasAuthority('company:edit')")
    Company change(@Valid @RequestBody ChangeCompany body, Viewer viewer) {
        settings.change(body.details(), body.version(), viewer);
        return settings.get();
    }
}
