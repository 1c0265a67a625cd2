package io.soam.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.soam.stack", importOptions = DoNotIncludeTests.class)
class StackArchitectureTest {

    @ArchTest
    static final ArchRule noBusinessClass =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage("io.soam..")
                                    .and(
                                            JavaClass.Predicates.resideOutsideOfPackage(
                                                    "io.soam.stack..")))
                    .because(
                            "the stack starts what was built and knows it by its interfaces:"
                                    + " environment, ports, health, REST");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.soam.stack.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("cli uses run, run uses part, part uses process, health and home");
}
