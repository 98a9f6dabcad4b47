package zhanggui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** What hangs on a record asks one question about it. */
class RecordsTest extends TestApplication {
    @Autowired
    Records records;

    @Autowired
    Desk desk;

    @Test
    void aRecordIsFoundWithinReachOnly() {
        var customer = desk.customer("记录一号有限公司", "li");
        assertThat(find("customers", customer, "li"))
                .containsExactly(new RecordHead("customers", customer, "记录一号有限公司", true));
        assertThat(find("customers", customer, "ops"))
                .as("everything within reach")
                .containsExactly(new RecordHead("customers", customer, "记录一号有限公司", true));
        assertThat(find("customers", customer, "chen"))
                .as("read only")
                .containsExactly(new RecordHead("customers", customer, "记录一号有限公司", false));
        assertThat(find("customers", customer, "wang")).isEmpty();
        assertThat(find("customers", UUID.randomUUID(), "li")).isEmpty();
        assertThat(find("jobs", customer, "ops")).isEmpty();
        assertThat(find("nothing", customer, "ops")).isEmpty();
    }

    private List<RecordHead> find(String list, UUID id, String by) {
        return records.find(list, List.of(id), desk.world.viewer(by));
    }
}
