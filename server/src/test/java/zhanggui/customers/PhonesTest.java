package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTest {
    @Test
    void numbersAreReadAsOfTheCustomersCountry() {
        assertThat(Phones.read("138 0013 8000", "CN")).contains("+8613800138000");
        assertThat(Phones.read("021-5555 0000", Phones.region("中国", "CN"))).contains("+862155550000");
        assertThat(Phones.read("(212) 555-0123", Phones.region("United States", "CN")))
                .contains("+12125550123");
        assertThat(Phones.read("+49 30 123456", Phones.region("中国", "CN"))).contains("+4930123456");
        assertThat(Phones.read("02-312-3456", Phones.region("Korea", "CN"))).contains("+8223123456");
    }

    @Test
    void extensionsAreKept() {
        assertThat(Phones.read("021-55550000转801", "CN")).contains("+862155550000;ext=801");
        assertThat(Phones.line("+862155550000;ext=801")).isEqualTo("+862155550000");
        assertThat(Phones.read("+862155550000;ext=801", "CN")).contains("+862155550000;ext=801");
    }

    @Test
    void otherTextsAreNone() {
        assertThat(Phones.read("call me", "CN")).isEmpty();
        assertThat(Phones.read("123", "CN")).isEmpty();
        assertThat(Phones.read("1380013800099999999", "CN")).isEmpty();
    }

    @Test
    void homeIsWhereTheCompanysCurrencyIs() {
        assertThat(Phones.home("CNY")).isEqualTo("CN");
        assertThat(Phones.home("USD")).isEqualTo("US");
        assertThat(Phones.home("GBP")).isEqualTo("GB");
        assertThat(Phones.home("EUR")).isEqualTo("CN");
        assertThat(Phones.region(null, "US")).isEqualTo("US");
        assertThat(Phones.region("Nowhere", "GB")).isEqualTo("GB");
        assertThat(Phones.read("(212) 555-0123", Phones.home("USD"))).contains("+12125550123");
    }
}
