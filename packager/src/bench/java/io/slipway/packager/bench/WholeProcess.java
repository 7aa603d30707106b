package io.slipway.packager.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command line from start to end: wall time, and peak memory as Linux reports it, with a heap of 96 MB (a difference: 512 MB). */
public final class WholeProcess {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path jar;
    private final Path folder;

    private WholeProcess(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Arguments: the program's jar, then sizes in MB, or {@code real}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Folders.make();
        WholeProcess bench = new WholeProcess(Path.of(arguments[0]), folder);
        System.out.printf("in %s, where making 1000 empty files takes %d ms%n", folder, Folders.floor(folder));
        System.out.printf("%-8s %-12s %10s %10s %10s%n", "size", "step", "seconds", "peak MB", "files");
        try {
            for (int i = 1; i < arguments.length; i++) {
                bench.measure(arguments[i]);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void measure(String size) throws IOException, InterruptedException {
        String zip = Subject.write(folder.resolve(size + ".zip"), size)
                .toString();
        String tree = folder.resolve("tree" + size).toString();
        String out = folder.resolve(size + "-out.zip").toString();
        run(size, "unpack", "unpack", "-q", "--zip", zip, "--folder", tree, "--type", "Unmanaged");
        run(size, "unpack again", "unpack", "-q", "--zip", zip, "--folder", tree, "--type", "Unmanaged");
        run(size, "pack", "pack", "-q", "--folder", tree, "--zip", out, "--type", "Unmanaged");
        run(size, "diff", "diff", "-q", tree, tree);
        try (Stream<Path> files = Files.walk(Path.of(tree))) {
            System.out.printf("%-8s %-12s %10s %10s %10d%n", "", "", "", "", files.filter(Files::isRegularFile).count());
        }
        Folders.delete(Path.of(tree));
    }

    private void run(String size, String step, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, step.equals("diff") ? "-Xmx512m" : "-Xmx96m", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        long peak = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        String code = process.exitValue() == 0 ? "" : " ended with " + process.exitValue();
        System.out.printf(
                "%-8s %-12s %10.2f %10d%s%n",
                Subject.title(size), step, (System.nanoTime() - start) / 1e9, peak >> 10, code);
    }

    private static long peak(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }
}
