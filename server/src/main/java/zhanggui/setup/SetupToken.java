package zhanggui.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;

/** Shows that whoever sets up can read this server's log. New at every start, of no use once the company exists. */
@Component
class SetupToken {
    private static final Logger log = LoggerFactory.getLogger(SetupToken.class);
    private final CompanySettings company;
    private final String token;

    SetupToken(CompanySettings company) {
        this.company = company;
        var bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    String value() {
        return token;
    }

    /** @throws Refused when the company exists already, or the token is another */
    void check(String given) {
        if (company.find().isPresent()) throw Refused.because(SetupReasons.DONE);
        if (!MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8))) {
            throw Refused.because(SetupReasons.WRONG_TOKEN);
        }
    }

    @EventListener
    void tell(ApplicationReadyEvent e) {
        if (!(e.getApplicationContext() instanceof ServletWebServerApplicationContext web)) return;
        var server = web.getWebServer();
        if (server == null) return;
        log.info("Zhanggui 掌柜 is ready: http://127.0.0.1:{}", server.getPort());
        if (company.find().isEmpty()) log.info("To set up, enter this one-time token there: {}", token);
    }
}
