package zhanggui.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhanggui.privacy.PersonalWord.Kind;

/** How words are found in texts. */
class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "NAME, 王小明, 今天见了王小明经理, 今天见了▮▮▮经理",
        "NAME, Ann, Annual report of Ann and ANN, Annual report of ▮▮▮ and ▮▮▮",
        "NAME, 张John, 与张John谈, 与▮▮▮谈",
        "PHONE, +8613912345678, 电话139-1234-5678或13912345678, 电话▮▮▮或▮▮▮",
        "PHONE, +8613912345678, 电话 +86 139 1234 5678。, 电话 ▮▮▮。",
        "PHONE, 139 1234 5678, 单号139123456789, 单号139123456789",
        "PHONE, +862155551234;ext=8, 座机021-5555 1234转8, 座机▮▮▮转8",
        "EMAIL, a.b+c@x.com, 写信给A.B+C@x.com吧, 写信给▮▮▮吧",
        "EMAIL, a.b@x.com, aab@x.com, aab@x.com",
        "ACCOUNT, wx_1, 微信wx_1和wx_12, 微信▮▮▮和wx_12"
    })
    void isReplacedWhereItStandsForItself(Kind kind, String word, String text, String replaced) {
        var wording = Wording.of(List.of(new PersonalWord(word, kind)), "CN").orElseThrow();
        assertThat(wording.replaced(text)).isEqualTo(replaced);
    }
}
