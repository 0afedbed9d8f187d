// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the rooms apart: data flows one way, a room imports only rooms above it, siblings do not know each other.
class RoomsTest {
    private static JavaClasses program;

    @BeforeAll
    static void read() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.hometown");
    }

    @Test
    void roomsImportOnlyRoomsAboveThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("app.hometown..")
                .withOptionalLayers(true)
                .layer("domain")
                .definedBy("app.hometown.domain..")
                .layer("files")
                .definedBy("app.hometown.files..")
                .layer("statistics")
                .definedBy("app.hometown.statistics..")
                .layer("geo")
                .definedBy("app.hometown.geo..")
                .layer("data")
                .definedBy("app.hometown.data..")
                .layer("ranking")
                .definedBy("app.hometown.ranking..")
                .layer("learning")
                .definedBy("app.hometown.learning..")
                .layer("evaluation")
                .definedBy("app.hometown.evaluation..")
                .layer("workbench")
                .definedBy("app.hometown.workbench..")
                .layer("ui")
                .definedBy("app.hometown.ui..")
                .layer("server")
                .definedBy("app.hometown.server..")
                .layer("cli")
                .definedBy("app.hometown.cli..")
                .layer("main")
                .definedBy("app.hometown")
                .whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("files")
                .mayOnlyAccessLayers("domain")
                .whereLayer("statistics")
                .mayOnlyAccessLayers("domain")
                .whereLayer("geo")
                .mayNotAccessAnyLayer()
                .whereLayer("data")
                .mayOnlyAccessLayers("domain", "files", "geo")
                .whereLayer("ranking")
                .mayOnlyAccessLayers("domain", "files", "geo")
                .whereLayer("learning")
                .mayOnlyAccessLayers("domain", "files", "geo", "statistics", "data", "ranking")
                .whereLayer("evaluation")
                .mayOnlyAccessLayers("domain", "files", "geo", "statistics", "ranking")
                .whereLayer("workbench")
                .mayOnlyAccessLayers(
                        "domain", "files", "geo", "statistics", "data", "ranking", "learning", "evaluation")
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("main", "ui")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .check(program);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.hometown.ui..", "app.hometown")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "com.gluonhq..", "atlantafx..")
                .check(program);
    }

    @Test
    void theDomainKnowsOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("app.hometown.domain..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("app.hometown.domain..", "java..", "org.jspecify..")
                .check(program);
    }

    @Test
    void nothingUsesJavaSerialisation() {
        noClasses()
                .that(alwaysTrue())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(program);
    }
}
