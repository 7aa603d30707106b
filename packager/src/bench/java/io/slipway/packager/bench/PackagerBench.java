package io.slipway.packager.bench;

import io.slipway.packager.PackageType;
import io.slipway.packager.Packer;
import io.slipway.packager.Unpacker;
import io.slipway.packager.inventory.Inventory;
import io.slipway.packager.inventory.SolutionDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Unpack, pack and diff in a warm process with a small heap. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx96m")
public class PackagerBench {

    @Param({"1", "10", "50", "200"})
    private String size = "";

    private Path folder = Path.of("");
    private Path zip = Path.of("");
    private Path tree = Path.of("");
    private int runs;

    @Setup
    public void generate() throws IOException {
        folder = Folders.make();
        zip = Subject.write(folder.resolve("large.zip"), size);
        tree = folder.resolve("tree");
        new Unpacker().unpack(zip, tree);
    }

    @TearDown(Level.Iteration)
    public void clear() throws IOException {
        if (Files.isDirectory(folder.resolve("new" + runs))) {
            Folders.delete(folder.resolve("new" + runs));
        }
        runs++;
    }

    @TearDown
    public void clearAll() throws IOException {
        Folders.delete(folder);
    }

    @Benchmark
    public Object unpack() {
        return new Unpacker().unpack(zip, folder.resolve("new" + runs));
    }

    @Benchmark
    public Object unpackAgain() {
        return new Unpacker().unpack(zip, tree);
    }

    @Benchmark
    public Object pack() {
        return new Packer().pack(tree, folder.resolve("out.zip"), PackageType.UNMANAGED);
    }

    /** A difference holds two inventories, so its memory grows with the number of components. */
    @Benchmark
    @Fork(value = 1, jvmArgs = "-Xmx512m")
    public Object diff() {
        return SolutionDiff.between(Inventory.ofTree(tree, 1033), Inventory.ofTree(tree, 1033));
    }
}
