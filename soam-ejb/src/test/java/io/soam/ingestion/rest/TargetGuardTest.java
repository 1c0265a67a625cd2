package io.soam.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("AddressSelection") // literal addresses, one each
class TargetGuardTest {

    private final TargetGuard guard = new TargetGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "198.18.0.1",
                "198.19.255.255",
                "192.0.0.192",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        InetAddress target = InetAddress.getByName(address);
        assertThatThrownBy(() -> guard.check("device.example.org", 80, target))
                .isInstanceOf(ForbiddenTargetException.class)
                .hasMessageContaining("'device.example.org'")
                .hasMessageContaining("SOAM_REST_ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.216.34",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860:4860::8888"
            })
    void letsPublicAddressesPass(String address) throws Exception {
        InetAddress target = InetAddress.getByName(address);
        assertThatCode(() -> guard.check("api.example.org", 443, target))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "2130706433", "127.1"})
    void namesThatMeanThisMachine_areRefused(String host) {
        assertThatThrownBy(() -> guard.resolve(host, 80))
                .isInstanceOf(java.net.UnknownHostException.class);
    }

    @Test
    void anAdministratorMayAllowAHostOrOnePortOfIt() throws Exception {
        TargetGuard lenient =
                new TargetGuard(List.of(" LocalHost ", "gateway.city:8080", "[::1]:9", ""));
        InetAddress loopback = InetAddress.getLoopbackAddress();

        assertThat(lenient.resolve("localhost", 1234)).isNotEmpty();
        lenient.check("GATEWAY.city", 8080, loopback);
        lenient.check("::1", 9, loopback);
        assertThatThrownBy(() -> lenient.check("gateway.city", 80, loopback))
                .isInstanceOf(ForbiddenTargetException.class);
        assertThatThrownBy(() -> lenient.check("evil.localhost", 80, loopback))
                .isInstanceOf(ForbiddenTargetException.class);
    }
}
