package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.platform.text.Words;
import org.springframework.web.multipart.MultipartException;

class FailuresTest {

    private static final Words WORDS = Words.of(Words.ENGLISH);
    private static final IOException RESET = new IOException("Connection reset by peer");
    private static final IOException FULL = new IOException("No space left on device");

    private static Failure upload(Throwable cause) {
        return Failures.of(new MultipartException("Failed to parse multipart servlet request", cause), WORDS);
    }

    /** As the container throws them while it reads the parts of a form. */
    static Stream<Throwable> of_the_sender() {
        return Stream.of(
                new IllegalStateException("not a form with parts"),
                new FileUploadException("no boundary"),
                new FileUploadIOException(new FileUploadException("a header too long")),
                new FileUploadException("parse", new MalformedStreamException("Stream ended unexpectedly")),
                new IOFileUploadException("parse", new MalformedStreamException("Stream ended unexpectedly")),
                new IOFileUploadException("parse", new ClientAbortException(RESET)));
    }

    @ParameterizedTest
    @MethodSource
    void of_the_sender(Throwable cause) {
        assertThat(upload(cause).status()).isEqualTo(400);
    }

    static Stream<Throwable> of_the_disk() {
        return Stream.of(
                new IOFileUploadException("parse", FULL),
                new FileUploadException("parse", FULL),
                new IOException("The temporary upload location is not valid"));
    }

    @ParameterizedTest
    @MethodSource
    void of_the_disk(Throwable cause) {
        assertThat(upload(cause).status()).isEqualTo(500);
        assertThat(upload(cause).code())
                .as("an incident that the log has whole")
                .startsWith("E-");
    }
}
