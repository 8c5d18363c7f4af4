package dev.gatehouse.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The directions and the habits that hold over all modules; this module sees them all. An exception has a written
 * reason.
 */
class ArchitectureTest {
    private static final JavaClasses GATEHOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.gatehouse");

    private static final Set<String> SOCKETS = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel");

    private static final Set<String> RIM = Set.of("currentTimeMillis", "nanoTime", "getenv", "exit");

    private static final Set<String> BINARY_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "java.util.OptionalDouble");

    @Test
    void modules_point_from_the_command_line_to_the_model() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("model")
                .definedBy("dev.gatehouse.model..")
                .layer("aws")
                .definedBy("dev.gatehouse.aws..")
                .layer("ambassador")
                .definedBy("dev.gatehouse.ambassador..")
                .layer("measurements")
                .definedBy("dev.gatehouse.measurements..")
                .layer("lab")
                .definedBy("dev.gatehouse.lab..")
                .layer("load")
                .definedBy("dev.gatehouse.load..")
                .layer("report")
                .definedBy("dev.gatehouse.report..")
                .layer("cli")
                .definedBy("dev.gatehouse.cli..")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("aws")
                .mayOnlyAccessLayers("model")
                .whereLayer("ambassador")
                .mayOnlyAccessLayers("model")
                .whereLayer("measurements")
                .mayOnlyAccessLayers("model")
                .whereLayer("measurements")
                .mayOnlyBeAccessedByLayers("load", "report", "cli")
                .whereLayer("lab")
                .mayOnlyAccessLayers("ambassador", "model")
                .whereLayer("lab")
                .mayOnlyBeAccessedByLayers("load", "cli")
                .whereLayer("aws")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("ambassador")
                .mayOnlyBeAccessedByLayers("lab", "load", "report", "cli")
                .whereLayer("load")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .because("each output reads the model, and the model knows no output")
                .check(GATEHOUSE);
    }

    @Test
    void the_model_points_from_the_comparison_to_the_findings() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("compare")
                .definedBy("dev.gatehouse.model.compare..")
                .layer("figures")
                .definedBy(
                        "dev.gatehouse.model.availability..",
                        "dev.gatehouse.model.cost..",
                        "dev.gatehouse.model.latency..")
                .layer("topology")
                .definedBy("dev.gatehouse.model.topology..")
                .layer("hop, fact, spec")
                .definedBy("dev.gatehouse.model.hop..", "dev.gatehouse.model.fact..", "dev.gatehouse.model.spec..")
                .layer("read, unit")
                .definedBy("dev.gatehouse.model.read..", "dev.gatehouse.model.unit..")
                .layer("finding")
                .definedBy("dev.gatehouse.model.finding..")
                .whereLayer("compare")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("figures")
                .mayOnlyBeAccessedByLayers("compare")
                .whereLayer("topology")
                .mayOnlyBeAccessedByLayers("compare", "figures")
                .whereLayer("hop, fact, spec")
                .mayOnlyBeAccessedByLayers("compare", "figures", "topology")
                .whereLayer("finding")
                .mayNotAccessAnyLayer()
                .check(GATEHOUSE);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.gatehouse.(**)").should().beFreeOfCycles().check(GATEHOUSE);
    }

    @Test
    void every_package_is_null_marked() {
        classes().should(beInANullMarkedPackage()).check(GATEHOUSE);
    }

    @Test
    void no_package_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..misc..")
                .check(GATEHOUSE);
    }

    /**
     * A writer that can't have a package of its own says its format in its name, such as {@code TemplateYaml}: names
     * and stacks are cut by the text of what they hold, so a package {@code write} and the graph would form a cycle.
     */
    @Test
    void parsers_and_printers_of_formats_stay_in_read_and_write() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..read..", "..write..")
                .and()
                .haveNameNotMatching(".*(Yaml|Json)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "org.snakeyaml..")
                .because("the rest knows values, not formats (Jackson's annotations are data about values)")
                .check(GATEHOUSE);
    }

    @Test
    void numbers_of_the_model_are_exact_and_have_units() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.gatehouse.model..")
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(mentionNoBinaryFraction())
                .because("0.1 + 0.2 is not 0.3 in a double: money, shares and limits would drift")
                .check(GATEHOUSE);
    }

    @Test
    void sockets_are_opened_in_the_lab_and_under_load_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.gatehouse.lab..", "dev.gatehouse.load..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net..")
                        .or(describe("network types of java.net", type -> SOCKETS.contains(type.getName()))))
                .because("nothing is sent anywhere")
                .check(GATEHOUSE);
    }

    @Test
    void only_the_command_line_reads_the_clock_and_the_environment_and_ends_the_process() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.gatehouse.model..",
                        "dev.gatehouse.aws..",
                        "dev.gatehouse.ambassador..",
                        "dev.gatehouse.report..")
                .should()
                .callMethodWhere(describe(
                        "now, currentTimeMillis, nanoTime, getenv, exit",
                        call -> readsTheRim(call.getTargetOwner(), call.getTarget())))
                .because("the same input gives the same bytes")
                .check(GATEHOUSE);
    }

    private static boolean readsTheRim(JavaClass owner, AccessTarget.MethodCallTarget method) {
        return owner.getPackageName().equals("java.time")
                ? method.getName().equals("now")
                : owner.getName().equals("java.lang.System") && RIM.contains(method.getName());
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + ": its package-info.java is missing or not @NullMarked"));
            }
        };
    }

    private static ArchCondition<JavaCodeUnit> mentionNoBinaryFraction() {
        return new ArchCondition<>("mention no double or float") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                boolean mentions = Stream.concat(
                                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .anyMatch(type -> BINARY_FRACTIONS.contains(type.getName()));
                events.add(
                        new SimpleConditionEvent(unit, !mentions, unit.getFullName() + " mentions a double or float"));
            }
        };
    }
}
