package io.soam.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.soam.spark", importOptions = DoNotIncludeTests.class)
class SparkJobsArchitectureTest {

    @ArchTest
    static final ArchRule dependencies =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "javax.sql..",
                            "scala..",
                            "org.apache.spark..",
                            "org.apache.hadoop..",
                            "io.delta..",
                            "com.fasterxml.jackson..",
                            "org.postgresql..",
                            "org.slf4j..",
                            "io.soam.domain..",
                            "io.soam.spark..")
                    .because(
                            "Spark and WildFly meet in the bucket, in the catalogue and in"
                                    + " soam-domain, and the application jar carries nothing that"
                                    + " spark-home does not have except soam-domain and the driver");

    @ArchTest
    static final ArchRule domainDecides =
            noClasses()
                    .that()
                    .resideInAPackage("io.soam.spark.catalogue..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.spark..", "io.soam.spark.enrichment..")
                    .because(
                            "the catalogue is plain SQL, and jobs use it, not the other way round");

    @ArchTest
    static final ArchRule noClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .because("tests must be able to set the time; pass a Clock");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.soam.spark.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("each package must be understandable by itself");
}
