package io.hengwei.platform.identity.external;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// An issuer on loopback that keeps the rules of OpenID Connect: a code counts once, for its client, its address and
/// its verifier. What it says of people can be made wrong.
class TestIssuer implements AutoCloseable {
    static final String CLIENT = "hengwei";
    static final String SECRET = "shared-with-the-issuer";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What is wrong with its statements.
    enum Fault {
        NONE,
        OTHER_KEY,
        SHARED_SECRET,
        OTHER_AUDIENCE,
        OTHER_NONCE,
        EXPIRED
    }

    private record Grant(Map<String, String> asked, Map<String, Object> claims) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Grant> codes = new HashMap<>();
    Fault fault = Fault.NONE;
    Instant provedAt = Instant.now();

    TestIssuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        200,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys",
                                "response_types_supported", List.of("code"),
                                "subject_types_supported", List.of("public"),
                                "id_token_signing_alg_values_supported", List.of("RS256", "HS256"))));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, Object> config(boolean secondFactor) {
        return Map.of(
                "issuer",
                issuer(),
                "clientId",
                CLIENT,
                "scopes",
                List.of("profile"),
                "nameClaim",
                "preferred_username",
                "groupsClaim",
                "groups",
                "secondFactor",
                secondFactor);
    }

    /// The person signs in at the address to which the browser was sent.
    ///
    /// @return query with which the browser goes back
    String signIn(String address, String subject, String name, String... groups) {
        var asked = UriComponentsBuilder.fromUri(URI.create(address))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        var decoded = asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> URLDecoder.decode(e.getValue(), StandardCharsets.UTF_8)));
        var code = "code-" + codes.size();
        codes.put(
                code,
                new Grant(decoded, Map.of("sub", subject, "preferred_username", name, "groups", List.of(groups))));
        return "code=" + code + "&state=" + asked.get("state");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = Arrays.stream(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
        var grant = codes.remove(form.get("code"));
        var basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")))
                .getValue();
        if (grant == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !Objects.equals(grant.asked().get("code_challenge"), challenge)
                || !Objects.equals(grant.asked().get("redirect_uri"), form.get("redirect_uri"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(exchange, 200, Map.of("access_token", "a", "token_type", "Bearer", "id_token", statement(grant)));
    }

    private String statement(Grant grant) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(fault == Fault.OTHER_AUDIENCE ? "somebody-else" : CLIENT)
                .issueTime(Date.from(now.minusSeconds(fault == Fault.EXPIRED ? 7200 : 0)))
                .expirationTime(Date.from(now.plusSeconds(fault == Fault.EXPIRED ? -3600 : 300)))
                .claim(
                        "nonce",
                        fault == Fault.OTHER_NONCE ? "another" : grant.asked().get("nonce"))
                .claim("auth_time", provedAt.getEpochSecond());
        grant.claims().forEach(claims::claim);
        try {
            var byKey = fault != Fault.SHARED_SECRET;
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(byKey ? JWSAlgorithm.RS256 : JWSAlgorithm.HS256)
                            .keyID("one")
                            .build(),
                    claims.build());
            jwt.sign(
                    byKey
                            ? new RSASSASigner(fault == Fault.OTHER_KEY ? otherKey : key)
                            : new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
