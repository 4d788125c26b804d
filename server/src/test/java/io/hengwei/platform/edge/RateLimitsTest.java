package io.hengwei.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UserId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

class RateLimitsTest {
    private final Settings settings = mock();
    private final HandlerExceptionResolver problems = mock();
    private final RateLimits limits = new RateLimits(settings, problems, mock(LocaleResolver.class), true);

    @BeforeEach
    void figures() {
        when(settings.value(EdgeSettings.ANONYMOUS)).thenReturn(3);
        when(settings.value(EdgeSettings.SIGNED_IN)).thenReturn(5);
        when(problems.resolveException(any(), any(), isNull(), any(Problem.class)))
                .thenAnswer(call -> {
                    call.<MockHttpServletResponse>getArgument(1).setStatus(429);
                    return new ModelAndView();
                });
    }

    @Test
    void anAddressWithoutACredentialIsSlowedDownAndAnotherIsNot() throws Exception {
        for (int i = 0; i < 3; i++)
            assertThat(ask("10.0.0.1", "/api/session", null).getStatus()).isEqualTo(200);
        var refused = ask("10.0.0.1", "/api/session", null);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 21);
        assertThat(ask("10.0.0.2", "/api/session", null).getStatus()).isEqualTo(200);
        assertThat(ask("10.0.0.1", "/assets/index.js", null).getStatus()).isEqualTo(200);
    }

    @Test
    void eachCredentialHasItsOwnLimitWhateverTheAddress() throws Exception {
        for (int i = 0; i < 5; i++) assertThat(as("Bearer one", "10.0.0." + i)).isEqualTo(200);
        assertThat(as("Bearer one", "10.0.0.9")).isEqualTo(429);
        assertThat(as("Bearer two", "10.0.0.9")).isEqualTo(200);
    }

    @Test
    void anInventedCredentialCountsForItsAddress() throws Exception {
        for (int i = 0; i < 3; i++) ask("10.0.0.3", "/api/me", "Bearer invented-" + i);
        assertThat(ask("10.0.0.3", "/api/me", "Bearer invented-9").getStatus()).isEqualTo(429);
    }

    @Test
    void deliveriesOfAlertsAreNotCountedButStrangersAre() throws Exception {
        for (int i = 0; i < 50; i++)
            assertThat(within(() -> ask("10.0.0.4", "/api/intake/alertmanager", "Bearer source")
                            .getStatus()))
                    .isEqualTo(200);
        for (int i = 0; i < 3; i++) ask("10.0.0.4", "/api/intake/alertmanager", null);
        assertThat(ask("10.0.0.4", "/api/intake/alertmanager", null).getStatus())
                .isEqualTo(429);
    }

    @Test
    void aChangedFigureHoldsAtOnce() throws Exception {
        for (int i = 0; i < 4; i++) ask("10.0.0.5", "/api/session", null);
        when(settings.value(EdgeSettings.ANONYMOUS)).thenReturn(100);
        assertThat(ask("10.0.0.5", "/api/session", null).getStatus()).isEqualTo(200);
    }

    @Test
    void memoryIsBoundedAndANetworkOfIpv6IsOne() {
        var buckets = new Buckets();
        for (int i = 0; i < 30_000; i++) buckets.of("address " + i, 10);
        assertThat(buckets.size()).isEqualTo(20_000);
        assertThat(Buckets.network("2001:db8:1:2::1")).isEqualTo(Buckets.network("2001:db8:1:2:ffff::9"));
        assertThat(Buckets.network("2001:db8:1:3::1")).isNotEqualTo(Buckets.network("2001:db8:1:2::1"));
        assertThat(Buckets.network("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    private interface Asking<T> {
        T ask() throws Exception;
    }

    private static <T> T within(Asking<T> asking) throws Exception {
        var somebody =
                new Scope(new UserId(UUID.randomUUID()), Sight.NOTHING, Set.of(), Map.of("x:y", Reach.EVERYWHERE));
        return Scope.<T, Exception>calling(somebody, asking::ask);
    }

    private int as(String credential, String address) throws Exception {
        return within(() -> ask(address, "/api/me", credential).getStatus());
    }

    private MockHttpServletResponse ask(String address, String path, String credential) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        if (credential != null) request.addHeader("Authorization", credential);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
