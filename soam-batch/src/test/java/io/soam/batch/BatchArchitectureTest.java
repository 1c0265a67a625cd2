package io.soam.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Startup;
import jakarta.enterprise.context.ApplicationScoped;

@AnalyzeClasses(packages = "io.soam.batch", importOptions = ImportOption.DoNotIncludeTests.class)
class BatchArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_FACADES_ARE_PUBLIC =
            classes()
                    .that()
                    .haveModifier(JavaModifier.PUBLIC)
                    .and()
                    .areNotAnnotatedWith(Startup.class)
                    .and()
                    .haveNameNotMatching(".*_\\$logger")
                    .should()
                    .haveSimpleNameEndingWith("Job")
                    .because(
                            "a job is used through its facade; make the class package-private (a @Startup bean is"
                                    + " public for the server's sake only)");

    @ArchTest
    static final ArchRule JOBS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("io.soam.batch.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true)
                    .because("what two jobs share belongs to soam-ejb");

    @ArchTest
    static final ArchRule SPARK_IS_ONLY_LAUNCHED =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "are Spark's, its launcher apart",
                                    type ->
                                            type.getPackageName().startsWith("org.apache.spark")
                                                    && !type.getPackageName()
                                                            .startsWith(
                                                                    "org.apache.spark.launcher")))
                    .because("Spark runs in a process of its own; put the work into spark-jobs");

    @ArchTest
    static final ArchRule THE_WEB_IS_ABOVE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.soam.web..", "jakarta.faces..", "jakarta.ws.rs..")
                    .because("soam-web calls the job facades, never the other way round");

    @ArchTest
    static final ArchRule SHARED_BEANS_HAVE_NO_SYNCHRONIZED_METHODS =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(ApplicationScoped.class)
                    .should()
                    .notHaveModifier(JavaModifier.SYNCHRONIZED)
                    .because(
                            "CDI's proxy of the bean would hold a second lock meanwhile; use a lock or an atomic"
                                    + " inside the bean");

    @ArchTest
    static final ArchRule NOBODY_WRITES_TO_THE_CONSOLE =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("log through BatchLog");
}
