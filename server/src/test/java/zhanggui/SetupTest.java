package zhanggui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** On a database of its own, in which nothing has been set up. */
@TestPropertySource(properties = "test.database=setup")
class SetupTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Test
    void anEmptyServerAsksToBeSetUp() {
        assertThat(http.get().uri("/api/session"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SETUP");
    }
}
