package io.hengwei.platform.shared;

import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// The only place that turns errors into answers: RFC 9457, in the person's language, with a code that programs read.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, String> CODES = Map.of(
            400,
            "invalid",
            401,
            "unauthenticated",
            403,
            "forbidden",
            404,
            "not-found",
            405,
            "method-not-allowed",
            413,
            "too-large",
            415,
            "unsupported-media-type",
            428,
            "precondition-required",
            503,
            "busy");

    private static final String COME_AGAIN_SECONDS = "5";

    private final MessageSource messages;
    private final ProblemText words;

    Problems(MessageSource messages, ProblemText words) {
        this.messages = messages;
        this.words = words;
    }

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, Locale locale) {
        var body = body(problem.status(), problem.code(), locale);
        var detail = words.of(problem, locale);
        body.setDetail(detail);
        if (problem instanceof Refused refused) {
            body.setProperty("reason", refused.reason());
            if (refused.field() != null) body.setProperty("errors", List.of(new FieldProblem(refused.field(), detail)));
        }
        if (problem.about() != null) body.setProperty("about", problem.about());
        if (problem instanceof Stale stale) body.setProperty("current", stale.current());
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? later(body)
                : ResponseEntity.status(problem.status()).body(body);
    }

    @ExceptionHandler
    ProblemDetail violated(ConstraintViolationException e, Locale locale) {
        return fields(
                locale,
                e.getConstraintViolations().stream()
                        .map(v -> new FieldProblem(lastOf(v.getPropertyPath().toString()), v.getMessage()))
                        .toList());
    }

    /// The container cannot read the address or a header: of no charset, or beyond what is let in.
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    ProblemDetail unreadable(Exception e, Locale locale) {
        return body(HttpStatus.BAD_REQUEST, "invalid", locale);
    }

    @ExceptionHandler
    ProblemDetail rejectedByDatabase(DataIntegrityViolationException e, Locale locale) {
        if (isNoText(e)) return explained(HttpStatus.BAD_REQUEST, "invalid", "unstorable", locale);
        LOG.warn(
                "The database refused what the program let through: {}",
                e.getMostSpecificCause().getMessage());
        return body(HttpStatus.CONFLICT, "refused", locale);
    }

    /// SQL state 22: what the program sent is no value of its column, such as a text with a NUL in it.
    private static boolean isNoText(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> busy(Exception e, Locale locale) {
        LOG.warn("Cannot serve now: {}", e.getMessage());
        return later(body(HttpStatus.SERVICE_UNAVAILABLE, "busy", locale));
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail body) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, COME_AGAIN_SECONDS)
                .body(body);
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException e, Locale locale) {
        var support = Ids.next().toString().substring(24);
        LOG.error("Unexpected error {}", support, e);
        var body = body(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", locale);
        body.setProperty("support", support);
        return body;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError f ? f.getField() : error.getObjectName(),
                        error instanceof FieldError f && f.isBindingFailure()
                                ? word("field.value", request)
                                : String.valueOf(error.getDefaultMessage())))
                .toList();
        return ResponseEntity.badRequest().body(fields(request.getLocale(), errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof StreamConstraintsException)
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                    .body(explained(HttpStatus.CONTENT_TOO_LARGE, "too-large", "body", request.getLocale()));
        var field = e.getCause() instanceof JacksonException cause ? path(cause) : "";
        if (field.isEmpty())
            return ResponseEntity.badRequest()
                    .body(explained(HttpStatus.BAD_REQUEST, "invalid", "unreadable", request.getLocale()));
        var unknown = e.getCause() instanceof UnrecognizedPropertyException;
        return refuse(field, unknown ? "field.unknown" : "field.value", request);
    }

    private static String path(JacksonException cause) {
        return cause.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(String.valueOf(e.getPropertyName()), "field.value", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(e.getParameterName(), "field.missing", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return ResponseEntity.badRequest().body(fields(request.getLocale(), errors));
    }

    private ResponseEntity<Object> refuse(String field, String word, WebRequest request) {
        return ResponseEntity.badRequest()
                .body(fields(request.getLocale(), List.of(new FieldProblem(field, word(word, request)))));
    }

    private String word(String key, WebRequest request) {
        return messages.getMessage("problem." + key, null, request.getLocale());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body(HttpStatus.valueOf(status.value()), code(status.value()), request.getLocale());
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private ProblemDetail fields(Locale locale, List<FieldProblem> errors) {
        var body = body(HttpStatus.BAD_REQUEST, "invalid", locale);
        body.setProperty("errors", errors);
        return body;
    }

    /// What is said of a status alone.
    ProblemDetail of(HttpStatus status, Locale locale) {
        return body(status, code(status.value()), locale);
    }

    static String code(int status) {
        return CODES.getOrDefault(status, status < 500 ? "invalid" : "unexpected");
    }

    private ProblemDetail explained(HttpStatus status, String code, String what, Locale locale) {
        var body = body(status, code, locale);
        body.setDetail(messages.getMessage("problem." + code + "." + what, null, locale));
        return body;
    }

    private ProblemDetail body(HttpStatus status, String code, Locale locale) {
        var body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + code));
        body.setTitle(messages.getMessage("problem." + code, null, code, locale));
        body.setProperty("code", code);
        return body;
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
