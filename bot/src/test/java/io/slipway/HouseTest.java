package io.slipway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to the plan in docs/explanation/architecture.md: who may know whom. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.slipway");

    private static final List<String> PORCHES =
            List.of("teams", "entra", "azuredevops", "dataverse", "monitor", "git", "store");
    private static final List<String> ROOMS = List.of(
            "onboarding", "export", "build", "deploy", "approval", "health", "backlog", "governance", "help", "upkeep");

    /** Every package of ours, and what of ours it may know besides itself. */
    private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

    /** Libraries that one package alone may know. */
    private static final Map<String, String> KEPT = Map.of(
            "com.microsoft.bot..", "teams",
            "com.fasterxml.jackson.databind..", "teams",
            "com.github.kagkarlsson..", "jobs",
            "com.azure.identity..", "entra",
            "com.microsoft.aad.msal4j..", "entra",
            "org.eclipse.jgit..", "git",
            "java.sql..", "store",
            "org.springframework.jdbc..", "store");

    private static final Pattern PROMISES_NOTHING =
            Pattern.compile(".*(Manager|Helper|Utils?|Processor|Impl|Base)$|^Abstract.*");

    private static Map<String, Set<String>> mayKnow() {
        Map<String, Set<String>> arrows = new HashMap<>();
        arrows.put("alm", Set.of());
        arrows.put("ports", Set.of("alm", "cards"));
        arrows.put("jobs", Set.of("alm"));
        arrows.put("http", Set.of("alm"));
        arrows.put("chat", Set.of("ports", "alm", "cards"));
        arrows.put("runs", Set.of("jobs", "ports", "alm", "cards"));
        PORCHES.forEach(porch -> arrows.put(porch, Set.of("ports", "alm", "cards", "http")));
        ROOMS.forEach(room -> arrows.put(room, Set.of("runs", "chat", "jobs", "ports", "alm", "cards")));
        arrows.put("export", Set.of("runs", "chat", "jobs", "ports", "alm", "cards", "packager"));
        arrows.put("build", Set.of("runs", "chat", "jobs", "ports", "alm", "cards", "packager"));
        arrows.put("cards", Set.of());
        arrows.put("packager", Set.of());
        return arrows;
    }

    static Stream<Map.Entry<String, Set<String>>> arrows() {
        return MAY_KNOW.entrySet().stream();
    }

    static Stream<Map.Entry<String, String>> kept() {
        return KEPT.entrySet().stream();
    }

    private static String ours(String name) {
        return "io.slipway." + name + "..";
    }

    private static void holdArrows(JavaClasses house, String from, Set<String> to) {
        List<String> known = new ArrayList<>(to.stream().map(HouseTest::ours).toList());
        known.add(ours(from));
        noClasses()
                .that()
                .resideInAPackage(ours(from))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.slipway..")
                        .and(DescribedPredicate.not(resideInAnyPackage(known.toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(house);
    }

    private static void holdKept(JavaClasses house, String library, String keeper) {
        noClasses()
                .that()
                .resideInAPackage("io.slipway..")
                .and()
                .resideOutsideOfPackages(ours(keeper), "io.slipway.packager..", "io.slipway.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(house);
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void arrows_point_one_way(Map.Entry<String, Set<String>> arrow) {
        holdArrows(HOUSE, arrow.getKey(), arrow.getValue());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void a_library_is_known_to_its_keeper_only(Map.Entry<String, String> kept) {
        holdKept(HOUSE, kept.getKey(), kept.getValue());
    }

    @Test
    void every_package_has_its_place_in_the_plan() {
        List<String> strangers = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.slipway."))
                .map(name -> name.split("\\.")[2])
                .distinct()
                .filter(name -> !MAY_KNOW.containsKey(name) && !name.equals("sandbox"))
                .toList();

        assertThat(strangers).isEmpty();
    }

    @Test
    void nouns_know_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage("io.slipway.alm..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.slipway.alm..", "org.jspecify.annotations..")
                .check(HOUSE);
    }

    @Test
    void doors_are_small() {
        classes()
                .that()
                .resideInAPackage("io.slipway.ports..")
                .and()
                .areInterfaces()
                .should(haveAtMostSixMethods())
                .check(HOUSE);
    }

    @Test
    void names_promise_something() {
        assertThat(HOUSE.stream().map(JavaClass::getSimpleName).filter(PROMISES_NOTHING.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void beans_are_listed_in_one_configuration_for_each_package() {
        Map<String, Long> configurations = HOUSE.stream()
                .filter(type -> type.getSimpleName().endsWith("Configuration"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        noClasses()
                .should()
                .beAnnotatedWith("org.springframework.stereotype.Service")
                .orShould()
                .beAnnotatedWith("org.springframework.stereotype.Component")
                .check(HOUSE);

        assertThat(configurations.values()).allMatch(count -> count == 1);
    }

    @Test
    void work_that_matters_is_done_in_durable_steps() {
        for (String annotation : List.of(
                "org.springframework.scheduling.annotation.Async",
                "org.springframework.scheduling.annotation.Scheduled")) {
            methods().should().notBeAnnotatedWith(annotation).check(HOUSE);
        }
    }

    @Test
    void the_sandbox_is_unknown_to_the_service() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.slipway.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.slipway.sandbox..")
                .check(HOUSE);
    }

    @Test
    void the_sandbox_does_not_know_the_service() {
        noClasses()
                .that()
                .resideInAPackage("io.slipway.sandbox..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.slipway..")
                        .and(DescribedPredicate.not(
                                resideInAnyPackage("io.slipway.sandbox..", "io.slipway.packager.."))))
                .check(HOUSE);
    }

    @Test
    void a_broken_house_is_noticed() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.slipway.brokenhouse");
        String from = "brokenhouse.alm";

        assertThat(broken).hasSizeGreaterThanOrEqualTo(3);
        assertThatThrownBy(() -> holdArrows(broken, from, Set.of())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> holdKept(broken, "java.sql..", "store")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> classes()
                        .that()
                        .areInterfaces()
                        .should(haveAtMostSixMethods())
                        .check(broken))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchCondition<JavaClass> haveAtMostSixMethods() {
        return new ArchCondition<>("have at most six methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int methods = type.getMethods().size();
                if (methods > 6) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + methods));
                }
            }
        };
    }
}
