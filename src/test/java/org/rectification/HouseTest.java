package org.rectification;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Controller;

/** Keeps the walls of the house: who may know whom, and where the engine is spoken of. */
@AnalyzeClasses(packages = "org.rectification", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    /** {@code org.rectification.*} is a package's root: the domain, without what hangs below it. */
    private static final String ROOTS = "org.rectification.*";
    private static final String[] WHERE_THE_ENGINE_IS_SPOKEN = {"..process..", "org.rectification.engine", "org.rectification.security", "org.rectification.cockpit"};

    @ArchTest
    static final ArchRule theDomainKnowsNeitherItsProcessesNorItsPages = noClasses()
            .that().resideInAPackage(ROOTS).and().resideOutsideOfPackage("org.rectification.security")
            .should().dependOnClassesThat().resideInAnyPackage("org.rectification..process..", "org.rectification..web..");

    @ArchTest
    static final ArchRule processesKnowNoPages = noClasses().that().resideInAPackage("org.rectification..process..")
            .should().dependOnClassesThat().resideInAPackage("org.rectification..web..");

    @ArchTest
    static final ArchRule domainWordsDependOnEachOtherInOneDirection = slices().matching("org.rectification.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineIsKnownInFewPlaces = noClasses().that(not(resideInAnyPackage(WHERE_THE_ENGINE_IS_SPOKEN)))
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    /** {@link Authentication} is what the public IdentityService answers, wherever it lives. */
    @ArchTest
    static final ArchRule theEnginesInternalsAreKnownToTheWallAndWhatSetsItUp = noClasses()
            .that().haveNameNotMatching("org\\.rectification\\.engine\\.(CommandWall|EngineClock|EngineConfiguration|LeanHistory|NoScripts|OfferedTasks|OwnTasks)(\\$.*)?")
            .should().dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..").and(not(type(Authentication.class))));

    @ArchTest
    static final ArchRule whatModelsCallStandsWithTheProcessesAndIsNamedForIt = classes().that().implement(JavaDelegate.class)
            .should().resideInAPackage("org.rectification..process..").andShould().haveSimpleNameEndingWith("Delegate").allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatListensStandsWithTheProcessesAndIsNamedForIt = classes().that().implement(TaskListener.class).or().implement(ExecutionListener.class)
            .should().resideInAPackage("org.rectification..process..").andShould().haveSimpleNameEndingWith("Listener").allowEmptyShould(true);

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre = noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)");

    @ArchTest
    static final ArchRule controllersAreNamedSoAndStandAtTheDoor = classes().that().areMetaAnnotatedWith(Controller.class).or().areAnnotatedWith(Controller.class)
            .should().haveSimpleNameEndingWith("Controller").andShould().resideInAnyPackage("org.rectification..web..", "org.rectification.security");

    @ArchTest
    static final ArchRule theTimeComesFromTheOneClock = noClasses().that().doNotHaveSimpleName("EngineClock")
            .should().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould().callConstructor(Date.class);
}
