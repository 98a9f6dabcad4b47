package zhanggui.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.accounts.SignInRules.Demand;
import zhanggui.accounts.SignInRules.Rules;
import zhanggui.audit.SubjectType;
import zhanggui.listings.Options;

@RestController
@RequestMapping("/api/sign-in-rules")
@PreAuthorize("hasAuthority('accounts:edit')")
class SignInRulesController {
    private final SignInRules rules;

    SignInRulesController(SignInRules rules) {
        this.rules = rules;
    }

    record ChangeSignInRules(
            @NotNull Demand secondFactor, @NotNull Integer version) {}

    @Bean
    static SubjectType signInRulesHistory() {
        return SubjectType.single(SignInRules.TYPE)
                .withOptions(Map.of("secondFactor", Options.of(Demand.class, "second-factor")));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('accounts:read')")
    Rules get() {
        return rules.get();
    }

    @PutMapping
    Rules change(@Valid @RequestBody ChangeSignInRules body, Viewer viewer) {
        rules.change(body.secondFactor(), body.version(), viewer);
        return rules.get();
    }
}
