package zhanggui.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Which new passwords are taken, without a database. */
class PasswordRulesTest {
    private static final List<String> NAMES = List.of("limei", "李梅", "Li Mei", "长风机电", "Changfeng", "li");
    private final Passwords passwords = new Passwords(new PasswordRules(new CommonPasswords(), 15), new Hashing());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "only small letters here",
                "              four words with spaces   ",
                "一二三四五六七八九十春夏秋冬风",
                "🐉🐢🐎🐖🐓🐏🐇🐁🐂🐅🐒🐕🦉🦊🐻",
                "918273645546372819",
                "a password of mine",
                "olives delight people"
            })
    void whatIsLongIsTakenWhateverItIsMadeOf(String password) {
        assertThat(passwords.matches(password, passwords.hash(password, NAMES, "next")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 200})
    void longOnesAreTakenWhole(int length) {
        var password = "abcdefgh ijklmno".repeat(20).substring(0, length - 1);
        var hash = passwords.hash(password + "x", List.of(), "next");
        assertThat(passwords.matches(password + "x", hash)).isTrue();
        assertThat(passwords.matches(password + "y", hash)).isFalse();
    }

    @Test
    void lengthIsCountedInCharactersAndNotInBytes() {
        assertThat(refusal("🐉".repeat(4) + "一二三四五六七八九十")).isEqualTo("password-short");
        assertThat(refusal("fourteen chars")).isEqualTo("password-short");
        assertThat(refusal("z".repeat(200) + "a")).isEqualTo("password-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my name is LIMEI now",
                "mein name l i m e i",
                "从前有一个李梅在山上住着不下来",
                "长风机电长风机电长风机电长风机电",
                "ｃｈａｎｇｆｅｎｇ rules the world",
                "hello zhanggui 2026",
                "我的掌柜我的掌柜账本真好用呀呀",
                "lililililililili"
            })
    void namesAroundThePersonAreRefused(String password) {
        assertThat(refusal(password)).isEqualTo("password-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaa",
                "123123123123123123",
                "passwordpassword",
                "Password Password",
                "1234567890123456",
                "qwertyuiop123456789",
                "!!!!password!!!2026"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(refusal(password)).isEqualTo("password-common");
    }

    @Test
    void thePasswordIsTheSameHoweverItWasTyped() {
        var hash = passwords.hash("café au lait at eleven", List.of(), "next");
        assertThat(passwords.matches("cafe\u0301 au lait at eleven", hash)).isTrue();
        assertThat(passwords.matches("ｃａｆé au lait at eleven", hash)).isTrue();
        assertThat(passwords.matches("cafe au lait at eleven", hash)).isFalse();
    }

    @Test
    void eightCharactersAreTheLeastThatCanBeConfigured() {
        assertThatThrownBy(() -> new PasswordRules(new CommonPasswords(), 7)).hasMessageContaining("ZHANGGUI_PASSWORD");
    }

    private String refusal(String password) {
        try {
            passwords.hash(password, NAMES, "next");
        } catch (Refused e) {
            assertThat(e.fields()).extracting(FieldProblem::field).containsExactly("next");
            return e.fields().getFirst().code();
        }
        return "none";
    }
}
