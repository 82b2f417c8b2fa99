package org.redress.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A coded refusal of bad input or of a step that is not allowed. The code is the key of its message in both languages
 * ({@code problem.CODE}); {@code field} names the input it belongs to. Translated once, by {@link ProblemAdvice}.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;
    private final HttpStatus status;
    private final @Nullable String field;

    private Problem(HttpStatus status, String code, @Nullable String field, List<Object> arguments) {
        super(code + arguments);
        this.code = code;
        this.arguments = arguments;
        this.status = status;
        this.field = field;
    }

    /** 422: the input cannot be taken as it is. */
    public static Problem invalid(String code, @Nullable String field, Object... arguments) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, field, List.of(arguments));
    }

    /** 400: what the address carries is not ours. */
    public static Problem unreadable(String code) {
        return new Problem(HttpStatus.BAD_REQUEST, code, null, List.of());
    }

    /** 403: this person may not do this. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(HttpStatus.FORBIDDEN, code, null, List.of(arguments));
    }

    /** 404: there is no such thing, or not for this person. */
    public static Problem absent(String code, Object... arguments) {
        return new Problem(HttpStatus.NOT_FOUND, code, null, List.of(arguments));
    }

    /** 409: the state does not allow it, or somebody else was faster. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(HttpStatus.CONFLICT, code, null, List.of(arguments));
    }

    public String code() {
        return code;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    public HttpStatus status() {
        return status;
    }

    public @Nullable String field() {
        return field;
    }
}
