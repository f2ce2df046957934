package com.clientpay.connect;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house rules: which package may know which. */
class LayerRulesTest {
    private static final String ROOT = "com.clientpay.connect";
    private static final String[] FEATURES = {
        ROOT + ".books..",
        ROOT + ".settings..",
        ROOT + ".posting..",
        ROOT + ".batches..",
        ROOT + ".keys..",
        ROOT + ".reconciliation..",
        ROOT + ".diagnostics..",
        ROOT + ".status.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_server_knows_no_feature() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(CLASSES);
    }

    @Test
    void only_commands_know_the_commands_and_only_they_know_the_demo() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".cli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".demo..")
                .check(CLASSES);
    }

    @Test
    void only_the_database_package_and_the_demo_speak_jdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".database..", ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "com.microsoft..")
                .check(CLASSES);
    }

    @Test
    void the_database_knows_no_feature_and_no_server() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".http..", ROOT + ".demo..", ROOT + ".cli..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(CLASSES);
    }

    @Test
    void money_is_never_a_floating_point_number() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        ROOT + ".books..",
                        ROOT + ".posting..",
                        ROOT + ".reconciliation..",
                        ROOT + ".demo.reference..",
                        ROOT + ".demo.procedures..")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .orShould()
                .haveRawType(Double.class)
                .check(CLASSES);
    }
}
