package io.soam.stack.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.home.Checkout;
import io.soam.stack.home.Home;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Ports;
import io.soam.stack.part.Stage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStatusTest {

    @TempDir Path directory;

    @Test
    void whatNobodyAskedFor_isNotMentioned() throws Exception {
        Installation stack =
                Installation.open(new Checkout(directory), new Home(directory), new Ports(7));
        PartProcess device =
                new PartProcess(
                        new ShellPart("device", Stage.DEVICE, List.of(), directory, ""),
                        stack.home());

        assertThat(StackStatus.of(stack, List.of(device)).parts())
                .extracting(PartStatus::name)
                .containsExactly("spark");
        assertThat(StackStatus.of(stack, device).state()).isEqualTo("stopped");
    }

    @Test
    void json_isWhatProgramsExpect() throws Exception {
        Installation stack =
                Installation.open(new Checkout(directory), new Home(directory), new Ports(7));
        PartProcess stopped =
                new PartProcess(
                        new ShellPart("broker", Stage.SERVICE, List.of(1890), directory, ""),
                        stack.home());

        StackStatus status = StackStatus.of(stack, List.of(stopped));

        assertThat(new ObjectMapper().writeValueAsString(status))
                .isEqualTo(
                        """
                        {"parts":[\
                        {"name":"broker","pid":null,"state":"stopped","port":1890,"memoryBytes":0},\
                        {"name":"spark","pid":null,"state":"stopped","port":15009,"memoryBytes":0}\
                        ]}""");
    }
}
