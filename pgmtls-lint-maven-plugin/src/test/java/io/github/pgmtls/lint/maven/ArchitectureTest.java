package io.github.pgmtls.lint.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A front end only translates: what it needs of the library is what the facade takes and gives. */
@AnalyzeClasses(packages = "io.github.pgmtls.lint.maven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String LIBRARY = "io.github.pgmtls.lint";

    @ArchTest
    static final ArchRule thePluginKnowsOnlyTheFacadeAndItsReports = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage(LIBRARY + "..")
                    .and(resideOutsideOfPackages(
                            LIBRARY,
                            LIBRARY + ".maven",
                            LIBRARY + ".finding",
                            LIBRARY + ".policy",
                            LIBRARY + ".report")));
}
