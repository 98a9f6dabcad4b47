package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {
    @Test
    void whoKnowsANameRecognisesIt() {
        assertThat(Masked.name("上海云帆科技")).isEqualTo("上海**科技");
        assertThat(Masked.name("云帆科技")).isEqualTo("云**");
        assertThat(Masked.name("Acme Corporation")).isEqualTo("Ac**on");
        assertThat(Masked.name("")).isEqualTo("**");
    }
}
