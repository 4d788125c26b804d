package io.hengwei.platform.shared;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What fails before a controller is reached is answered as everything else is.
@Hidden
@RestController
class LastResort implements ErrorController {
    private final Problems problems;

    LastResort(Problems problems) {
        this.problems = problems;
    }

    /// Where filters and the firewall send what they refuse.
    @RequestMapping("/error")
    ProblemDetail error(HttpServletRequest request, Locale locale) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return problems.of(
                Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR), locale);
    }

    /// An address that is none never gets as far as the application.
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedAddresses() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
                host.getPipeline().addValve(new Report());
            }
        });
    }

    private static final class Report extends ErrorReportValve {
        private static final ResourceBundle.Control NO_FALLBACK =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            var code = Problems.code(status);
            var title = ResourceBundle.getBundle("messages.shared", request.getLocale(), NO_FALLBACK)
                    .getString("problem." + code);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            try {
                response.getReporter().write("""
                    {"type":"/problems/%s","title":"%s","status":%d,"code":"%s"}""".formatted(code, title, status, code));
                response.finishResponse();
            } catch (IOException gone) {
                containerLog.debug("Nobody waits for the answer any more", gone);
            }
        }
    }
}
