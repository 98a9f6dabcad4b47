package zhanggui.commissions.calculation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arithmetic runs wherever Java does: on a server, in a simulation, on a cluster. */
class PurityTest {
    @Test
    void whatComputesKnowsNeitherSpringNorSql() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(
                        "zhanggui.amounts",
                        "zhanggui.traces",
                        "zhanggui.rules",
                        "zhanggui.periods",
                        "zhanggui.calendar",
                        "zhanggui.commissions.calculation");
        noClasses()
                .that()
                .resideInAnyPackage(
                        "zhanggui.amounts", "zhanggui.traces", "zhanggui.rules", "zhanggui.commissions.calculation")
                .or()
                .haveSimpleName("Period")
                .or()
                .haveSimpleName("FiscalCalendar")
                .or()
                .haveSimpleName("BusinessCalendar")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "org.springframework..", "org.jooq..", "java.sql..", "jakarta..", "tools.jackson..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("org.springframework.modulith"))))
                .check(classes);
    }
}
