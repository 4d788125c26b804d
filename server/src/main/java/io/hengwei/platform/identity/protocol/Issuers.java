package io.hengwei.platform.identity.protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.hengwei.platform.shared.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The authorization code flow of OpenID Connect with PKCE. The description of the issuer and its keys are fetched for
/// each sign-in: those are few, and what was changed there counts at once.
public final class Issuers {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 5_000;
    private static final int LARGEST = 256 * 1024;
    private static final Set<JWSAlgorithm> BY_KEY_PAIR = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    /// What has to come back with the person, and where to.
    public record Question(String state, String nonce, String verifier, String redirect) {
        public static Question to(URI redirect) {
            return new Question(
                    new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), redirect.toString());
        }
    }

    /// What the issuer says of the person.
    ///
    /// @param provedAt when the person last proved there to be present; null when it does not say
    public record Statement(
            String subject,
            @Nullable String name,
            Set<String> groups,
            @Nullable Instant provedAt) {}

    /// The issuer does not answer, or not as agreed.
    public static final class Unanswered extends Exception {
        Unanswered(Exception cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }

        Unanswered(String what) {
            super(what);
        }
    }

    private Issuers() {}

    /// @throws Unanswered when the description of the issuer cannot be had, or does not fit
    public static void requireAnswer(OidcConfig config) throws Unanswered {
        description(config);
    }

    /// Where the person signs in.
    ///
    /// @param anew whether being signed in there already is not enough
    public static URI signIn(OidcConfig config, Question question, boolean anew) throws Unanswered {
        var scope = new Scope("openid");
        config.scopes().forEach(scope::add);
        var request = new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        scope,
                        new ClientID(config.clientId()),
                        URI.create(question.redirect()))
                .endpointURI(description(config).getAuthorizationEndpointURI())
                .state(new State(question.state()))
                .nonce(new Nonce(question.nonce()))
                .codeChallenge(new CodeVerifier(question.verifier()), CodeChallengeMethod.S256);
        if (anew) request.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        return request.build().toURI();
    }

    /// Exchanges the code for the statement and verifies that: signature, issuer, audience, time and nonce.
    public static Statement statement(OidcConfig config, @Nullable String secret, Question question, String code)
            throws Unanswered {
        try {
            var description = description(config);
            var response = OIDCTokenResponseParser.parse(
                    tokenRequest(description, config, secret, question, code).send());
            if (!response.indicatesSuccess())
                throw new Unanswered(String.valueOf(response.toErrorResponse().getErrorObject()));
            var token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
            if (token == null) throw new Unanswered("no ID token");
            return statement(config, validator(description, config).validate(token, new Nonce(question.nonce())));
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw new Unanswered(e);
        }
    }

    private static HTTPRequest tokenRequest(
            OIDCProviderMetadata description,
            OidcConfig config,
            @Nullable String secret,
            Question question,
            String code) {
        var client = new ClientID(config.clientId());
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), URI.create(question.redirect()), new CodeVerifier(question.verifier()));
        var endpoint = description.getTokenEndpointURI();
        var request = (secret == null
                        ? new TokenRequest.Builder(endpoint, client, grant)
                        : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(ANSWER_MILLIS);
        request.setFollowRedirects(false);
        return request;
    }

    /// Only signatures by a key pair count: with one made by a shared secret this product could vouch to itself.
    private static IDTokenValidator validator(OIDCProviderMetadata description, OidcConfig config)
            throws IOException, Unanswered {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        description.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MILLIS, ANSWER_MILLIS, LARGEST))
                .build();
        var announced = description.getIDTokenJWSAlgs();
        var algorithms = new HashSet<>(announced == null ? List.of(JWSAlgorithm.RS256) : announced);
        algorithms.retainAll(BY_KEY_PAIR);
        if (algorithms.isEmpty()) throw new Unanswered("no signature by a key pair is announced");
        return new IDTokenValidator(
                description.getIssuer(),
                new ClientID(config.clientId()),
                new JWSVerificationKeySelector<>(algorithms, keys),
                null);
    }

    private static Statement statement(OidcConfig config, IDTokenClaimsSet claims) {
        var groups = config.groupsClaim() == null ? null : claims.getStringListClaim(config.groupsClaim());
        var time = claims.getAuthenticationTime();
        return new Statement(
                claims.getSubject().getValue(),
                claims.getStringClaim(config.nameClaim()),
                groups == null ? Set.of() : Set.copyOf(groups),
                time == null ? null : time.toInstant());
    }

    private static OIDCProviderMetadata description(OidcConfig config) throws Unanswered {
        try {
            var description = OIDCProviderMetadata.resolve(new Issuer(config.issuer()), CONNECT_MILLIS, ANSWER_MILLIS);
            for (var endpoint : List.of(
                    required(description.getAuthorizationEndpointURI(), "authorization_endpoint"),
                    required(description.getTokenEndpointURI(), "token_endpoint"),
                    required(description.getJWKSetURI(), "jwks_uri"))) Safe.requireWeb(endpoint, "oidc.issuer");
            return description;
        } catch (GeneralException | IOException | Refused e) {
            throw new Unanswered(e);
        }
    }

    private static URI required(@Nullable URI endpoint, String name) throws Unanswered {
        if (endpoint == null) throw new Unanswered(name + " is missing");
        return endpoint;
    }
}
