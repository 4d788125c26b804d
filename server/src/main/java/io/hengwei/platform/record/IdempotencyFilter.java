package io.hengwei.platform.record;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// Takes the `Idempotency-Key` of a POST and a hash of what it asks. Runs behind sign-in. A file is not
/// read for it: files are told apart by name and length.
@Component
@Order
class IdempotencyFilter extends OncePerRequestFilter {
    private static final int LARGEST_BODY = 1 << 20;

    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;

    IdempotencyFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, LocaleResolver locales) {
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader("Idempotency-Key");
        if (key == null
                || key.isBlank()
                || key.length() > 100
                || !request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        var file = String.valueOf(request.getContentType()).startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        var body = file ? new byte[0] : request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
            problems.resolveException(request, response, null, new MaxUploadSizeExceededException(LARGEST_BODY));
            return;
        }
        var forwarded = file ? request : new Repeated(request, body);
        var hash = hash(
                request.getRequestURI() + "?" + request.getQueryString() + " " + request.getHeader("If-Match") + " "
                        + (file ? request.getContentLengthLong() : "") + credential(request),
                body);
        try {
            Idempotency.with(new Idempotency.Key(key, hash), () -> {
                chain.doFilter(forwarded, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /// What only this caller knows goes into the hash too: it is stored, and must not help anybody to guess a password
    /// in the body.
    private static String credential(HttpServletRequest request) {
        var session = WebUtils.getCookie(request, "HENGWEI_SESSION");
        return " " + request.getHeader("Authorization") + " " + (session == null ? "" : session.getValue());
    }

    private static byte[] hash(String target, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(target.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The request with its body read ahead.
    private static final class Repeated extends HttpServletRequestWrapper {
        private final byte[] body;

        Repeated(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    return bytes.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
