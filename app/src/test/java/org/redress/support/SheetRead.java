package org.redress.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.redress.ground.intake.FileRows;

/** A CSV or XLSX file that the product wrote, read back as it reads any that comes in. */
public final class SheetRead {

    private SheetRead() {}

    /** Its rows, the heading first. */
    public static List<List<String>> rows(byte[] file) throws IOException {
        Path path = Files.createTempFile("written", ".sheet");
        try {
            Files.write(path, file);
            return FileRows.read(path);
        } finally {
            Files.delete(path);
        }
    }
}
