package zhanggui.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A provider that says of anybody whatever a test has it say. */
final class FakeIssuer implements AutoCloseable {
    static final String CLIENT = "zhanggui";
    private final HttpServer server;
    private final RSAKey key = key();
    private final RSAKey strangersKey = key();
    private Map<String, String> asked = Map.of();
    private Consumer<JWTClaimsSet.Builder> says = claims -> {};
    private boolean signedByStranger;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", x -> answer(x, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/keys","subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(address())));
        server.createContext("/keys", x -> answer(x, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody was sent here with these parameters, and is sent back; what is said of them can be changed. */
    void knows(Map<String, String> asked, Consumer<JWTClaimsSet.Builder> says) {
        this.asked = asked;
        this.says = says;
        this.signedByStranger = false;
    }

    void signsWithAnotherKey() {
        signedByStranger = true;
    }

    /** Takes calls and answers none of them. */
    void fallsSilent() {
        silence = new CountDownLatch(1);
    }

    void speaksAgain() {
        silence.countDown();
    }

    @Override
    public void close() {
        speaksAgain();
        server.stop(0);
    }

    /** Only whoever began the flow has what was promised at its beginning. */
    private void token(HttpExchange exchange) throws IOException {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var form = Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
        if (!challenge(String.valueOf(form.get("code_verifier"))).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
                        .formatted(idToken()));
    }

    private String idToken() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .subject("somebody")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", asked.get("nonce"));
        says.accept(claims);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(signedByStranger ? strangersKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
