package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5 | 1234.5",
                "1,234,567.89 | 1234567.89",
                "１，２３４．５ | 1234.5",
                "¥1,200 | 1200",
                "￥ 88 | 88",
                "$3,000.00 | 3000.00",
                "-$5 | -5",
                "$-5 | -5",
                "1200元 | 1200",
                "RMB 5,000 | 5000",
                "3万 | 30000",
                "1.5万元 | 15000",
                "2亿 | 200000000",
                "12,3456 | 123456",
                "45% | 45",
                "12.5％ | 12.5",
                "(1,234) | -1234",
                "（56） | -56",
                "−7 | -7",
                "+3 | 3",
                "1E3 | 1000",
                "1'234'567 | 1234567",
                ".5 | 0.5",
                "5. | 5"
            })
    void numbersAreReadAsPeopleWriteThem(String text, BigDecimal number) {
        assertThat(Values.number(text)).hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,23", "12,34,5", "1.2.3", "--1", "1-2", "", "1E999", "元", "十二", "1 2 x"})
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(Values.number(text)).isEmpty();
    }

    @Test
    void theDecimalMarkIsTakenFromWhatReadsOneWayOnly() {
        assertThat(Values.number("0,125")).isEmpty();
        assertThat(Values.number("1234,56")).isEmpty();
        assertThat(Values.number("0,125", null)).contains(new BigDecimal("0.125"));
        assertThat(Values.number("1234,56", null)).contains(new BigDecimal("1234.56"));
        assertThat(Values.number("1.234,56", null)).contains(new BigDecimal("1234.56"));
        assertThat(Values.number("1,234.56", null)).contains(new BigDecimal("1234.56"));
        assertThat(Values.number("1,125", null)).isEmpty();
        assertThat(Values.number("1.125", null)).isEmpty();
        assertThat(Values.number("1125", null)).contains(new BigDecimal("1125"));
        assertThat(DecimalMark.evidence(List.of("1,125", "12,5"))).contains(DecimalMark.COMMA);
        assertThat(DecimalMark.evidence(List.of("1,125", "12.5"))).contains(DecimalMark.POINT);
        assertThat(DecimalMark.evidence(List.of("1,125", "7"))).isEmpty();
        assertThat(DecimalMark.evidence(List.of("12,5", "12.5"))).isEmpty();
        assertThat(Values.number("1,125", DecimalMark.COMMA)).contains(new BigDecimal("1.125"));
    }

    @Property
    void aNumberWithThousandsSeparatorsIsTheSame(
            @ForAll @BigRange(min = "-1e12", max = "1e12") @Scale(4) BigDecimal number) {
        var format = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        assertThat(Values.number(format.format(number)))
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-03-01",
                "2017/3/1",
                "2017-3-1",
                "2017.3.1",
                "2017年3月1日",
                "2017年03月01日",
                "20170301",
                "２０１７-０３-０１",
                "2017-03-01 08:30",
                "2017-03-01T23:59:59",
                "2017/3/1 8:30:00 PM",
                "42795",
                "1 Mar 2017",
                "1-Mar-17",
                "March 1, 2017",
                "Mar 1 2017",
                "01.03.2017",
                "2017-02-28T20:00:00Z",
                "2017-03-01T00:00:00+08:00"
            })
    void datesAreReadAsPeopleWriteThem(String text) {
        assertThat(Values.date(text, null, SHANGHAI)).contains(LocalDate.of(2017, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-02-30",
                "2017-13-01",
                "01/03/2017",
                "0217-01-01",
                "2017-03",
                "昨天",
                "31/31/2017",
                "1 Foo 2017"
            })
    void whatIsNoDateOrReadsBothWaysIsNotRead(String text) {
        assertThat(Values.date(text, null, SHANGHAI)).isEmpty();
    }

    @Test
    void theOrderDecidesDatesThatReadBothWays() {
        assertThat(Values.date("01/03/2017", DateOrder.DAY_FIRST, SHANGHAI)).contains(LocalDate.of(2017, 3, 1));
        assertThat(Values.date("01/03/17", DateOrder.MONTH_FIRST, SHANGHAI)).contains(LocalDate.of(2017, 1, 3));
        assertThat(Values.date("13/03/2017", DateOrder.MONTH_FIRST, SHANGHAI)).isEmpty();
        assertThat(Values.date("05/05/2017", null, SHANGHAI)).contains(LocalDate.of(2017, 5, 5));
    }

    @Test
    void oneDateThatReadsOneWayDecidesForItsColumn() {
        assertThat(DateOrder.evidence(List.of("01/03/2017", "25/03/2017"))).isEqualTo(DateOrder.Evidence.DAY_FIRST);
        assertThat(DateOrder.evidence(List.of("01/03/2017", "03/25/2017"))).isEqualTo(DateOrder.Evidence.MONTH_FIRST);
        assertThat(DateOrder.evidence(List.of("01/03/2017", "02/02/2017"))).isEqualTo(DateOrder.Evidence.UNDECIDED);
        assertThat(DateOrder.evidence(List.of("25/03/2017", "03/25/2017"))).isEqualTo(DateOrder.Evidence.UNDECIDED);
        assertThat(DateOrder.evidence(List.of("2017-03-01", "", "x"))).isEqualTo(DateOrder.Evidence.NOT_NEEDED);
    }

    @Property
    void everyDayIsReadInEveryForm(@ForAll @IntRange(min = 0, max = 100_000) int offset) {
        var day = LocalDate.of(1900, 1, 1).plusDays(offset);
        for (var form : List.of("yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd", "d MMM yyyy", "dd.MM.yyyy")) {
            var text = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(day);
            assertThat(Values.date(text, null, SHANGHAI)).as(text).contains(day);
        }
        var dayFirst = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(day);
        assertThat(Values.date(dayFirst, DateOrder.DAY_FIRST, SHANGHAI)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"是", "yes", "Y", "TRUE", "1", "√", "有"})
    void yes(String text) {
        assertThat(Values.flag(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"否", "no", "n", "False", "0", "×", "无"})
    void no(String text) {
        assertThat(Values.flag(text)).contains(false);
    }

    @Test
    void neitherYesNorNo() {
        assertThat(Values.flag("也许")).isEmpty();
    }

    @Test
    void tagsAreSeparatedInManyWays() {
        assertThat(Values.tags("重点, 华东，老客户;A；B、重点")).containsExactly("重点", "华东", "老客户", "A", "B");
    }
}
