package zhanggui.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.accounts.Sessions;

@RestController
@RequestMapping("/api/setup")
@PreAuthorize("permitAll()")
class SetupController {
    private final Setup setup;
    private final SetupToken token;
    private final Sessions sessions;

    SetupController(Setup setup, SetupToken token, Sessions sessions) {
        this.setup = setup;
        this.token = token;
        this.sessions = sessions;
    }

    record CheckToken(@NotBlank String token) {}

    @PostMapping("/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@Valid @RequestBody CheckToken body) {
        token.check(body.token());
    }

    /** Sets up and signs the administrator in. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Setup.Begun run(@Valid @RequestBody Setup.SetUp body, HttpServletRequest request, HttpServletResponse response) {
        var begun = setup.run(body, request.getRemoteAddr());
        sessions.begin(begun.administrator(), request, response);
        return begun;
    }
}
