package io.hengwei;

import static org.springframework.web.servlet.function.RequestPredicates.GET;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Serves the built client: its hashed assets for a year, and its one page, never cached, for every address that is a
/// page.
@Configuration(proxyBeanMethods = false)
class WebClient implements WebMvcConfigurer {
    private static final ClassPathResource PAGE = new ClassPathResource("static/index.html");

    /// Where the page and its policy get the number of the answer, by which its own style sheets are known.
    private static final String NONCE = "{{nonce}}";

    /// No script but ours, no style sheet but ours. Styles of single elements stay free: charts write them as markup.
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src-elem 'self' 'nonce-" + NONCE
                    + "'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Pattern NO_PAGE = Pattern.compile("/(?:api|actuator|assets|error|v3)(?:/.*)?|.*\\.[^/]*");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new TightestFirst());
    }

    @Bean
    RouterFunction<ServerResponse> page() {
        return RouterFunctions.route(GET("/**").and(WebClient::asksForAPage), ignored -> answer());
    }

    private static boolean asksForAPage(ServerRequest request) {
        return !NO_PAGE.matcher(request.path()).matches()
                && request.headers().accept().stream().anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML));
    }

    private static ServerResponse answer() throws IOException {
        var nonce = UUID.randomUUID().toString();
        return PAGE.exists()
                ? ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Security-Policy", CONTENT_POLICY.replace(NONCE, nonce))
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(PAGE.getContentAsString(StandardCharsets.UTF_8).replace(NONCE, nonce))
                : ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                        .body("界面尚未构建 / the client has not been built");
    }
}
