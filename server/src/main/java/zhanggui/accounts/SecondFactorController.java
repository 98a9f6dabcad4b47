package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.accounts.SecondFactors.Enrolment;
import zhanggui.accounts.SecondFactors.FactorState;
import zhanggui.accounts.SignedIn.Proof;

/** People's own second factor, on the page of their own account. */
@RestController
@RequestMapping("/api/me/second-factor")
@PreAuthorize("isAuthenticated()")
class SecondFactorController {
    private final SecondFactors factors;
    private final OwnAccount own;
    private final Sessions sessions;

    SecondFactorController(SecondFactors factors, OwnAccount own, Sessions sessions) {
        this.factors = factors;
        this.own = own;
        this.sessions = sessions;
    }

    /** @param password the present one, of whoever has one */
    record BeginFactor(@NotNull @Size(max = 500) String password) {}

    record ShowCode(@NotBlank @Size(max = 40) String code) {}

    record NewRecoveryCodes(List<String> codes) {}

    @GetMapping
    FactorState get(Viewer viewer) {
        OwnAccount.notByToken(viewer);
        return factors.of(viewer.id());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Enrolment begin(
            @Valid @RequestBody BeginFactor body,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        notKept(response);
        return factors.begin(own.confirmed(body.password(), "password", viewer, Visit.of(request)));
    }

    /** This session has shown the factor with that; the others are asked for it. */
    @PutMapping
    NewRecoveryCodes confirm(
            @Valid @RequestBody ShowCode body,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnAccount.notByToken(viewer);
        notKept(response);
        var codes = factors.confirm(body.code(), viewer);
        Standing.in(request)
                .map(Standing::signedIn)
                .filter(s -> s.proof() == Proof.PASSWORD)
                .ifPresent(s -> sessions.begin(s.with(Proof.CODE), request, response));
        return new NewRecoveryCodes(codes);
    }

    @PostMapping("/recovery-codes")
    NewRecoveryCodes renew(@Valid @RequestBody ShowCode body, Viewer viewer, HttpServletResponse response) {
        OwnAccount.notByToken(viewer);
        notKept(response);
        return new NewRecoveryCodes(factors.renewRecoveryCodes(body.code(), viewer));
    }

    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@Valid @RequestBody ShowCode body, Viewer viewer) {
        OwnAccount.notByToken(viewer);
        factors.end(body.code(), viewer);
    }

    static void notKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
