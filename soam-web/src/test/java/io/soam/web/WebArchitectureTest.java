package io.soam.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import java.time.Instant;

@AnalyzeClasses(packages = "io.soam.web", importOptions = DoNotIncludeTests.class)
class WebArchitectureTest {

    @ArchTest
    static final ArchRule onlyBoundaries =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.soam..control..",
                            "io.soam..entity..",
                            "jakarta.persistence..",
                            "java.sql..",
                            "javax.sql..",
                            "org.apache.spark..",
                            "io.soam.sparkconnect..")
                    .because(
                            "rights and transactions are decided in the boundaries; ask there for what the"
                                    + " page needs");

    @ArchTest
    static final ArchRule noEnterpriseBeans =
            noClasses()
                    .should()
                    .beAnnotatedWith(jakarta.ejb.Stateless.class)
                    .orShould()
                    .beAnnotatedWith(jakarta.ejb.Singleton.class)
                    .because(
                            "business belongs into soam-ejb, where it can be tested without a page");

    @ArchTest
    static final ArchRule resourcesDeclareAccess =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(Path.class)
                    .and()
                    .arePublic()
                    .should()
                    .beAnnotatedWith(RolesAllowed.class)
                    .orShould()
                    .beAnnotatedWith(PermitAll.class)
                    .because("who may call a resource must be readable at the resource");

    @ArchTest
    static final ArchRule resourcesAreNamedSo =
            classes()
                    .that()
                    .areAnnotatedWith(Path.class)
                    .should()
                    .haveSimpleNameEndingWith("Resource")
                    .andShould()
                    .resideInAPackage("io.soam.web.rest..")
                    .because("one looks for the API below rest");

    @ArchTest
    static final ArchRule viewsAreNamedSo =
            classes()
                    .that()
                    .areAnnotatedWith(Named.class)
                    .and()
                    .resideOutsideOfPackage("..shell")
                    .should()
                    .haveSimpleNameEndingWith("View")
                    .because("the bean behind a page is found by the page's name");

    @ArchTest
    static final ArchRule facesStaysOutOfTheApi =
            noClasses()
                    .that()
                    .resideInAPackage("io.soam.web.rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.faces..", "org.primefaces..")
                    .because("the API must work without the portal");

    @ArchTest
    static final ArchRule noClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .because("inject a Clock, so that a test decides what time it is");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.soam.web.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("each package must be understandable by itself");
}
