package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for any solution. The seeds are fixed, so that a failure can be looked at. */
class PropertiesTest {

    private static final int SOLUTIONS = 100;
    private static final int MUTANTS = 300;

    @TempDir
    Path temp;

    @Test
    void what_unpacks_and_packs_unpacks_to_the_same_tree() throws Exception {
        int held = 0;
        for (int seed = 0; seed < SOLUTIONS; seed++) {
            // given
            Path zip = RandomSolution.with(new SplittableRandom(seed)).write(temp.resolve("in.zip"));
            Path tree = temp.resolve("tree" + seed);
            Path again = temp.resolve("again" + seed);
            // when
            if (!isAccepted(() -> new Unpacker().unpack(zip, tree))) {
                continue;
            }
            Path out = temp.resolve("out.zip");
            if (!isAccepted(() -> new Packer().pack(tree, out, PackageType.UNMANAGED))) {
                continue;
            }
            new Unpacker().unpack(out, again);
            // then
            assertThat(Trees.differences(tree, again)).as("seed " + seed).isEmpty();
            held++;
        }
        System.out.printf("packager: round trip held for %d of %d generated solutions%n", held, SOLUTIONS);
        assertThat(held).isGreaterThan(SOLUTIONS / 4);
    }

    @Test
    void a_mutated_archive_unpacks_or_is_refused_and_leaves_nothing_behind() throws Exception {
        byte[] original = Files.readAllBytes(Archives.golden().write(temp.resolve("golden.zip")));
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            // given
            Path zip = Files.write(temp.resolve("mutant.zip"), mutated(original, new SplittableRandom(seed)));
            Path tree = temp.resolve("tree");
            // when
            boolean accepted = isAccepted(() -> new Unpacker().unpack(zip, tree));
            refused += accepted ? 0 : 1;
            // then
            try (Stream<Path> left = Files.list(temp)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .as("seed " + seed)
                        .isSubsetOf("golden.zip", "mutant.zip", "tree");
            }
        }
        System.out.printf("packager: %d of %d mutated archives refused%n", refused, MUTANTS);
    }

    @Test
    void a_mutated_customizations_file_unpacks_or_is_refused() throws Exception {
        byte[] original = Files.readAllBytes(Archives.resource("golden/archive/customizations.xml"));
        for (int seed = 0; seed < MUTANTS / 3; seed++) {
            byte[] mutant = mutated(original, new SplittableRandom(seed));
            Path zip = Archives.golden().with("customizations.xml", mutant).write(temp.resolve("mutant.zip"));
            isAccepted(() -> new Unpacker().unpack(zip, temp.resolve("tree")));
        }
    }

    /** False for the documented refusal; any other exception ends the test. */
    private static boolean isAccepted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (PackagerException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int length = Math.min(random.nextInt(1, 64), bytes.length - at);
                    System.arraycopy(original, random.nextInt(original.length - length), bytes, at, length);
                }
            }
        }
        return bytes;
    }
}
