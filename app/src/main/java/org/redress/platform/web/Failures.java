package org.redress.platform.web;

import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.redress.platform.database.Ids;
import org.redress.platform.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Puts what was thrown into words. What nobody foresaw gets an incident number and goes to the log whole. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** The statuses with words of their own; others are told as the nearest of them. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 422, 500);

    private Failures() {}

    static Failure of(Throwable thrown, Words words) {
        return switch (thrown) {
            case Problem problem -> of(problem, words);
            case MaxUploadSizeExceededException tooLarge -> of(HttpStatus.CONTENT_TOO_LARGE, words);
            case MultipartException noFile when !ofTheDisk(noFile) -> of(HttpStatus.BAD_REQUEST, words);
            case TypeMismatchException address -> of(HttpStatus.BAD_REQUEST, words);
            case ErrorResponse refused when refused.getStatusCode().value() < 500 -> of(refused.getStatusCode(), words);
            default -> incident(thrown, words);
        };
    }

    /**
     * Whether a form could not be read because of the disk. What its sender broke off or wrote wrongly is an IOException of the
     * container too, with a class of its own.
     */
    private static boolean ofTheDisk(Throwable upload) {
        for (Throwable one = upload; one != null; one = one.getCause()) {
            switch (one) {
                case BadRequestException sender -> {
                    return false;
                }
                case MalformedStreamException sender -> {
                    return false;
                }
                case EOFException sender -> {
                    return false;
                }
                case FileUploadException around -> {}
                case FileUploadIOException around -> {}
                case IOException disk -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    static Failure of(HttpStatusCode status, Words words) {
        return of(status.value(), "http." + status.value(), words);
    }

    /** A form whose session is over: nothing was done, and the text still stands in the browser. */
    static Failure expired(Words words) {
        return new Failure(
                403,
                "form.expired",
                words.text("failure.expired.title"),
                words.text("failure.expired.text"),
                words.text("failure.expired.advice"),
                null);
    }

    private static Failure of(Problem problem, Words words) {
        int status = problem.status().value();
        return new Failure(
                status,
                problem.code(),
                words.text("failure." + told(status) + ".title"),
                words.text("problem." + problem.code(), problem.arguments()),
                words.text("failure." + told(status) + ".advice"),
                problem.field());
    }

    private static Failure of(int status, String code, Words words) {
        String key = "failure." + told(status);
        return new Failure(
                status, code, words.text(key + ".title"), words.text(key + ".text"), words.text(key + ".advice"), null);
    }

    private static Failure incident(Throwable thrown, Words words) {
        String number = "E-" + Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        LOG.error("incident {}", number, thrown);
        return of(500, number, words);
    }

    private static int told(int status) {
        if (TOLD.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : status == 401 ? 403 : 400;
    }
}
