package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** What people change about their own account. */
@RestController
@RequestMapping("/api/me")
@PreAuthorize("isAuthenticated()")
class MeController {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Tokens tokens;

    MeController(AccountStore accounts, Passwords passwords, SignIn signIn, Tokens tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    record SetLanguage(@NotNull Language language) {}

    record ChangePassword(@NotNull String current, @NotNull String next) {}

    record CreateToken(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty List<String> scopes,
            @NotNull LocalDate expiresOn) {}

    @PutMapping("/language")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void language(@Valid @RequestBody SetLanguage body, Viewer viewer) {
        accounts.setLanguage(viewer.id(), body.language());
    }

    /** Ends every other session too. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@Valid @RequestBody ChangePassword body, Viewer viewer, HttpServletRequest request) {
        notByToken(viewer);
        var account = accounts.byPerson(viewer.id()).orElseThrow(Refused::notFound);
        if (!passwords.matches(body.current(), account.passwordHash())) {
            throw Refused.invalid("current", "password-wrong");
        }
        accounts.setPassword(viewer.id(), passwords.hash(body.next(), account.username(), "next"));
        signIn.outEverywhere(viewer.id());
        Sessions.end(request);
    }

    /** Signs out everywhere, here included. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Viewer viewer, HttpServletRequest request) {
        signIn.outEverywhere(viewer.id());
        Sessions.end(request);
    }

    @GetMapping("/tokens")
    List<TokenStore.Token> tokens(Viewer viewer) {
        return tokens.of(viewer);
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens.NewToken createToken(@Valid @RequestBody CreateToken body, Viewer viewer) {
        notByToken(viewer);
        return tokens.create(body.name(), body.scopes(), body.expiresOn(), viewer);
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeToken(@PathVariable UUID id, Viewer viewer) {
        notByToken(viewer);
        tokens.remove(id, viewer);
    }

    /** A token cannot change how its owner signs in, nor make more of itself. */
    private static void notByToken(Viewer viewer) {
        if (viewer.origin().way() == Viewer.Way.TOKEN) throw Refused.notAllowed();
    }
}
