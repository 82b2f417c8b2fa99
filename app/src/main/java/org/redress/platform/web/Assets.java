package org.redress.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The static files, held in memory. Their path holds a hash over all of them, so a browser keeps them for ever and asks
 * anew when one has changed; a page from before the change is led to the present file.
 */
@Controller
class Assets {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final SortedMap<String, byte[]> files;
    private final String hash;

    Assets() {
        this.files = read();
        this.hash = hash(files);
    }

    /** Where the files are now: {@code /assets/} and the hash. */
    String prefix() {
        return "/assets/" + hash;
    }

    @GetMapping("/assets/{asked}/{name}")
    ResponseEntity<byte[]> file(@PathVariable String asked, @PathVariable String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw Problem.absent("asset.absent", name);
        }
        if (!asked.equals(hash)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, prefix() + "/" + name)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(content);
    }

    private static SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/assets/*.*")) {
                try (InputStream content = file.getInputStream()) {
                    found.put(String.valueOf(file.getFilename()), content.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the static files cannot be read", e);
        }
        return found;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
