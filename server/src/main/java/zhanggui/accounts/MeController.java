package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
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
import zhanggui.texts.Language;

/** What people change about their own account. */
@RestController
@RequestMapping("/api/me")
@PreAuthorize("isAuthenticated()")
class MeController {
    private final OwnAccount own;
    private final Sessions sessions;
    private final Tokens tokens;

    MeController(OwnAccount own, Sessions sessions, Tokens tokens) {
        this.own = own;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    record SetLanguage(@NotNull Language language) {}

    record SetTheme(@NotNull Theme theme) {}

    record ChangePassword(
            @NotNull @Size(max = 500) String current,
            @NotNull @Size(max = 500) String next) {}

    record CreateToken(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty List<@NotNull String> scopes,
            @NotNull LocalDate expiresOn) {}

    @PutMapping("/language")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void language(@Valid @RequestBody SetLanguage body, Viewer viewer) {
        own.speak(body.language(), viewer);
    }

    @PutMapping("/theme")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void theme(@Valid @RequestBody SetTheme body, Viewer viewer) {
        own.look(body.theme(), viewer);
    }

    /** Ends every other session; this one goes on, under another name. */
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(
            @Valid @RequestBody ChangePassword body,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = Visit.of(request);
        own.changePassword(body.current(), body.next(), viewer, visit);
        var before = Standing.in(request).map(Standing::signedIn).orElseThrow();
        Sessions.end(request);
        sessions.begin(before.proof(), viewer.id(), request, response);
    }

    @GetMapping("/tokens")
    List<TokenStore.Token> tokens(Viewer viewer) {
        return tokens.of(viewer);
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Tokens.NewToken createToken(@Valid @RequestBody CreateToken body, Viewer viewer, HttpServletResponse response) {
        OwnAccount.notByToken(viewer);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return tokens.create(body.name(), body.scopes(), body.expiresOn(), viewer);
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeToken(@PathVariable UUID id, Viewer viewer) {
        OwnAccount.notByToken(viewer);
        tokens.remove(id, viewer);
    }
}
