package io.soam.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.soam.domain", importOptions = DoNotIncludeTests.class)
class DomainArchitectureTest {

    @ArchTest
    static final ArchRule pure =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "io.soam.domain..")
                    .because(
                            "the same classes run in WildFly and in Spark executors, which share"
                                    + " nothing but the JDK; pass what you need as a port instead");

    @ArchTest
    static final ArchRule noLogging =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.util.logging..", "java.lang.System$Logger..")
                    .because(
                            "the caller knows where and how to log; return or throw what happened");

    @ArchTest
    static final ArchRule noClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .because(
                            "a result must not depend on when it is computed; take the time as argument");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.soam.domain.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("each package must be understandable by itself");
}
