package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CompanyNameTest {
    private static String normal(String name) {
        return CompanyName.of(name).normal();
    }

    private static String brand(String name) {
        return CompanyName.of(name).brand();
    }

    @Test
    void legalFormsDoNotCount() {
        assertThat(normal("云帆科技有限责任公司")).isEqualTo("云帆科技");
        assertThat(normal("云帆科技股份有限公司")).isEqualTo("云帆科技");
        assertThat(normal("Acme Co., Ltd.")).isEqualTo("acme");
        assertThat(normal("ACME, Inc.")).isEqualTo("acme");
        assertThat(normal("Acme Corp")).isEqualTo("acme");
        assertThat(normal("Acme L.L.C.")).isEqualTo("acme");
        assertThat(normal("Acme GmbH")).isEqualTo("acme");
        assertThat(normal("The Acme Corporation")).isEqualTo("acme");
    }

    @Test
    void aGroupAndItsCompaniesStayApartAndLookAlike() {
        assertThat(normal("云帆集团有限公司")).isEqualTo("云帆集团").isNotEqualTo(normal("云帆有限公司"));
        assertThat(normal("云帆（集团）股份有限公司")).isEqualTo("云帆集团");
        assertThat(normal("云帆有限公司上海分公司")).isNotEqualTo(normal("云帆有限公司"));
        assertThat(normal("云帆子公司")).isEqualTo("云帆子公司");
        assertThat(normal("Acme Group Ltd")).isEqualTo("acmegroup");
        assertThat(normal("Acme Holdings")).isNotEqualTo(normal("Acme Inc."));
        assertThat(brand("云帆集团有限公司")).isEqualTo(brand("云帆有限公司"));
        assertThat(brand("Acme Group Ltd")).isEqualTo(brand("Acme Inc."));
    }

    @Test
    void widthCaseSpacesAndPunctuationDoNotCount() {
        assertThat(normal("Ａｃｍｅ　Technology")).isEqualTo("acmetechnology");
        assertThat(normal("J-Texon")).isEqualTo(normal("j texon"));
        assertThat(normal("云 帆·科技（有限公司）")).isEqualTo("云帆科技");
    }

    @Test
    void aPlaceInBracketsStandsInFrontAndCitiesStayApart() {
        assertThat(normal("云帆科技（上海）有限公司")).isEqualTo(normal("上海云帆科技有限公司"));
        assertThat(normal("上海市云帆科技有限公司")).isEqualTo("上海云帆科技");
        assertThat(normal("云帆科技(深圳)有限公司")).isNotEqualTo(normal("云帆科技(上海)有限公司"));
    }

    @Test
    void theBrandIsWhatIsDistinctive() {
        assertThat(brand("上海云帆信息科技有限公司")).isEqualTo("云帆");
        assertThat(brand("云帆（北京）贸易有限公司")).isEqualTo("云帆");
        assertThat(brand("Globex International Technologies Ltd")).isEqualTo("globex");
        assertThat(brand("上海科技有限公司")).isEmpty();
    }

    @Test
    void aNameThatIsOnlyALegalFormStays() {
        assertThat(normal("公司")).isEqualTo("公司");
        assertThat(normal("Company")).isEqualTo("company");
        assertThat(normal("…")).isEmpty();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("上海", "（深圳）", "云帆", "科技", "有限公司", "集团", "Acme", " ", "Co.", "Ltd", "The ", "-", "Ü")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Property
    void normalisingAgainChangesNothing(@ForAll("names") String name) {
        var once = normal(name);
        assertThat(normal(once)).isEqualTo(once);
    }

    @Property
    void widthCaseAndSpacesNeverCount(@ForAll("names") String name) {
        assertThat(normal("  " + name.toUpperCase(Locale.ROOT) + "。")).isEqualTo(normal(name));
    }
}
