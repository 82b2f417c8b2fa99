package org.redress.ground.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redress.ground.identity.Actor;
import org.redress.platform.text.Words;
import org.redress.platform.web.FormKeys;
import org.redress.platform.web.Notice;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files in from the page of a thing, and out to whoever may see it. */
@Controller
class AttachmentDesk {

    /** A file may hold anything: whatever a browser is talked into, it runs nothing of it here. */
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Attachments attachments;
    private final FormKeys keys;

    AttachmentDesk(Attachments attachments, FormKeys keys) {
        this.attachments = attachments;
        this.keys = keys;
    }

    @PostMapping("/attachments/{kind}/{subject}")
    ModelAndView add(
            Actor actor,
            Words words,
            @PathVariable String kind,
            @PathVariable UUID subject,
            @RequestParam String formKey,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Holder holder = new Holder(kind, subject);
        String query = request.getQueryString();
        String page = attachments.path(holder) + (query == null ? "" : "?" + query);
        AtomicBoolean before = new AtomicBoolean();
        try (InputStream bytes = file.getInputStream()) {
            Sent sent = new Sent(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    bytes);
            String next = keys.once(actor.bureau().value(), formKey, () -> {
                before.set(attachments.add(actor, holder, sent).before());
                return page;
            });
            return Page.then(next, Notice.done(words.text(before.get() ? "attachment.before" : "attachment.done")));
        } catch (Problem refused) {
            if (!Attachments.FIELD.equals(refused.field())) {
                throw refused;
            }
            String why = words.text("problem." + refused.code(), refused.arguments());
            new AttachmentForm(why).sendTo(page, request, response);
            return Page.then(page);
        }
    }

    @GetMapping("/attachments/{id}")
    void read(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Attachment opened = attachments.open(actor, new AttachmentId(id));
        response.setContentType(opened.type().mediaType());
        response.setContentLengthLong(opened.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(opened.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        attachments.write(actor, opened, response.getOutputStream());
    }
}
