package zhanggui.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.DatabindException;
import zhanggui.texts.Language;

/** The one place where exceptions become problem answers. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused e, HttpServletRequest request) {
        RefusedIds.set(request, e);
        return answer(problems.describe(e, language(request)), e.retryAfter());
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        var errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> new Problem.FieldError(
                        error instanceof FieldError field ? field.getField() : "",
                        code(error.getCode()),
                        message(error, language(request))))
                .toList();
        return invalid(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException e, HttpServletRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Problem.FieldError(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                code(error.getCodes() == null ? null : error.getCodes()[error.getCodes().length - 1]),
                                message(error, language(request)))))
                .toList();
        return invalid(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(ConstraintViolationException e, HttpServletRequest request) {
        var language = language(request);
        var errors = e.getConstraintViolations().stream()
                .map(Violations::problem)
                .map(p -> new Problem.FieldError(p.field(), p.code(), problems.describe(p, language)))
                .toList();
        return invalid(errors, request);
    }

    /** A body that is no JSON is unreadable; a value of the wrong kind names its field. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Refused refused) return refused(refused, request);
            if (t instanceof DatabindException databind && !databind.getPath().isEmpty()) {
                return mismatch(path(databind), request);
            }
        }
        return answer(General.UNREADABLE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var ofPath = e.getParameter().hasParameterAnnotation(PathVariable.class);
        return ofPath ? answer(General.NOT_FOUND, request) : mismatch(e.getName(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(MultipartException e, HttpServletRequest request) {
        if (Causes.isStorageFull(e)) return storageFull(e, request);
        return answer(e instanceof MaxUploadSizeExceededException ? General.TOO_LARGE : General.UNREADABLE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAllowed(AccessDeniedException e, HttpServletRequest request) {
        return answer(request.getUserPrincipal() == null ? General.NOT_SIGNED_IN : General.NOT_ALLOWED, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notSignedIn(AuthenticationException e, HttpServletRequest request) {
        return answer(General.NOT_SIGNED_IN, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(DataIntegrityViolationException e, HttpServletRequest request) {
        if (Causes.cannotBeStored(e)) return answer(General.NOT_STORABLE, request);
        log.warn("the database refused {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(General.CONFLICT, request);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class
    })
    ResponseEntity<Problem> unavailable(Exception e, HttpServletRequest request) {
        if (Causes.cannotBeStored(e)) return answer(General.NOT_STORABLE, request);
        if (Causes.isStorageFull(e)) return storageFull(e, request);
        log.warn("database unavailable for {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(problems.describe(General.UNAVAILABLE, language(request)), Duration.ofSeconds(2));
    }

    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response) {
            return answer(byStatus(response.getStatusCode().value()), request);
        }
        if (Causes.cannotBeStored(e)) return answer(General.NOT_STORABLE, request);
        if (Causes.isNoText(e)) return answer(General.UNREADABLE, request);
        if (Causes.isBusy(e) || Causes.isStorageFull(e)) return unavailable(e, request);
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(General.INTERNAL, request);
    }

    private static Reason byStatus(int status) {
        for (var reason : List.of(
                General.NOT_FOUND,
                General.WRONG_METHOD,
                General.UNSUPPORTED_TYPE,
                General.TOO_LARGE,
                General.UNAVAILABLE)) {
            if (reason.status() == status) return reason;
        }
        return status >= 500 ? General.INTERNAL : General.UNREADABLE;
    }

    private ResponseEntity<Problem> storageFull(Exception e, HttpServletRequest request) {
        log.error("no room to store {} {}: {}", request.getMethod(), request.getRequestURI(), e.getMessage());
        return answer(General.STORAGE_FULL, request);
    }

    /** {@code lines[2].quantity} */
    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    private ResponseEntity<Problem> mismatch(String field, HttpServletRequest request) {
        var language = language(request);
        var problem = FieldProblem.of(field, "type-mismatch");
        return invalid(
                List.of(new Problem.FieldError(field, problem.code(), problems.describe(problem, language))), request);
    }

    private ResponseEntity<Problem> invalid(List<Problem.FieldError> errors, HttpServletRequest request) {
        return answer(problems.describe(General.INVALID, List.of(), errors, null, language(request)), null);
    }

    private ResponseEntity<Problem> answer(Reason reason, HttpServletRequest request) {
        return answer(problems.describe(reason, language(request)), null);
    }

    private static ResponseEntity<Problem> answer(Problem problem, @Nullable Duration retryAfter) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null)
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return ResponseEntity.status(problem.status()).headers(headers).body(problem);
    }

    private static Language language(HttpServletRequest request) {
        return RequestLanguage.of(request);
    }

    private String message(MessageSourceResolvable error, Language language) {
        var code = error.getCodes() == null ? "" : error.getCodes()[error.getCodes().length - 1];
        var arguments = error.getArguments() == null ? List.of() : List.of(error.getArguments());
        return problems.describe(
                new FieldProblem("", code(code), arguments.subList(Math.min(1, arguments.size()), arguments.size())),
                language);
    }

    private static String code(@Nullable String annotation) {
        return annotation == null ? "invalid" : Violations.code(annotation);
    }
}
