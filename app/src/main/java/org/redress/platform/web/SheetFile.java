package org.redress.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.redress.platform.text.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Tables as files that a browser saves. */
public final class SheetFile {

    private SheetFile() {}

    /** Begins the file; whoever opens it closes it. */
    public static Sheet open(HttpServletResponse response, Sheet.Format format, String name) throws IOException {
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.extension(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return Sheet.of(format, response.getOutputStream(), name);
    }
}
