package io.slipway.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.packager.PackageType;
import io.slipway.packager.UnpackResult;
import io.slipway.packager.Unpacker;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpensesSolutionTest {

    @TempDir
    Path folder;

    @Test
    void it_unpacks_as_a_real_export_does() throws Exception {
        Path zip = Files.write(folder.resolve("Expenses.zip"), ExpensesSolution.zip("1.4.0.12", true));

        UnpackResult result = new Unpacker().unpack(zip, folder.resolve("tree"), PackageType.MANAGED);

        assertThat(result.warnings()).isEmpty();
        assertThat(result.added())
                .contains("Other/Solution.xml", "Entities/ctso_Expense/Entity.xml")
                .anyMatch(file -> file.startsWith("Workflows/NotifyApprover"))
                .anyMatch(file -> file.startsWith("AppModules/ctso_Expenses"))
                .anyMatch(file -> file.startsWith("Roles/Expense User"))
                .anyMatch(file -> file.startsWith("OptionSets/ctso_expensecategory"));
        assertThat(folder.resolve("tree/Other/Solution.xml")).content().contains("<Version>1.4.0.12</Version>");
    }

    @Test
    void the_same_version_has_the_same_bytes() {
        assertThat(ExpensesSolution.zip("1.4.0.12", true)).isEqualTo(ExpensesSolution.zip("1.4.0.12", true));
        assertThat(ExpensesSolution.zip("1.4.0.12", false)).isNotEqualTo(ExpensesSolution.zip("1.4.0.12", true));
    }
}
