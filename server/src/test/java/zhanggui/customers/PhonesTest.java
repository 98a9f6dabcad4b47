package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTest {
    @Test
    void numbersAreReadAsOfTheCustomersCountry() {
        assertThat(Phones.read("138 0013 8000", null)).contains("+8613800138000");
        assertThat(Phones.read("021-5555 0000", "中国")).contains("+862155550000");
        assertThat(Phones.read("(212) 555-0123", "United States")).contains("+12125550123");
        assertThat(Phones.read("+49 30 123456", "中国")).contains("+4930123456");
        assertThat(Phones.read("02-312-3456", "Korea")).contains("+8223123456");
    }

    @Test
    void extensionsAreKept() {
        assertThat(Phones.read("021-55550000转801", null)).contains("+862155550000;ext=801");
        assertThat(Phones.line("+862155550000;ext=801")).isEqualTo("+862155550000");
        assertThat(Phones.read("+862155550000;ext=801", null)).contains("+862155550000;ext=801");
    }

    @Test
    void otherTextsAreNone() {
        assertThat(Phones.read("call me", null)).isEmpty();
        assertThat(Phones.read("123", null)).isEmpty();
        assertThat(Phones.read("1380013800099999999", null)).isEmpty();
    }
}
