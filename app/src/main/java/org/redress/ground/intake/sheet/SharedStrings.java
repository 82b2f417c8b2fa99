package org.redress.ground.intake.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The strings that the cells of a workbook share, beside the heap: a million rows bring millions of them. */
final class SharedStrings implements Closeable {

    private final Arena arena = Arena.ofShared();
    private MemorySegment bytes = MemorySegment.NULL;
    private long[] ends = new long[1024];
    private int count;

    /** Reads the part, or makes an empty table where the workbook has none. */
    static SharedStrings read(@Nullable InputStream part) throws IOException, XMLStreamException {
        SharedStrings strings = new SharedStrings();
        if (part == null) {
            return strings;
        }
        Path file = Files.createTempFile("strings", ".tmp");
        try {
            strings.spill(part, file);
            return strings;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            strings.close();
            throw e;
        } finally {
            Files.delete(file);
        }
    }

    private void spill(InputStream part, Path file) throws IOException, XMLStreamException {
        long size = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            XMLStreamReader xml = Xml.open(part);
            for (String name = Xml.nextStart(xml); name != null; name = Xml.nextStart(xml)) {
                if (name.equals("si")) {
                    byte[] text = Xml.text(xml).getBytes(StandardCharsets.UTF_8);
                    out.write(text);
                    size += text.length;
                    if (count == ends.length) {
                        ends = Arrays.copyOf(ends, 2 * count);
                    }
                    ends[count++] = size;
                }
            }
        }
        if (size > 0) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            }
        }
    }

    /** The string of a number, or null where there is none. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        long from = index == 0 ? 0 : ends[index - 1];
        byte[] text = new byte[(int) (ends[index] - from)];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, text, 0, text.length);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }
}
