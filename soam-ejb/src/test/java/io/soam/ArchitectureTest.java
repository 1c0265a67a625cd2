package io.soam;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.soam.lake.control.LakeQueries;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The rules that keep the components of this module apart. */
@AnalyzeClasses(packages = "io.soam", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> BOUNDARY_BEANS =
            resideInAPackage("..boundary..")
                    .and(
                            DescribedPredicate.describe(
                                    "that are session beans",
                                    type ->
                                            type.isAnnotatedWith(Stateless.class)
                                                    || type.isAnnotatedWith(Singleton.class)));

    @ArchTest
    static final ArchRule BOUNDARIES_ARE_CALLED_FROM_OUTSIDE_ONLY =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..control..",
                            "..entity..",
                            "..mqtt..",
                            "..rest..",
                            "..push..",
                            "..spool..",
                            "..parquet..")
                    .should()
                    .dependOnClassesThat(BOUNDARY_BEANS)
                    .because(
                            "a boundary checks roles and begins transactions for callers from outside; inside, call"
                                    + " the control that it calls. The records it returns may be used everywhere");

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NO_ONE =
            noClasses()
                    .that()
                    .resideInAPackage("..entity..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..control..", "..boundary..")
                    .because("an entity is what others act on; move the logic into a control");

    @ArchTest
    static final ArchRule JPA_ENTITIES_STAY_IN_THEIR_COMPONENT =
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .should(beUsedInTheirComponentOnly())
                    .because(
                            "another component would come to depend on tables that are not its own; give it a method"
                                    + " of the component's control instead");

    @ArchTest
    static final ArchRule BOUNDARY_METHODS_SAY_WHO_MAY_CALL =
            methods()
                    .that()
                    .areDeclaredInClassesThat(BOUNDARY_BEANS)
                    .and()
                    .haveModifier(PUBLIC)
                    .should(be(annotatedForAccess()))
                    .because(
                            "a method without @RolesAllowed or @PermitAll is open to everyone by accident");

    @ArchTest
    static final ArchRule ENTITY_MANAGERS_STAY_INSIDE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..control..", "io.soam.devices.boundary..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(EntityManager.class)
                    .because(
                            "queries belong into a control; only Devices, a plain registry, is small enough to keep"
                                    + " them in its boundary");

    @ArchTest
    static final ArchRule THE_SPOOL_KNOWS_NO_SERVER =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.soam.ingestion.spool..", "io.soam.lake.parquet..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..")
                    .because("what must survive a crash is tested without a server");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_REPLACEABLE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.soam.ingestion.mqtt..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.hivemq..")
                    .because("another connector type must need no change elsewhere");

    @ArchTest
    static final ArchRule REQUESTS_OF_DATA_SOURCES_ARE_GUARDED =
            noClasses()
                    .that()
                    .resideInAPackage("io.soam.ingestion..")
                    .and()
                    .resideOutsideOfPackages("io.soam.ingestion.rest..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("okhttp3..", "java.net.http..")
                    .because(
                            "whoever may register a data source chooses where this server sends requests: only"
                                    + " Fetcher checks every address at the moment of connecting")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule COAP_IS_REPLACEABLE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.soam.ingestion.coap..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.californium..")
                    .because("another connector type must need no change elsewhere");

    @ArchTest
    static final ArchRule SPARK_IS_ASKED_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.soam.lake.control..",
                            "io.soam.answers.control..",
                            "io.soam.quarantine.control..",
                            "io.soam.sparkconnect..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.soam.sparkconnect..")
                    .because("session, timeouts and pool are LakeQueries' business");

    @ArchTest
    static final ArchRule THE_LAKE_IS_CHANGED_BY_QUARANTINE_ONLY =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.soam.quarantine.control..")
                    .should()
                    .callMethod(LakeQueries.class, "change", String.class, Map.class)
                    .because(
                            "tables belong to the Spark application, which writes each batch exactly once; only what"
                                    + " people decide about a quarantined message is written from here, in columns that"
                                    + " the application does not touch (docs/adr/0015)");

    @ArchTest
    static final ArchRule NO_FACES_OR_REST =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..")
                    .because("pages and resources live in soam-web");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("ClockProducer")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .because("a test must be able to set the time: inject the Clock");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Controller|Dto|Bean)(\\$.*)?")
                    .because("these words hide what a class is responsible for");

    @ArchTest
    static final ArchRule COMPONENTS_HAVE_NO_CYCLES =
            slices().matching("io.soam.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a component must be understood without the ones that use it");

    private static DescribedPredicate<JavaMethod> annotatedForAccess() {
        return DescribedPredicate.describe(
                "annotated with @RolesAllowed or @PermitAll",
                method ->
                        method.isAnnotatedWith(RolesAllowed.class)
                                || method.isAnnotatedWith(PermitAll.class));
    }

    private static ArchCondition<JavaClass> beUsedInTheirComponentOnly() {
        return new ArchCondition<>("be used in their component only") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !component(use.getOriginClass()).equals(component(entity)))
                        .forEach(
                                use ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        use, use.getDescription())));
            }
        };
    }

    /** The package below {@code io.soam}. */
    private static String component(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }
}
