package zhanggui.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are reached by webhooks, and which are not. */
class GuardTest {
    private final Guard guard = new Guard("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "2130706433",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1"
            })
    void whatLiesInsideIsNotReached(String address) {
        assertThatThrownBy(() -> guard.resolve(address)).isInstanceOf(Guard.Inside.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "2606:4700::1111",
                "2400:3200::1",
                "::ffff:8.8.8.8"
            })
    void whatIsPublicIsReached(String address) throws Exception {
        assertThat(guard.resolve(address)).isNotEmpty();
    }

    @Test
    void oneAddressInsideSpoilsTheOthers() throws Exception {
        var both = new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        assertThatThrownBy(() -> guard.checked("rebound.example.com", both)).isInstanceOf(Guard.Inside.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/in,",
        "https://hooks.example.com:8443/in?a=b,",
        "http://hooks.example.com,webhook-https",
        "ftp://hooks.example.com,webhook-https",
        "hooks.example.com,webhook-url",
        "https://user:secret@hooks.example.com,webhook-url",
        "https://hooks.example.com#x,webhook-url",
        "https://,webhook-url",
        "https://bad host/,webhook-url",
        "https://127.0.0.1/,webhook-inside",
        "https://[::1]/,webhook-inside",
        "https://[::ffff:10.0.0.1]/,webhook-inside",
        "https://169.254.169.254/latest,webhook-inside"
    })
    void whatCannotBeReachedIsNotTaken(String url, String code) {
        assertThat(guard.refuses(url)).isEqualTo(java.util.Optional.ofNullable(code));
    }

    @Test
    void whatIsExceptedIsReachedAlsoWithoutTls() throws Exception {
        var open = new Guard("127.0.0.0/8, hooks.intern");
        assertThat(open.refuses("http://127.0.0.1:9000/")).isEmpty();
        assertThat(open.refuses("http://hooks.intern/")).isEmpty();
        assertThat(open.refuses("http://10.0.0.1/")).contains("webhook-https");
        assertThat(open.resolve("127.0.0.1")).isNotEmpty();
        assertThatThrownBy(() -> open.resolve("10.0.0.1")).isInstanceOf(Guard.Inside.class);
    }
}
