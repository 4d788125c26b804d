package io.hengwei.platform.shared;

import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

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

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    record FieldProblem(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem, Locale locale) {
        var body = body(problem.status(), problem.code(), locale);
        var detail = messages.getMessage(problem.detailKey(), problem.arguments(), problem.getMessage(), locale);
        body.setDetail(detail);
        if (problem instanceof Refused refused) {
            body.setProperty("reason", refused.reason());
            if (refused.field() != null)
                body.setProperty("errors", List.of(new FieldProblem(refused.field(), String.valueOf(detail))));
        }
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

    @ExceptionHandler
    ProblemDetail rejectedByDatabase(DataIntegrityViolationException e, Locale locale) {
        LOG.warn(
                "The database refused what the program let through: {}",
                e.getMostSpecificCause().getMessage());
        return body(HttpStatus.CONFLICT, "refused", locale);
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
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        return ResponseEntity.badRequest().body(fields(request.getLocale(), errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = body(
                HttpStatus.valueOf(status.value()), CODES.getOrDefault(status.value(), "invalid"), request.getLocale());
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private ProblemDetail fields(Locale locale, List<FieldProblem> errors) {
        var body = body(HttpStatus.BAD_REQUEST, "invalid", locale);
        body.setProperty("errors", errors);
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
