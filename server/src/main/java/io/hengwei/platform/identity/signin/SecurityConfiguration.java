package io.hengwei.platform.identity.signin;

import io.hengwei.platform.edge.RateLimits;
import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.setting.Settings;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What is open to whom before any permission is asked: everything under `/api` needs a signed-in person, but for the
/// door itself.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /// Of answers that are no page; the page brings its own.
    private static final String CONTENT_POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
    private static final DispatcherType[] ALREADY_JUDGED = {
        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.INCLUDE
    };

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            Credentials credentials,
            RateLimits limits,
            Refusals refusals,
            Settings settings,
            Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .addFilterBefore(
                        new CredentialFilter(credentials, settings, clock, refusals),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(limits, CredentialFilter.class)
                .csrf(SecurityConfiguration::crossSiteProtection)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(ALREADY_JUDGED)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/session", "/api/setup", "/api/activation")
                .permitAll()
                .requestMatchers(HttpMethod.GET, CredentialFilter.SSO, CredentialFilter.SSO + "/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/setup", "/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/api", "/api/**")
                .authenticated()
                .requestMatchers("/actuator/**", "/v3/**")
                .denyAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    /// The strategy would exchange the token with every request of a signed-in person (each looks like a new
    /// sign-in), under the hands of a page that asks for several things at once.
    private static void crossSiteProtection(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.spa()
                .ignoringRequestMatchers(CredentialFilter::isToken)
                .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
