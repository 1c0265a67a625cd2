package io.soam.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.soam.simulator", importOptions = DoNotIncludeTests.class)
class SimulatorArchitectureTest {

    @ArchTest
    static final ArchRule nothingOfThePlatform =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage("io.soam..")
                                    .and(
                                            JavaClass.Predicates.resideOutsideOfPackage(
                                                    "io.soam.simulator..")))
                    .because("devices know a platform by its protocols only");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.soam.simulator.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("kinds of devices use sensor and mqtt, never the other way round");

    @ArchTest
    static final ArchRule sharedPartsKnowNoKind =
            noClasses()
                    .that()
                    .resideInAnyPackage("..simulator.sensor..", "..simulator.mqtt..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..temperature..",
                            "..airquality..",
                            "..smartbin..",
                            "..traffic..",
                            "..rest..",
                            "..coap..",
                            "..replay..")
                    .because("a further kind of device must not touch what the others share");
}
