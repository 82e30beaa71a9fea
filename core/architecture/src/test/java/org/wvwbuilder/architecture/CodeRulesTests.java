package org.wvwbuilder.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** Rules that a module description cannot express. */
class CodeRulesTests {
    private static final int MOST_API_TYPES = 40;
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(Modules.FOLDERS.keySet().stream().map(Modules::classes).toList());

    @Test
    void theRulesLookAtTheWholeProject() {
        assertThat(ALL.size()).isGreaterThan(200);
    }

    @Test
    void everyPublicTypeOfTheApiSaysHowStableItIs() {
        classes()
                .that()
                .resideInAnyPackage("org.wvwbuilder.plugin", "org.wvwbuilder.plugin.event")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(ALL);
    }

    @Test
    void theApiStaysSmall() {
        assertThat(ALL.stream()
                        .filter(type -> type.getPackageName().startsWith("org.wvwbuilder.plugin"))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .hasSizeLessThanOrEqualTo(MOST_API_TYPES);
    }

    @Test
    void onlyTheKernelSwitchesOverContributions() {
        noClasses()
                .that()
                .resideInAnyPackage("org.wvwbuilder.kernel..")
                .and()
                .doNotHaveSimpleName("Installation")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.wvwbuilder.plugin.Contribution$Resource")
                .andShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.wvwbuilder.plugin.Contribution$Job")
                .check(ALL.that(com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("Hosts"))));
    }

    @Test
    void nobodyGuessesTheTimeWhereAClockIsLent() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.wvwbuilder.auth..",
                        "org.wvwbuilder.backup..",
                        "org.wvwbuilder.builds..",
                        "org.wvwbuilder.dashboard..",
                        "org.wvwbuilder.health..",
                        "org.wvwbuilder.loadtest..",
                        "org.wvwbuilder.logs..",
                        "org.wvwbuilder.squads..",
                        "org.wvwbuilder.webhooks..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ALL);
    }

    @Test
    void noNameSaysNothing() {
        assertThat(ALL.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> List.of("Manager", "Util", "Utils", "Helper", "Impl").stream()
                        .anyMatch(name::endsWith));
    }

    @Test
    void packagesOfAModuleDoNotKnowEachOtherInCircles() {
        SlicesRuleDefinition.slices()
                .matching("org.wvwbuilder.(*).(**)")
                .should()
                .beFreeOfCycles()
                .check(ALL);
    }
}
