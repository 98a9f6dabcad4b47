package zhanggui.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request as it comes from a browser in which a person has signed in. */
public final class TestSignIn {
    private TestSignIn() {}

    public static RequestPostProcessor as(UUID person) {
        return as(person, Instant.now());
    }

    /** One that began at a moment. */
    static RequestPostProcessor as(UUID person, Instant at) {
        var signedIn = SignedIn.by(SignedIn.Proof.PASSWORD, person, at, Instant.EPOCH, new Visit(null, null, null));
        var session = authentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        return request -> csrf().postProcessRequest(session.postProcessRequest(request));
    }
}
