package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
    private static Set<Trait> customer(String name, @Nullable String code, List<String> phones, List<String> emails) {
        return Trait.of(new Trait.Known(List.of(name), null, code, phones, emails, null));
    }

    private static Set<Trait> named(String name) {
        return customer(name, null, List.of(), List.of());
    }

    private static Resemblance between(String a, String b) {
        return Resemblance.of(named(a), named(b));
    }

    @Test
    void theSameNameInAnotherSpellingIsTheSame() {
        var found = between("上海云帆科技有限公司", "云帆科技（上海）股份有限公司");
        assertThat(found.reasons()).containsExactly(Resemblance.Reason.NAME_SAME);
        assertThat(found.score()).isEqualTo(95);
    }

    @Test
    void namesThatShareWhatIsDistinctiveAreSimilar() {
        assertThat(between("上海云帆科技有限公司", "北京云帆信息技术有限公司").reasons()).containsExactly(Resemblance.Reason.NAME_SIMILAR);
        assertThat(between("云帆", "上海云帆科技有限公司").reasons()).containsExactly(Resemblance.Reason.NAME_SIMILAR);
        assertThat(between("Globex Corporation", "Globex Technologies").reasons())
                .containsExactly(Resemblance.Reason.NAME_SIMILAR);
        assertThat(between("Zencorporation", "Zencorporatoin").reasons())
                .containsExactly(Resemblance.Reason.NAME_SIMILAR);
    }

    @Test
    void aCommonCityAndTradeIsNoLikeness() {
        assertThat(between("上海云帆科技有限公司", "上海海洋科技有限公司")).isEqualTo(Resemblance.NONE);
        assertThat(between("上海", "上海云帆科技有限公司")).isEqualTo(Resemblance.NONE);
        assertThat(between("Betatech", "Betasoloin")).isEqualTo(Resemblance.NONE);
    }

    @Test
    void theCreditCodeDecides() {
        var a = customer("甲", "91350100M000100Y43", List.of(), List.of());
        var b = customer("乙", "91350100M000100Y43", List.of(), List.of());
        assertThat(Resemblance.of(a, b)).isEqualTo(new Resemblance(100, List.of(Resemblance.Reason.CREDIT_CODE)));
    }

    @Test
    void phonesAndDomainsAreHintsAndFreeMailIsNone() {
        var a = customer("甲甲", null, List.of("+862155550000;ext=8"), List.of("li@yunfan.cn", "x@qq.com"));
        var b = customer("乙乙", null, List.of("+862155550000"), List.of("wang@yunfan.cn", "y@qq.com"));
        var found = Resemblance.of(a, b);
        assertThat(found.reasons()).containsExactly(Resemblance.Reason.PHONE, Resemblance.Reason.DOMAIN);
        assertThat(found.score()).isEqualTo(76);
        var c = customer("丙丙", null, List.of(), List.of("z@qq.com"));
        assertThat(Resemblance.of(a, c)).isEqualTo(Resemblance.NONE);
    }

    @Provide
    Arbitrary<Set<Trait>> traits() {
        var trait = Arbitraries.of(Trait.Kind.values())
                .flatMap(kind -> Arbitraries.of("云帆", "上海云帆科技", "acme", "acmetech", "海洋", "x")
                        .map(value -> new Trait(kind, value)));
        return trait.set().ofMaxSize(6);
    }

    @Property
    void resemblanceIsMutualAndWithinItsBounds(@ForAll("traits") Set<Trait> a, @ForAll("traits") Set<Trait> b) {
        var found = Resemblance.of(a, b);
        assertThat(Resemblance.of(b, a)).isEqualTo(found);
        assertThat(found.score()).isBetween(0, 100);
        assertThat(found.score() == 0).isEqualTo(found.reasons().isEmpty());
    }

    @Property
    void aTraitMoreInCommonNeverLowersTheScore(
            @ForAll("traits") Set<Trait> a, @ForAll("traits") Set<Trait> b, @ForAll("traits") Set<Trait> more) {
        var x = new LinkedHashSet<>(a);
        var y = new LinkedHashSet<>(b);
        x.addAll(more);
        y.addAll(more);
        assertThat(Resemblance.of(x, y).score())
                .isGreaterThanOrEqualTo(Resemblance.of(a, b).score());
    }

    @Test
    void distanceCountsEdits() {
        var cases = new ArrayList<Integer>();
        cases.add(Resemblance.distance("", "云帆"));
        cases.add(Resemblance.distance("云帆科技", "云凡科技"));
        cases.add(Resemblance.distance("kitten", "sitting"));
        assertThat(cases).containsExactly(2, 1, 3);
    }
}
