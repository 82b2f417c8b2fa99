package org.redress.ground.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a desk opens: papers, pictures, sounds and films. Text by key {@code attachment.type.NAME}. */
public enum FileType {
    PDF("application/pdf", List.of("pdf"), "application/x-pdf"),
    PNG("image/png", List.of("png"), "image/x-png"),
    JPEG("image/jpeg", List.of("jpg", "jpeg", "jfif"), "image/jpg", "image/pjpeg"),
    GIF("image/gif", List.of("gif")),
    WEBP("image/webp", List.of("webp")),
    HEIC("image/heic", List.of("heic", "heif"), "image/heif"),
    TEXT("text/plain", List.of("txt", "log", "text")),
    CSV("text/csv", List.of("csv", "tsv"), "text/plain", "application/vnd.ms-excel", "text/tab-separated-values"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", List.of("pptx")),
    ODT("application/vnd.oasis.opendocument.text", List.of("odt")),
    ODS("application/vnd.oasis.opendocument.spreadsheet", List.of("ods")),
    ODP("application/vnd.oasis.opendocument.presentation", List.of("odp")),
    EML("message/rfc822", List.of("eml"), "text/plain"),
    MP3("audio/mpeg", List.of("mp3"), "audio/mp3", "audio/x-mpeg"),
    WAV("audio/vnd.wave", List.of("wav"), "audio/wav", "audio/x-wav", "audio/wave"),
    AMR("audio/amr", List.of("amr"), "audio/3gpp"),
    M4A("audio/mp4", List.of("m4a"), "audio/x-m4a", "audio/m4a", "video/mp4", "application/mp4"),
    MP4("video/mp4", List.of("mp4", "m4v"), "application/mp4", "video/x-m4v"),
    MOV("video/quicktime", List.of("mov")),
    THREE_GP("video/3gpp", List.of("3gp", "3gpp"), "audio/3gpp");

    private final String mediaType;
    private final List<String> endings;
    private final Set<String> otherNames;

    FileType(String mediaType, List<String> endings, String... otherNames) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.otherNames = Set.of(otherNames);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending that a name without one gets. */
    String ending() {
        return endings.getFirst();
    }

    boolean ends(String ending) {
        return endings.contains(ending);
    }

    /** Whether programs that send files call it so. */
    boolean called(String declared) {
        return mediaType.equals(declared) || otherNames.contains(declared);
    }

    /** All endings of all types, for the file chooser of a browser. */
    static List<String> allEndings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .distinct()
                .toList();
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }
}
