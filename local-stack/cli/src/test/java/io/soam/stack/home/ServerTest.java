package io.soam.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServerTest {

    private static final List<Server> ALL = Server.first(Server.MOST);

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(ALL)
                .extracting(Server::partName)
                .containsExactly("wildfly", "server-2", "server-3");
        assertThat(ALL).extracting(Server::podName).containsExactly("soam-0", "soam-1", "soam-2");
    }

    @Test
    void neverMeetOnAPort() {
        Ports ports = new Ports(1000);
        List<Integer> all =
                Stream.concat(
                                ALL.stream()
                                        .flatMap(
                                                server ->
                                                        Stream.of(
                                                                ports.portal(server),
                                                                ports.management(server))),
                                Stream.of(
                                        ports.keycloak(),
                                        ports.keycloakManagement(),
                                        ports.objectStore(),
                                        ports.restSimulator()))
                        .toList();

        assertThat(all).doesNotHaveDuplicates().contains(9080, 9280, 9380, 11190);
    }

    @Test
    void neverShareASpool() {
        Home home = new Home(Path.of("home"));

        assertThat(ALL).extracting(home::spool).doesNotHaveDuplicates();
        assertThat(home.spool(Server.FIRST)).isEqualTo(Path.of("home/spool"));
    }

    @Test
    void areAtMostThree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Server(4))
                .withMessage("There are 1 to 3 servers, no number 4");
    }
}
