package org.redress.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk in memory whose size can be changed while it is used; only for those who may mount one. */
final class SmallDisk implements AutoCloseable {

    private static final long MIB = 1L << 20;

    private final Path path;
    private final boolean there;

    /** Puts it over a folder, if that is permitted; else the folder stays what it is. */
    SmallDisk(Path folder, int mebibytes) throws IOException {
        path = Files.createDirectories(folder);
        there = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "redress-e2e", path.toString());
    }

    Path path() {
        return path;
    }

    boolean there() {
        return there;
    }

    /** Leaves so much room on it. */
    void leave(int mebibytes) throws IOException {
        var store = Files.getFileStore(path);
        long used = (store.getTotalSpace() - store.getUsableSpace()) / MIB;
        resize(used + mebibytes);
    }

    void resize(long mebibytes) {
        if (!run("mount", "-o", "remount,size=" + mebibytes + "m", path.toString())) {
            throw new AssertionError("the disk cannot be resized to " + mebibytes + " MiB");
        }
    }

    @Override
    public void close() {
        if (there && !run("umount", path.toString())) {
            run("umount", "--lazy", path.toString());
        }
    }

    private static boolean run(String... words) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(words)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
