package io.github.pgmtls.lint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The package map of this library as tests. */
@AnalyzeClasses(packages = ArchitectureTest.BASE, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String BASE = "io.github.pgmtls.lint";

    /** From top to bottom. {@code lint} is the base package itself; of the others, packages below belong to them. */
    private static final List<String> PACKAGES = List.of(
            "report",
            "lint",
            "rules",
            "exemption",
            "policy",
            "cluster",
            "access",
            "identity",
            "x509",
            "config",
            "syntax",
            "regex",
            "postgres",
            "finding",
            "source");

    @ArchTest
    static final ArchRule aPackageImportsOnlyPackagesBelowIt = packageDirection();

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("io.github.pgmtls.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheFacadeReachesFiles = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Files.class,
                    File.class,
                    FileInputStream.class,
                    FileReader.class,
                    RandomAccessFile.class,
                    FileChannel.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.commons.io.file..", "org.eclipse.jgit..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.commons.io.FileUtils");

    @ArchTest
    static final ArchRule onlyTheFacadeReadsAClock = noClasses()
            .that()
            .resideOutsideOfPackage(BASE)
            .should()
            .accessTargetWhere(describe("it reads the clock of this machine", ArchitectureTest::readsAClock));

    @ArchTest
    static final ArchRule nothingIsNullUnlessItSaysSo = classes().should(resideInANullMarkedPackage());

    private static LayeredArchitecture packageDirection() {
        LayeredArchitecture map =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : PACKAGES) {
            map = map.layer(name).definedBy(name.equals("lint") ? BASE : BASE + "." + name + "..");
        }
        for (int i = 0; i < PACKAGES.size(); i++) {
            String[] below = PACKAGES.subList(i + 1, PACKAGES.size()).toArray(String[]::new);
            map = below.length == 0
                    ? map.whereLayer(PACKAGES.get(i)).mayNotAccessAnyLayer()
                    : map.whereLayer(PACKAGES.get(i)).mayOnlyAccessLayers(below);
        }
        return map.ensureAllClassesAreContainedInArchitecture();
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return switch (name) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !takes(target, Clock.class);
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && target.getRawParameterTypes().isEmpty();
            default -> owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        };
    }

    private static boolean takes(CodeUnitAccessTarget target, Class<?> parameter) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                String message = item.getPackageName() + " of " + item.getSimpleName();
                events.add(new SimpleConditionEvent(
                        item, marked, message + (marked ? " is" : " is not") + " @NullMarked"));
            }
        };
    }
}
