package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Grant;
import zhanggui.access.Reach;

class ScopeTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Test
    void reachesFollowTheTreeAndTheLines() {
        var today = world.viewer("sun").colleagues();
        assertThat(today.coveredBy(Grant.of(Reach.OWN), world.id("li")).people())
                .containsOnly(world.id("li"));
        assertThat(today.coveredBy(Grant.of(Reach.DEPARTMENT), world.id("li")).people())
                .containsOnly(world.id("li"), world.id("wang"), world.id("zhou"));
        assertThat(today.coveredBy(Grant.of(Reach.SUBORDINATES), world.id("zhou"))
                        .people())
                .containsOnly(world.id("zhou"), world.id("li"), world.id("wang"));
        assertThat(today.coveredBy(Grant.of(Reach.DEPARTMENT_TREE), world.id("sun"))
                        .people())
                .containsOnly(world.id("sun"), world.id("zhou"), world.id("li"), world.id("wang"), world.id("wu"));
    }

    @Test
    void whatSeveralRolesAllowAddsUp() {
        var today = world.viewer("sun").colleagues();
        var both = Grant.of(Reach.DEPARTMENT).and(new Grant(Reach.CHOSEN, Set.of(world.id("south"))));
        assertThat(today.coveredBy(both, world.id("wu")).people()).containsOnly(world.id("wu"), world.id("zhao"));
        assertThat(Grant.of(Reach.OWN).and(Grant.of(Reach.ALL))).isEqualTo(Grant.of(Reach.ALL));
        assertThat(Grant.of(Reach.DEPARTMENT).and(Grant.of(Reach.DEPARTMENT_TREE)))
                .isEqualTo(Grant.of(Reach.DEPARTMENT_TREE));
    }

    @Test
    void whoSitsNowhereAnyMoreStaysInTheReachOfTheirLastPlace() {
        var gone = UUID.randomUUID();
        var former = Map.of(
                gone,
                new Organisation.Seat(UUID.randomUUID(), world.id("east1"), "旧岗位", null, false, null, null, false));
        var now = (Organisation) world.viewer("sun").colleagues();
        var later = new Organisation(world.today(), now.units(), now.seats(), former, Set.of());
        assertThat(later.coveredBy(Grant.of(Reach.DEPARTMENT_TREE), world.id("sun"))
                        .people())
                .contains(gone);
        assertThat(later.coveredBy(Grant.of(Reach.SUBORDINATES), world.id("sun"))
                        .people())
                .contains(gone);
        assertThat(later.coveredBy(Grant.of(Reach.DEPARTMENT_TREE), world.id("zhao"))
                        .people())
                .doesNotContain(gone);
    }

    @Test
    void peopleAreListedForThoseWhoSignedIn() {
        assertThat(http.get()
                        .uri("/api/lists/people/rows?sort=name")
                        .with(world.as("li"))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(9);
        assertThat(http.get().uri("/api/lists/people/rows").exchange()).hasStatus(401);
        assertThat(http.get().uri("/api/lists/audit/rows").with(world.as("li")).exchange())
                .hasStatus(403);
    }
}
