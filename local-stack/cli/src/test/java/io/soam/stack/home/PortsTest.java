package io.soam.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void offsetMovesEveryPort() {
        Ports ports = new Ports(1000);

        assertThat(ports.portal(Server.FIRST)).isEqualTo(9080);
        assertThat(ports.postgresql()).isEqualTo(16432);
        assertThat(ports.realmUrl()).isEqualTo("http://localhost:9180/realms/soam");
    }

    @Test
    void refusesAnOffsetThatLeavesNoPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ports(50_104))
                .withMessage("The port offset must be between 0 and 50103, not 50104");
    }
}
