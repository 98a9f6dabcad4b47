package zhanggui.company;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Map;
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
import zhanggui.audit.SubjectType;
import zhanggui.listings.Options;
import zhanggui.texts.Language;

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

    /** Whoever is signed in reads the settings, and so what became of them. */
    @Bean
    static SubjectType companyHistory() {
        Options languages = (language, texts) -> Arrays.stream(Language.values())
                .map(l -> new Options.Option(l.tag(), texts.get(language, "language." + l.tag()), null))
                .toList();
        return SubjectType.single(CompanySettings.TYPE).withOptions(Map.of("language", languages));
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
