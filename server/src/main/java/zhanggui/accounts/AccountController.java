package zhanggui.accounts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import zhanggui.access.Viewer;
import zhanggui.accounts.Accounts.EditAccount;
import zhanggui.accounts.Accounts.NewAccount;

/** Administration of accounts; an account goes by the id of its person. */
@RestController
@RequestMapping("/api/accounts")
@PreAuthorize("hasAuthority('accounts:edit')")
class AccountController {
    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    record SetPassword(@NotBlank @Size(max = 500) String password) {}

    @GetMapping("/{person}")
    @PreAuthorize("hasAuthority('accounts:read')")
    AccountView get(@PathVariable UUID person) {
        return accounts.view(person);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(@Valid @RequestBody NewAccount body, Viewer viewer) {
        accounts.create(body, viewer);
        return accounts.view(body.person());
    }

    @PutMapping("/{person}")
    AccountView edit(@PathVariable UUID person, @Valid @RequestBody EditAccount body, Viewer viewer) {
        accounts.edit(person, body, viewer);
        return accounts.view(person);
    }

    @PutMapping("/{person}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable UUID person, @Valid @RequestBody SetPassword body, Viewer viewer) {
        accounts.setPassword(person, body.password(), viewer);
    }

    @DeleteMapping("/{person}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable UUID person, Viewer viewer) {
        accounts.resetSecondFactor(person, viewer);
    }

    @DeleteMapping("/{person}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable UUID person, Viewer viewer) {
        accounts.signOut(person, viewer);
    }
}
